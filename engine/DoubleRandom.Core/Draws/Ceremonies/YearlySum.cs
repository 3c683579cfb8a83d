using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>A quota for a whole year that several batches fill together ("5 % a year"): each batch draws of what is still missing.</summary>
/// <param name="Quota">The quota of the year.</param>
/// <param name="SinceOn">The first day that counts.</param>
/// <param name="Batch">The most that one batch draws from a stratum; null for all that is missing.</param>
public sealed record YearlySum(Quota Quota, DateOnly SinceOn, long? Batch)
{
    /// <summary>How a stratum stands.</summary>
    /// <param name="count">The stratum in this batch's frame.</param>
    /// <param name="drawn">How many were drawn from it since the first day.</param>
    /// <param name="repeats">The reasons under which targets drawn before stand in the frame: they are part of what the year's quota is of.</param>
    public YearlyStanding Of(StratumCount count, long drawn, IReadOnlySet<string> repeats)
    {
        var all = new StratumCount();
        all.AddEligible(1, count.Eligible + count.Excluded.Where(pair => repeats.Contains(pair.Key)).Sum(pair => pair.Value));
        foreach (var (reason, number) in count.Excluded)
            if (!repeats.Contains(reason))
                all.AddExcluded(reason, number);
        var due = Quota.For(all);
        var missing = Math.Max(0, due - drawn);
        return new(due, drawn, Math.Min(count.Eligible, Math.Min(missing, Batch ?? missing)));
    }
}

/// <summary>How a stratum stands in its year.</summary>
/// <param name="Due">How many the year demands.</param>
/// <param name="Drawn">How many were drawn before this batch.</param>
/// <param name="Now">How many this batch draws.</param>
public sealed record YearlyStanding(long Due, long Drawn, long Now);
