using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>Fixed days of every year, and spans between two of them.</summary>
internal static class YearlySchedule
{
    public static IEnumerable<Occurrence> Of(When.YearlyOn rule, ScheduleFrame frame)
    {
        foreach (var year in frame.Years)
        {
            var opensOn = new DateOnly(year, 1, 1);
            for (var i = 0; i < rule.Days.Count; i++)
            {
                var named = Resolve(rule.Days[i], year, rule.LeapDay, frame);
                if (named is not { } day)
                    continue;
                var nominal = rule.Days[i].IsMonthEnd ? day : frame.Before(day);
                var period = rule.Days.Count == 1 ? $"{year:0000}" : $"{year:0000}-N{i + 1}";
                yield return frame.Named(period, opensOn, nominal, rule.Days[i].IsMonthEnd && frame.Readings.EndIsLastWorkingDay);
                opensOn = nominal.AddDays(1);
            }
        }
    }

    public static IEnumerable<Occurrence> Of(When.DayWindow rule, ScheduleFrame frame)
    {
        foreach (var year in frame.Years)
        {
            if (Resolve(rule.To, year, rule.LeapDay, frame) is { } to && Opening(rule, year, to, frame) is { } from)
                yield return frame.Named($"{year:0000}", from, to, rule.To.IsMonthEnd && frame.Readings.EndIsLastWorkingDay);
        }
    }

    /// <summary>A window from 12-15 to 01-15 opens in December of the year before the one in which it is due.</summary>
    private static DateOnly? Opening(When.DayWindow rule, int year, DateOnly to, ScheduleFrame frame)
    {
        var from = Resolve(rule.From, year, rule.LeapDay, frame);
        return from > to ? Resolve(rule.From, year - 1, rule.LeapDay, frame) : from;
    }

    private static DateOnly? Resolve(DayOfYear day, int year, DayOfYear? leapDay, ScheduleFrame frame)
    {
        if (day.IsMonthEnd)
            return frame.MonthEnd(year, day.Month);
        if (day.Day <= DateTime.DaysInMonth(year, day.Month))
            return new DateOnly(year, day.Month, day.Day);
        return leapDay is { } other ? new DateOnly(year, other.Month, other.Day) : null;
    }
}
