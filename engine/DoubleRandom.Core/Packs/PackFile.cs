namespace DoubleRandom.Core.Packs;

/// <summary>One file of a pack as it was found: its path and its bytes.</summary>
/// <param name="Path">Relative to the root of all packs, with forward slashes: <c>workflows/640425-pengyang/obligations.json</c>.</param>
/// <param name="Content">The bytes, unread.</param>
public sealed record PackFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>The largest file that is read. The largest of the five counties' is under 40 KB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The folder that names the pack: <c>640425-pengyang</c>.</summary>
    public string Folder => Path.Split('/') is { Length: > 2 } parts ? parts[1] : "";
}
