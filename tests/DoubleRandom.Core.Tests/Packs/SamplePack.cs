using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>The tiny valid pack of tests/cases/packs/_sample, to which cases apply their edits.</summary>
internal static class SamplePack
{
    internal const string Folder = "640499-sample";

    private static readonly Dictionary<string, byte[]> Files = Read(Repository.PathOf("tests", "cases", "packs", "_sample"));

    /// <summary>A fresh copy of its files by path.</summary>
    internal static Dictionary<string, byte[]> Copy() => new(Files, StringComparer.Ordinal);

    internal static PackLibrary Library(Dictionary<string, byte[]> files) => new(files.Select(file => new PackFile(file.Key, file.Value)));

    /// <summary>"obligations.json" means the county's, "_base-sample/forms.json" that of a layer; a path from the root stays.</summary>
    internal static string PathOf(string name) =>
        name.StartsWith("workflows/", StringComparison.Ordinal) || name.StartsWith("rules/", StringComparison.Ordinal) ? name
        : name.Contains('/', StringComparison.Ordinal) ? $"workflows/{name}"
        : $"workflows/{Folder}/{name}";

    private static Dictionary<string, byte[]> Read(string root) => Directory
        .EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
