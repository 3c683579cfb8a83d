using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>Puts the rungs of a ladder on their days.</summary>
internal static class LadderDates
{
    /// <summary>The rungs by day: before the due day on the working day at or before their distance, after it on the one at or after.</summary>
    /// <remarks>A duty that only advises has no escalation. A rung that would lie before the event that started the duty is left out; an event that the duty precedes has been announced, so its reminders stand.</remarks>
    public static RungDate[] Of(Obligation obligation, Occurrence occurrence, QuotaProgress? progress, WorkingCalendar calendar, OfficeHours hours) =>
    [
        .. obligation.Ladder.Rungs
            .Where(rung => rung.Kind != RungKind.Escalation || obligation.Strength == Strength.Must)
            .SelectMany(rung => Days(rung, occurrence.DueOn, progress, calendar).Select(on => new RungDate(rung, on, rung.At ?? hours.From)))
            .Where(date => occurrence.Rule is not When.After || date.On >= occurrence.ActOn)
            .OrderBy(date => date.On)
            .ThenBy(date => date.At),
    ];

    private static IEnumerable<DateOnly> Days(Rung rung, DateOnly dueOn, QuotaProgress? progress, WorkingCalendar calendar) => rung.Kind switch
    {
        RungKind.Behind => progress?.Behind.Select(calendar.OnOrAfter) ?? [],
        RungKind.Reminder => [Before(rung, dueOn, calendar)],
        _ => [After(rung, dueOn, calendar)],
    };

    private static DateOnly Before(Rung rung, DateOnly dueOn, WorkingCalendar calendar) => rung is { InWorkingDays: true, Days: not 0 }
        ? calendar.AddWorkingDays(dueOn, rung.Days)
        : calendar.OnOrBefore(dueOn.AddDays(rung.Days));

    private static DateOnly After(Rung rung, DateOnly dueOn, WorkingCalendar calendar) => rung.InWorkingDays
        ? calendar.AddWorkingDays(dueOn, rung.Days)
        : calendar.OnOrAfter(dueOn.AddDays(rung.Days));
}
