using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Service.Feeds;

/// <summary>Which deadlines concern a person, by the functions in which the directory names them.</summary>
/// <param name="pack">The pack that runs.</param>
/// <param name="functions">The units and functions in which the person is named.</param>
public sealed class PersonDeadlines(Pack pack, IReadOnlyCollection<Recipient> functions)
{
    /// <summary>
    /// Whether a deadline belongs into the person's calendar: a liaison's and a leader's when their unit owes it, an office's when it is handed to their unit,
    /// and any other function's when a rung of its ladder speaks to them.
    /// </summary>
    public bool Include(DeadlineRow row) => functions.Any(named => Concerns(named, row));

    private bool Concerns(Recipient named, DeadlineRow row) => named.Function switch
    {
        "liaison" or "leader" => string.Equals(named.Unit, row.Unit, StringComparison.Ordinal),
        "office" => string.Equals(named.Unit, pack.Obligation(row.Obligation)?.To, StringComparison.Ordinal),
        _ => IsTold(named, row),
    };

    private bool IsTold(Recipient named, DeadlineRow row) =>
        pack.Unit(row.Unit) is { } unit && pack.Obligation(row.Obligation) is { } duty
        && duty.Ladder.Rungs.Any(rung => rung.Audience.Count > 0 && NoticeRules.Audience(pack, unit, rung, row.DueOn).Contains(named));
}
