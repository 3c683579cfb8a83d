namespace DoubleRandom.Cli.Tests;

/// <summary>A copy of the repository's packs, or of those of a folder, that a test may spoil.</summary>
internal sealed class PackCopy : IDisposable
{
    public PackCopy(string? of = null)
    {
        var source = of ?? Repository.Root;
        foreach (var room in new[] { "workflows", "rules" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(source, room), "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Root, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("packs-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The names of the pack folders, in the order in which they are listed.</summary>
    public static string[] Folders(string root) =>
        [.. Directory.EnumerateDirectories(Path.Combine(root, "workflows")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Takes a pack away, both of its folders.</summary>
    public void Remove(string pack)
    {
        foreach (var folder in new[] { PathOf("workflows", pack), PathOf("rules", pack) }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Replaces text in a file; fails when it is not there, so that no test passes by accident.</summary>
    public void Edit(string file, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
