using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DoubleRandom.Core.Publication;

/// <summary>
/// Says how far a jurisdiction's chain had come, and is signed: whoever keeps one can tell later whether anything before it was changed. The signature is ECDSA with
/// P-256 and SHA-256 over the canonical bytes, 64 bytes r‖s in base64.
/// </summary>
/// <param name="Jurisdiction">The chain.</param>
/// <param name="Day">The day for which it stands.</param>
/// <param name="Sequence">The last link.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="SignedAt">When (UTC).</param>
/// <param name="PublicKey">The key that verifies it: SubjectPublicKeyInfo in base64.</param>
public sealed record LedgerHead(string Jurisdiction, DateOnly Day, long Sequence, string Hash, DateTimeOffset SignedAt, string PublicKey)
{
    /// <summary>The canonical JSON that is signed.</summary>
    public string Json() => PublicEntry.Canonical(new JsonObject
    {
        ["jurisdiction"] = Jurisdiction,
        ["sequence"] = Sequence,
        ["hash"] = Hash,
        ["signedAt"] = PublicEntry.InstantText(SignedAt),
        ["day"] = Day.Iso(),
        ["publicKey"] = PublicKey,
    });

    /// <summary>Signs canonical JSON.</summary>
    public static string Sign(ECDsa key, string json) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(json), HashAlgorithmName.SHA256));

    /// <summary>Whether a signature belongs to the bytes and the key. What is no key or no signature belongs to nothing.</summary>
    public static bool Verifies(ReadOnlySpan<byte> json, string signature, string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(json, Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
