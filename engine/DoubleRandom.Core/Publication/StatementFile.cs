using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Publication;

/// <summary>A file that belongs to a statement; its bytes are kept apart, under their hash.</summary>
/// <param name="Name">As it is offered: letters, digits, dots, hyphens and underscores of any script, such as <c>frame.txt</c>.</param>
/// <param name="MediaType">What a browser is told.</param>
/// <param name="Sha256">Hash of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">How many.</param>
public sealed record StatementFile(string Name, string MediaType, string Sha256, long Bytes)
{
    /// <summary>Describes some bytes.</summary>
    public static StatementFile Of(string name, string mediaType, ReadOnlySpan<byte> content) => new(name, mediaType, Digest.Of(content).ToString(), content.Length);
}
