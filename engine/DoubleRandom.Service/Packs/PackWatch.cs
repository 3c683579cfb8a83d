using DoubleRandom.Core.Packs;

namespace DoubleRandom.Service.Packs;

/// <summary>Notices that a file of the packs changed, by names, sizes and times: cheap enough to ask every second or two.</summary>
public sealed class PackWatch(string root)
{
    private string _seen = "";
    private PackLibrary? _before;

    /// <summary>The folder that holds <c>workflows</c> and <c>rules</c>.</summary>
    public string Root => root;

    /// <summary>All files when something changed since the last call (and at the first); otherwise null.</summary>
    public PackLibrary? Changed()
    {
        var now = Stamp();
        if (string.Equals(now, _seen, StringComparison.Ordinal))
            return null;
        _before = PackFolder.Read(root, _before);
        _seen = now;
        return _before;
    }

    /// <summary>Forgets what was seen: the next call gives all files again, because taking them in failed.</summary>
    public void LookAgain() => _seen = "";

    private string Stamp() => string.Join('\n', new[] { "workflows", "rules" }
        .Select(room => Path.Combine(root, room))
        .Where(System.IO.Directory.Exists)
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        .Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")
        .Order(StringComparer.Ordinal));
}
