using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>From a rule of law to the days it names.</summary>
internal static class Schedule
{
    /// <summary>The occurrences around the frame's span, ascending within their kind; the caller keeps those that are due inside it.</summary>
    public static IEnumerable<Occurrence> Of(When rule, ScheduleFrame frame) => rule switch
    {
        When.YearlyOn yearly => YearlySchedule.Of(yearly, frame),
        When.DayWindow window => YearlySchedule.Of(window, frame),
        When.Every every => CycleSchedule.Of(every, frame),
        When.MonthWindow months => CycleSchedule.Of(months, frame),
        When.Quota quota => CycleSchedule.Of(quota, frame),
        When.After after => EventSchedule.Of(after, frame),
        When.Before before => EventSchedule.Of(before, frame),
        When.Once once => OnceSchedule.Of(once, frame),
        _ => throw new InvalidOperationException($"No schedule for the kind {rule.GetType().Name}."),
    };
}
