using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Planning.Schedules;
using DoubleRandom.Core.Time;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Works out due days of steps with the schedules of obligations: one arithmetic, one explanation.</summary>
/// <param name="calendar">The jurisdiction's working days.</param>
/// <param name="readings">The jurisdiction's readings.</param>
public sealed class DueDates(WorkingCalendar calendar, Readings readings)
{
    private const int YearsAhead = 11;

    /// <summary>Those of a pack.</summary>
    public static DueDates Of(Pack pack) => new(pack.Calendar, pack.Readings);

    /// <summary>When something is due that opened on a day: after or before the latest event it counts from, otherwise on the first of its dates from that day on. Null while no such event has happened, or when no such date comes.</summary>
    /// <param name="due">The rule.</param>
    /// <param name="openedOn">The day on which the step opened, whose law applies.</param>
    /// <param name="happened">The latest day of an event of that name; null when it has not happened.</param>
    public Occurrence? Of(Due due, DateOnly openedOn, Func<string, DateOnly?> happened)
    {
        if (openedOn < PlanSpan.First || openedOn > PlanSpan.Last || due.When.At(openedOn)?.Value is not { } rule)
            return null;
        var events = rule.Events
            .Select(name => (Name: name, On: name is Due.Opening ? openedOn : happened(name)))
            .Where(known => known.On is not null)
            .Select(known => new PlanEvent(known.Name, known.On!.Value, "", null))
            .ToArray();
        var found = Schedule.Of(rule, Frame(events, openedOn, openedOn.AddYears(YearsAhead)));
        var occurrence = rule.Events.Count > 0
            ? found.OrderBy(o => o.ActOn).LastOrDefault()
            : found.Where(o => o.DueOn >= openedOn).OrderBy(o => o.DueOn).FirstOrDefault();
        return occurrence is null ? null : occurrence with { Rule = rule };
    }

    /// <summary>The dates of a rule of the calendar within a span, ascending: the days on which a workflow that starts by date starts.</summary>
    public IReadOnlyList<DateOnly> Between(Due due, DateOnly from, DateOnly to) =>
    [
        .. due.When.Entries
            .SelectMany(entry => Schedule.Of(entry.Value, Frame([], from, to)).Select(o => o.DueOn).Where(on => on >= entry.From && on <= due.When.Until(entry)))
            .Where(on => on >= from && on <= to)
            .Distinct()
            .Order(),
    ];

    private ScheduleFrame Frame(PlanEvent[] events, DateOnly from, DateOnly to) =>
        new(calendar, readings, new EventBook(events), null, from, to > PlanSpan.Last ? PlanSpan.Last : to);
}
