namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Both aims as one integer: the k-th unit of an inspector's load costs (2k − 1)·2^48·(S + 1), so that the units up to k cost k² of those, and all edge hashes of S slots together less than one.
/// Below 2^22·2^48·2^20 per unit, so that no sum of this room comes near the bounds of 128 bits.
/// </summary>
internal static class LoadCost
{
    /// <summary>What one unit of squared load weighs, with S slots in the whole problem.</summary>
    public static Int128 Weight(int slots) => ((Int128)1 << EdgeHashes.Bits) * (slots + 1);

    /// <summary>The cost of raising a load to <paramref name="level"/> from one less.</summary>
    public static Int128 Of(int level, Int128 weight) => ((2 * level) - 1) * weight;
}
