using System.Text.Json;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Rules;

/// <summary>The rows of one table of tests/cases/rules, by name.</summary>
internal static class RuleCases
{
    internal static Dictionary<string, JsonElement> Of(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "cases", "rules", file + ".json")));
        return document.RootElement.EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!, row => row.Clone(), StringComparer.Ordinal);
    }
}
