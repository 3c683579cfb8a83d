using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Packs;

/// <summary>Runs the tests that a pack carries: for a span and some events, exactly these deadlines and no others.</summary>
public static class PackTests
{
    /// <summary>A fault for each test that fails and for each obligation without any.</summary>
    public static IEnumerable<Diagnostic> Run(Pack pack)
    {
        foreach (var test in pack.Tests)
            if (Difference(pack, test) is { } difference)
                yield return CoverageFaults.TestFailed(test.Place, test.Name, difference);
        var tested = pack.Tests.Select(test => test.Obligation).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var obligation in pack.Obligations)
            if (!obligation.Id.StartsWith("document.", StringComparison.Ordinal) && !tested.Contains(obligation.Id))
                yield return CoverageFaults.NoTest(obligation.Place, obligation.Id);
    }

    private static Bilingual? Difference(Pack pack, PackTest test)
    {
        if (test.Obligation is { } id && pack.Obligation(id) is null)
            return new($"没有义务“{id}”", $"there is no obligation \"{id}\"");
        var plan = Planner.Plan(new(pack, test.From, test.To, test.Events));
        var found = plan.Deadlines
            .Where(deadline => Concerns(test, deadline.Obligation.Id))
            .GroupBy(deadline => deadline.DueOn)
            .ToDictionary(group => group.Key, group => group.Select(deadline => deadline.Key.Unit).Order(StringComparer.Ordinal).ToArray());
        return Days(test, found) ?? Units(test, found) ?? Reason(test, plan);
    }

    private static bool Concerns(PackTest test, string obligation) =>
        test.Obligation is { } id ? string.Equals(id, obligation, StringComparison.Ordinal) : !obligation.StartsWith("document.", StringComparison.Ordinal);

    private static Bilingual? Days(PackTest test, Dictionary<DateOnly, string[]> found)
    {
        var wanted = test.Then.Select(then => then.DueOn).Distinct().Order().ToArray();
        var planned = found.Keys.Order().ToArray();
        if (wanted.SequenceEqual(planned))
            return null;
        var (want, have) = (Listed(wanted.Select(day => day.Iso())), Listed(planned.Select(day => day.Iso())));
        return new($"应到期 {want}，实际 {have}", $"expected due days {want}, planned {have}");
    }

    private static Bilingual? Units(PackTest test, Dictionary<DateOnly, string[]> found)
    {
        foreach (var then in test.Then)
        {
            var units = found[then.DueOn];
            if (then.Count is { } count && count != units.Length)
                return new($"{then.DueOn.Iso()} 应有 {count} 个单位，实际 {units.Length} 个：{Listed(units)}", $"on {then.DueOn.Iso()} expected {count} units, planned {units.Length}: {Listed(units)}");
            if (then.Units is { } named && !named.Order(StringComparer.Ordinal).SequenceEqual(units, StringComparer.Ordinal))
                return new($"{then.DueOn.Iso()} 应为 {Listed(named)}，实际 {Listed(units)}", $"on {then.DueOn.Iso()} expected {Listed(named)}, planned {Listed(units)}");
        }

        return null;
    }

    private static Bilingual? Reason(PackTest test, Plan plan)
    {
        if (test.Because is not { } because || plan.NotPlanned.Any(gap => Concerns(test, gap.Obligation) && string.Equals(ReasonWord(gap.Reason), because, StringComparison.Ordinal)))
            return null;
        return new($"未因“{because}”而不计划", $"nothing was left out because of \"{because}\"");
    }

    /// <summary>The word of a reason in JSON.</summary>
    public static string ReasonWord(NotPlannedReason reason) => reason switch
    {
        NotPlannedReason.Lapsed => "lapsed",
        NotPlannedReason.NotYetInForce => "not-yet-in-force",
        NotPlannedReason.WaitingForEvent => "waiting-for-event",
        NotPlannedReason.Restarted => "restarted",
        NotPlannedReason.BeyondCalendar => "beyond-calendar",
        _ => "nobody-owes",
    };

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "–";
}
