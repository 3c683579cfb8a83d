using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>Once in every month, quarter, half-year, year, or every so many months.</summary>
internal static class CycleSchedule
{
    public static IEnumerable<Occurrence> Of(When.Every rule, ScheduleFrame frame) =>
        from period in Periods(rule.Cycle, frame)
        select frame.Named(NameOf(period, rule.Cycle), period.From, Day(rule.On, period, frame), IsLastWorkingDay(rule.On, frame));

    /// <summary>A quota is due when its period ends, rest day or not: the conference must have been held by then.</summary>
    public static IEnumerable<Occurrence> Of(When.Quota rule, ScheduleFrame frame) =>
        from period in Periods(rule.Per, frame)
        select new Occurrence(NameOf(period, rule.Per), period.From, period.To, period.To, null, false);

    public static IEnumerable<Occurrence> Of(When.MonthWindow rule, ScheduleFrame frame) =>
        from year in frame.Years
        from month in rule.Months
        let end = frame.MonthEnd(year, month, frame.Readings.MonthEndsOnWorkingDay)
        select frame.Named($"{year:0000}-{month:00}", new DateOnly(year, month, 1), end, frame.Readings.MonthEndsOnWorkingDay);

    /// <summary>The periods that touch the span, and one on each side: a rest day moves a due day out of its period or into the span.</summary>
    private static IEnumerable<CivilPeriod> Periods(CivilCycle cycle, ScheduleFrame frame) => cycle
        .Covering(cycle.Before(frame.From).From, cycle.After(frame.To).To)
        .Where(period => frame.IsNear(period.From, period.To));

    private static DateOnly Day(DayInPeriod on, CivilPeriod period, ScheduleFrame frame) => on switch
    {
        { Last: { } weekday } => CivilDates.LastWeekday(period, weekday),
        { Day: 0 } => frame.MonthEnd(period.To.Year, period.To.Month),
        _ => frame.Before(CivilDates.OnDay(period.To.Year, period.To.Month, on.Day)),
    };

    private static bool IsLastWorkingDay(DayInPeriod on, ScheduleFrame frame) => on is { Last: null, Day: 0 } && frame.Readings.EndIsLastWorkingDay;

    private static string NameOf(CivilPeriod period, CivilCycle cycle)
    {
        var (year, month) = (period.From.Year, period.From.Month);
        if (cycle == CivilCycle.Year)
            return $"{year:0000}";
        if (cycle == CivilCycle.HalfYear)
            return $"{year:0000}-H{(month + 5) / 6}";
        return cycle == CivilCycle.Quarter ? $"{year:0000}-Q{(month + 2) / 3}" : $"{year:0000}-{month:00}";
    }
}
