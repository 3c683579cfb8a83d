using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Web.Pages.Shared;

namespace DoubleRandom.Web.Pages.Home;

/// <summary>Joins the deadlines of many units into duties: thirteen units that owe one report are one line.</summary>
internal sealed class DueGroups(RunningPacks packs)
{
    public IReadOnlyList<DueGroup> Of(IEnumerable<OpenDeadline> deadlines) =>
    [
        .. deadlines.GroupBy(one => (one.DueOn, one.Jurisdiction, one.Obligation, one.Strength, one.Provisional)).Select(group => new DueGroup(
            packs.Of(group.Key.Jurisdiction)?.Jurisdiction.Name ?? Itself(group.Key.Jurisdiction),
            packs.Of(group.Key.Jurisdiction)?.Obligation(group.Key.Obligation)?.Name ?? Itself(group.Key.Obligation),
            group.Key.DueOn, group.Key.Strength is "should", group.Key.Provisional,
            [.. group.Select(Unit)])),
    ];

    public static IReadOnlyList<DueWeek> ByWeek(IEnumerable<DueGroup> groups) =>
        [.. groups.GroupBy(group => Monday(group.DueOn)).OrderBy(week => week.Key).Select(week => new DueWeek(week.Key, week.Key.AddDays(6), [.. week]))];

    private DueUnit Unit(OpenDeadline one) => new(
        packs.Of(one.Jurisdiction)?.Unit(one.Unit)?.Name ?? Itself(one.Unit), Places.Of(new DeadlineKey(one.Jurisdiction, one.Obligation, one.Unit, one.Period)));

    private static Bilingual Itself(string id) => new(id, id);

    private static DateOnly Monday(DateOnly on) => on.AddDays(-(((int)on.DayOfWeek + 6) % 7));
}
