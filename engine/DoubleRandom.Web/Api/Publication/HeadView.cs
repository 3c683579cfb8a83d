namespace DoubleRandom.Web.Api.Publication;

/// <summary>A signed head of a public chain.</summary>
/// <param name="Day">The day for which it stands.</param>
/// <param name="Sequence">The last link that it covers.</param>
/// <param name="Head">Canonical JSON, to the byte what was signed.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256, r‖s in base64.</param>
public sealed record HeadView(DateOnly Day, long Sequence, string Head, string Signature);
