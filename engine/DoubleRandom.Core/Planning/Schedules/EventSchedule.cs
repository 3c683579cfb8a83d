using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>Lengths of time after and before events.</summary>
internal static class EventSchedule
{
    public static IEnumerable<Occurrence> Of(When.After rule, ScheduleFrame frame) =>
        Triggers(rule, frame).Where(pair => pair.ReplacedBy is null).Select(pair => pair.Occurrence);

    /// <summary>Every event's deadline, with the later event that started the period again, if one did.</summary>
    /// <remarks>An event that comes on or before the due day replaces the deadline; one that comes after it finds a breach, and a breach stands.</remarks>
    public static IEnumerable<(Occurrence Occurrence, PlanEvent? ReplacedBy)> Triggers(When.After rule, ScheduleFrame frame)
    {
        var triggers = frame.Happened(rule.EventIds, rule.Length, 1);
        var next = rule.Restart ? NextOfSubject(triggers) : [];
        for (var i = 0; i < triggers.Length; i++)
        {
            var due = AfterEvent(triggers[i], rule.Length, frame);
            yield return (due, rule.Restart && next[i] is { } later && later.On <= due.DueOn ? later : null);
        }
    }

    public static IEnumerable<Occurrence> Of(When.Before rule, ScheduleFrame frame) =>
        from trigger in frame.Happened(rule.Events, rule.Length, -1)
        let nominal = Back(trigger.On, rule.Length, frame)
        let due = frame.Readings.PeriodEnd == RestDayRule.Keep ? nominal : frame.Calendar.OnOrBefore(nominal)
        select new Occurrence(trigger.Period, due, nominal, due, trigger, IsProvisional(trigger, rule.Length, nominal, due, frame));

    /// <summary>Whether the working calendar certainly spans the way from an event to its due day, with a stretch of rest days to spare; every 5 working days take at most 8 days, long holidays aside.</summary>
    internal static bool Reaches(DateOnly start, Packs.Model.Span length, int direction)
    {
        const int spare = 62;
        long n = NumberOn(start, length);
        var days = spare + length.Unit switch
        {
            SpanUnit.WorkingDays => n * 8 / 5,
            SpanUnit.Days => n,
            SpanUnit.Months => n * 31,
            _ => n * 366,
        };
        var end = start.DayNumber + (direction * days);
        return start >= WorkingCalendar.FirstOn && start <= WorkingCalendar.LastOn && end >= WorkingCalendar.FirstOn.DayNumber && end <= WorkingCalendar.LastOn.DayNumber;
    }

    /// <summary>For each event the next one of the same subject and unit, or null.</summary>
    private static PlanEvent?[] NextOfSubject(PlanEvent[] triggers)
    {
        var next = new PlanEvent?[triggers.Length];
        var seen = new Dictionary<(string, string?), PlanEvent>();
        for (var i = triggers.Length - 1; i >= 0; i--)
        {
            var subject = (triggers[i].Subject, triggers[i].Unit);
            next[i] = seen.GetValueOrDefault(subject);
            seen[subject] = triggers[i];
        }

        return next;
    }

    private static Occurrence AfterEvent(PlanEvent trigger, Packs.Model.Span length, ScheduleFrame frame)
    {
        var nominal = Forward(trigger.On, length, frame);
        var due = length.Unit == SpanUnit.WorkingDays ? nominal : frame.Calendar.Roll(nominal, frame.Readings.PeriodEnd);
        return new(trigger.Period, trigger.On, nominal, due, trigger, IsProvisional(trigger, length, nominal, due, frame));
    }

    /// <summary>Whether a notice yet to come may change the due day: counting working days asks for every day on the way, calendar days only for those over which the end is moved.</summary>
    private static bool IsProvisional(PlanEvent trigger, Packs.Model.Span length, DateOnly nominal, DateOnly due, ScheduleFrame frame) =>
        length.Unit == SpanUnit.WorkingDays
            ? frame.Calendar.HasProvisional(trigger.On, due)
            : frame.Readings.PeriodEnd != RestDayRule.Keep && frame.Calendar.HasProvisional(nominal, due);

    private static DateOnly Forward(DateOnly start, Packs.Model.Span length, ScheduleFrame frame)
    {
        var n = NumberOn(start, length);
        var included = frame.Readings.StartDayCounts ? -1 : 0;
        return length.Unit switch
        {
            SpanUnit.WorkingDays => frame.Calendar.AddWorkingDays(start, n, frame.Readings.StartDayCounts),
            SpanUnit.Days => start.AddDays(n + included),
            SpanUnit.Months => start.AddMonths(n).AddDays(included),
            _ => start.AddYears(n).AddDays(included),
        };
    }

    private static DateOnly Back(DateOnly start, Packs.Model.Span length, ScheduleFrame frame)
    {
        var n = NumberOn(start, length);
        return length.Unit switch
        {
            SpanUnit.WorkingDays => frame.Calendar.AddWorkingDays(start, -n),
            SpanUnit.Days => start.AddDays(-n),
            SpanUnit.Months => start.AddMonths(-n),
            _ => start.AddYears(-n),
        };
    }

    /// <summary>The number in force on the day of the event; before the first entry of its history the first one is taken.</summary>
    private static int NumberOn(DateOnly day, Packs.Model.Span length) => (length.Length.At(day) ?? length.Length.Entries[0]).Value;
}
