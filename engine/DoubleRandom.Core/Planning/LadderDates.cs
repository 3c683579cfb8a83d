using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>Puts the rungs of an obligation's ladder on their days. Units that owe on one day share the answer.</summary>
/// <remarks>A duty that only advises has no escalation. A rung that would lie before the event that started the duty is left out; an event that the duty precedes has been announced, so its reminders stand.</remarks>
internal sealed class LadderDates(Obligation obligation, Pack pack)
{
    private readonly WorkingCalendar _calendar = pack.Calendar;
    private readonly RungConditions _conditions = new(obligation, pack.Rules, pack.Calendar);
    private readonly Rung[] _rungs = [.. obligation.Ladder.Rungs.Where(rung => rung.Kind != RungKind.Escalation || obligation.Strength == Strength.Must)];
    private (DateOnly DueOn, DateOnly? After, RungDate[] Ladder)? _last;

    /// <summary>The rungs by day: before the due day on the working day at or before their distance, after it on the one at or after.</summary>
    public RungDate[] Of(Occurrence occurrence, QuotaProgress? progress)
    {
        var after = occurrence.Rule is When.After ? occurrence.Trigger?.On : null;
        if (progress is null && _last is { } last && last.DueOn == occurrence.DueOn && last.After == after)
            return last.Ladder;
        var dates = new List<RungDate>(_rungs.Length);
        foreach (var rung in _rungs)
            Add(dates, rung, occurrence.DueOn, after, progress);
        RungDate[] ladder = [.. dates];
        Array.Sort(ladder, static (a, b) => (a.On, a.At, a.Rung.Days).CompareTo((b.On, b.At, b.Rung.Days)));
        _last = (occurrence.DueOn, after, ladder);
        return ladder;
    }

    private void Add(List<RungDate> dates, Rung rung, DateOnly dueOn, DateOnly? after, QuotaProgress? progress)
    {
        if (rung.Kind == RungKind.Behind)
        {
            foreach (var on in progress?.Behind ?? [])
                dates.Add(new(rung, _calendar.OnOrAfter(on), rung.At ?? pack.OfficeHours.From));
            return;
        }

        var day = rung.Kind == RungKind.Reminder ? Before(rung, dueOn) : After(rung, dueOn);
        if ((after is null || day >= after) && _conditions.Holds(rung, dueOn, day))
            dates.Add(new(rung, day, rung.At ?? pack.OfficeHours.From));
    }

    private DateOnly Before(Rung rung, DateOnly dueOn) => rung is { InWorkingDays: true, Days: not 0 }
        ? _calendar.AddWorkingDays(dueOn, rung.Days)
        : _calendar.OnOrBefore(dueOn.AddDays(rung.Days));

    private DateOnly After(Rung rung, DateOnly dueOn) => rung.InWorkingDays
        ? _calendar.AddWorkingDays(dueOn, rung.Days)
        : _calendar.OnOrAfter(dueOn.AddDays(rung.Days));
}
