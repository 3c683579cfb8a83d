using System.Text;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>
/// The name under which an inspector stands in published lists and records: 26 letters that tell nothing to whoever does not know the salt of the draw, and that nobody else's name can give. Every
/// draw has a salt of its own, so that one person's checks cannot be strung together across draws.
/// </summary>
public static class Pseudonym
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Length = 26;
    private const int BitsOfLetter = 5;
    private const byte Domain = 3;

    /// <summary>The first 130 bits of SHA-256(salt | 03 | name) in base 32 (RFC 4648).</summary>
    /// <param name="salt">32 random bytes, secret until they are revealed; committed to like a pepper.</param>
    /// <param name="inspector">The inspector's own id in the directory, in any letters.</param>
    public static string Of(Digest salt, string inspector)
    {
        var hash = Digest.Of([.. salt.ToBytes(), Domain, .. Encoding.UTF8.GetBytes(inspector)]).ToBytes();
        return string.Create(Length, hash, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var (at, shift) = (i * BitsOfLetter / 8, i * BitsOfLetter % 8);
                letters[i] = Letters[(((bytes[at] << 8) | bytes[at + 1]) >> (16 - BitsOfLetter - shift)) & (Letters.Length - 1)];
            }
        });
    }

    /// <summary>What is published of a salt before the seed: its SHA-256.</summary>
    public static Digest Commit(Digest salt) => Digest.Of(salt.ToBytes());
}
