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
                var nominal = frame.Readings.BeforeIsInclusive || rule.Days[i].IsMonthEnd ? day : day.AddDays(-1);
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
            if (Resolve(rule.From, year, new(2, 28), frame) is { } from && Resolve(rule.To, year, new(2, 28), frame) is { } to)
                yield return frame.Named($"{year:0000}", from, to, rule.To.IsMonthEnd && frame.Readings.EndIsLastWorkingDay);
        }
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
