using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>What is published of a list before any seed exists, so that nothing in it can change afterwards.</summary>
/// <param name="Header">Its first line.</param>
/// <param name="Sha256">The SHA-256 of the whole file.</param>
/// <param name="Root">The Merkle root (RFC 6962) over its lines without their line ends, the header first.</param>
public sealed record ListCommitment(ListHeader Header, Digest Sha256, Digest Root);
