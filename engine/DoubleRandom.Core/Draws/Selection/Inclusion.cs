using System.Numerics;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>How a printed probability is meant.</summary>
public enum InclusionBasis
{
    /// <summary>It is the probability.</summary>
    Exact,

    /// <summary>It is what Pareto sampling aims at; the true one differs from it by very little.</summary>
    Design,

    /// <summary>It is computed for a large frame, where the exact fraction would be out of reach.</summary>
    Approximate,
}

/// <summary>How probable it is that a target of one weight is drawn.</summary>
/// <param name="Weight">The weight.</param>
/// <param name="Count">How many eligible targets have it.</param>
/// <param name="Probability">The probability.</param>
/// <param name="Basis">How it is meant.</param>
public sealed record ClassInclusion(int Weight, long Count, Ratio Probability, InclusionBasis Basis);

/// <summary>The inclusion probabilities that are published with every draw.</summary>
public static class Inclusion
{
    private const int FractionBits = 96;

    /// <summary>One entry for each weight of the stratum, the smallest first.</summary>
    public static IReadOnlyList<ClassInclusion> Of(StratumPlan plan)
    {
        var classes = plan.Count.Classes;
        return plan.Method switch
        {
            // Where all weigh the same, or all are taken, or none is, lots and weights change nothing.
            _ when classes.Count < 2 || plan.Number == 0 || plan.Number == plan.Count.Eligible || plan.Method is DrawMethod.Srs => Alike(plan),
            DrawMethod.Pareto => [.. classes.Select(pair => Aimed(plan, pair.Key, pair.Value))],
            _ when SuccessiveDraw.IsWithinReach(plan) => Exact(plan),
            _ => Approximate(plan),
        };
    }

    private static IReadOnlyList<ClassInclusion> Alike(StratumPlan plan) =>
        [.. plan.Count.Classes.Select(pair => new ClassInclusion(pair.Key, pair.Value, new(plan.Number, plan.Count.Eligible), InclusionBasis.Exact))];

    private static ClassInclusion Aimed(StratumPlan plan, int weight, long count) => plan.Certain.ContainsKey(weight)
        ? new(weight, count, new(1, 1), InclusionBasis.Exact)
        : new(weight, count, new((BigInteger)plan.Chance * weight, plan.Weight), InclusionBasis.Design);

    private static IReadOnlyList<ClassInclusion> Exact(StratumPlan plan) =>
        [.. plan.Count.Classes.Zip(SuccessiveDraw.Of(plan), (pair, probability) => new ClassInclusion(pair.Key, pair.Value, probability, InclusionBasis.Exact))];

    /// <summary>
    /// In a large frame the n-th best ticket hardly varies: with u the part of the tickets above it, a target of weight w is drawn with probability 1 − u^w, and u is
    /// where these sum up to n. Fixed point with 96 bits, rounded down, so that everybody finds the same digits.
    /// </summary>
    private static IReadOnlyList<ClassInclusion> Approximate(StratumPlan plan)
    {
        var one = BigInteger.One << FractionBits;
        var (low, high) = (BigInteger.Zero, one);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            var expected = plan.Count.Classes.Aggregate(BigInteger.Zero, (sum, pair) => sum + (pair.Value * (one - Power(middle, pair.Key))));
            (low, high) = expected >= plan.Number * one ? (middle, high) : (low, middle);
        }

        return [.. plan.Count.Classes.Select(pair => new ClassInclusion(pair.Key, pair.Value, new(one - Power(low, pair.Key), one), InclusionBasis.Approximate))];
    }

    /// <summary>Square and multiply from the highest bit, rounded down each time.</summary>
    private static BigInteger Power(BigInteger u, int exponent)
    {
        var result = BigInteger.One << FractionBits;
        for (var bit = BitOperations.Log2((uint)exponent); bit >= 0; bit--)
        {
            result = (result * result) >> FractionBits;
            if (((exponent >> bit) & 1) == 1)
                result = (result * u) >> FractionBits;
        }

        return result;
    }
}
