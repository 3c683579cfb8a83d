namespace DoubleRandom.Store.Publication;

/// <summary>A signed head of a chain.</summary>
/// <param name="Day">The day for which it stands.</param>
/// <param name="Sequence">The last link that it covers.</param>
/// <param name="Head">Canonical JSON.</param>
/// <param name="Signature">ECDSA P-256 over the SHA-256 of the bytes of <paramref name="Head"/>, 64 bytes r‖s in base64.</param>
public sealed record LedgerHeadRow(DateOnly Day, long Sequence, string Head, string Signature);
