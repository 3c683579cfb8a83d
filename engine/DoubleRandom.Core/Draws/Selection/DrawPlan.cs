using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>How many are to be drawn from each stratum of a frame.</summary>
public static class DrawPlan
{
    /// <summary>The plans in the order of the strata's codes, or none with every fault.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="census">What the frame holds.</param>
    /// <param name="file">The rules' name, for the faults.</param>
    public static (IReadOnlyList<StratumPlan> Strata, IReadOnlyList<Diagnostic> Faults) Of(DrawRules rules, FrameCensus census, string file)
    {
        var (plans, faults) = ByNumbers(rules, census, file);
        // Told while it can still be mended: before the seed, not after the draw.
        var teamless = plans.Where(plan => plan.Number > 0 && rules.Assignment is { } teams && teams.Of(plan.Stratum) is null).Select(plan => RulesMessages.NoTeam(Place.WholeFile(file), plan.Stratum)).ToArray();
        return teamless.Length > 0 ? ([], teamless) : (plans, faults);
    }

    private static (IReadOnlyList<StratumPlan> Strata, IReadOnlyList<Diagnostic> Faults) ByNumbers(DrawRules rules, FrameCensus census, string file) => rules.Numbers switch
    {
        Numbers.Named named => ByName(rules, named, census, file),
        Numbers.Each each => ([.. census.Strata.Select(pair => Plan(rules, pair.Key, pair.Value, each.Quota.For(pair.Value)))], []),
        Numbers.Whole whole when census.Whole() is var all => ([Plan(rules, StratumPlan.Whole, all, whole.Quota.For(all))], []),
        Numbers.Shared shared => Share(rules, shared, census, file),
        _ => throw new InvalidOperationException($"No way to plan {rules.Numbers}."),
    };

    private static StratumPlan Plan(DrawRules rules, string stratum, StratumCount count, long number) => new(stratum, rules.Method, count, number, rules.Substitutes);

    private static (IReadOnlyList<StratumPlan>, IReadOnlyList<Diagnostic>) ByName(DrawRules rules, Numbers.Named named, FrameCensus census, string file)
    {
        var unknown = census.Strata.Where(pair => !named.Strata.ContainsKey(pair.Key)).Select(pair => RulesMessages.UnknownStratum(Place.WholeFile(file), pair.Key)).ToArray();
        var strata = named.Strata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, Count: census[pair.Key] ?? new StratumCount(), Quota: pair.Value));
        return (unknown.Length > 0 ? [] : [.. strata.Select(stratum => Plan(rules, stratum.Key, stratum.Count, stratum.Quota.For(stratum.Count)))], unknown);
    }

    private static (IReadOnlyList<StratumPlan>, IReadOnlyList<Diagnostic>) Share(DrawRules rules, Numbers.Shared shared, FrameCensus census, string file)
    {
        var total = shared.Quota.For(census.Whole());
        var needed = census.Strata.Count(pair => pair.Value.Eligible > 0);
        if (shared.Least > 0 && total < needed)
            return ([], [RulesMessages.TooFew(Place.WholeFile(file), total, needed)]);
        // A stratum all of whose targets are excluded takes no part, whatever the ratio is of.
        var sizes = census.Strata.ToDictionary(pair => pair.Key, pair => pair.Value.Eligible == 0 ? 0 : shared.Quota.Size(pair.Value), StringComparer.Ordinal);
        var shares = Hamilton.Share(total, sizes, shared.Least);
        return ([.. census.Strata.Select(pair => Plan(rules, pair.Key, pair.Value, Math.Min(pair.Value.Eligible, shares[pair.Key])))], []);
    }
}
