using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>
/// How small the tickets will be that are drawn. Tickets are spread evenly, so that of N targets n lie below n/N of all numbers, give or take; whoever lies well above need not be kept at all. The
/// frame is read once more without a bound if, against all likelihood (less than 2^-100), too few lay below it: the answer is the same.
/// </summary>
internal static class Foresight
{
    private const int Deviations = 16;
    private const int Least = 128;

    /// <summary>The first 64 bits that the tickets drawn of a stratum will not pass; the greatest number where it cannot be said.</summary>
    public static ulong Of(StratumPlan plan)
    {
        var wanted = plan.Number + plan.Substitutes;
        if (plan.Method is not DrawMethod.Srs || wanted == 0)
            return ulong.MaxValue;
        var below = (UInt128)(wanted + (Deviations * Root(wanted)) + Least);
        return below >= (UInt128)plan.Count.Eligible ? ulong.MaxValue : (ulong)((below << 64) / (UInt128)plan.Count.Eligible);
    }

    /// <summary>Every ticket is looked at.</summary>
    public static ulong None(StratumPlan plan) => ulong.MaxValue;

    /// <summary>The least number whose square is not below.</summary>
    private static long Root(long square)
    {
        var root = square;
        for (var next = (root + 1) / 2; next < root; next = (root + (square / root)) / 2)
            root = next;
        return root * root < square ? root + 1 : root;
    }
}
