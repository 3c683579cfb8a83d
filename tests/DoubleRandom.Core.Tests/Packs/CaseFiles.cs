using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>The data cases of one room: every entry of every file directly in tests/cases/&lt;room&gt;.</summary>
internal static class CaseFiles
{
    /// <summary>The cases by "file: name". Two of one name are a mistake and stop the run.</summary>
    internal static Dictionary<string, JsonObject> Of(string room) => Directory
        .GetFiles(Repository.PathOf("tests", "cases", room), "*.json")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(row => (Key: $"{Path.GetFileNameWithoutExtension(file)}: {row!["name"]}", row)))
        .ToDictionary(entry => entry.Key, entry => entry.row!.AsObject(), StringComparer.Ordinal);
}
