using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>Single dates. 2018年12月31日前 is read as 前 is in every year.</summary>
internal static class OnceSchedule
{
    public static IEnumerable<Occurrence> Of(When.Once rule, ScheduleFrame frame) => rule.Dates
        .Select((date, i) => (date: frame.Before(date), period: $"once-{i + 1}"))
        .Where(once => frame.IsNear(once.date, once.date))
        .Select(once => frame.Named(once.period, once.date, once.date));
}
