namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>A slot's way to an inspector.</summary>
/// <param name="Inspector">Position within the part.</param>
/// <param name="Hash">The edge hash.</param>
/// <param name="Cost">The hash, less the reward of a fixed place.</param>
internal readonly record struct Edge(int Inspector, long Hash, Int128 Cost);
