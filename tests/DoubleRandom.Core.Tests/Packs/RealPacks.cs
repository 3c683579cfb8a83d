using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>The packs and calendars of this repository, compiled once.</summary>
internal static class RealPacks
{
    internal static PackLibrary Library { get; } = new(new[] { "workflows", "rules" }
        .SelectMany(room => Directory.EnumerateFiles(Repository.PathOf(room), "*", SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".json" or ".hbs")
        .Select(path => new PackFile(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllBytes(path))));

    private static readonly Lazy<IReadOnlyDictionary<string, CompiledPack>> Compiled = new(() => Library
        .Jurisdictions.ToDictionary(folder => folder, folder => PackCompiler.Compile(Library, folder), StringComparer.Ordinal));

    internal static IReadOnlyList<string> Five { get; } = ["640221-pingluo", "640425-pengyang", "445200-jieyang", "532323-mouding", "140827-yuanqu"];

    internal static CompiledPack Compile(string folder) => Compiled.Value[folder];

    internal static Pack Of(string folder) => Compile(folder).Pack!;
}
