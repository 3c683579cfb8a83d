using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>Finds ASCII names by their bytes, so that no text is made for a row of a frame.</summary>
internal sealed class ByteText : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    private const int Prime = 31;

    public static ByteText Ordinal { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj)
    {
        var hash = 0;
        foreach (var letter in obj)
            hash = unchecked((hash * Prime) + letter);
        return hash;
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.ASCII.GetString(alternate);

    public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = 0;
        foreach (var letter in alternate)
            hash = unchecked((hash * Prime) + letter);
        return hash;
    }
}
