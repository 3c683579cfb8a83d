using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>Says a rule in words.</summary>
public static class RuleWords
{
    /// <summary>The rule as it stands on a day.</summary>
    public static Bilingual Of(When rule, DateOnly on) => rule switch
    {
        When.YearlyOn yearly => new($"每年 {Days(yearly.Days, "、")}", $"every year on {Days(yearly.Days, ", ")}"),
        When.DayWindow window => new($"每年 {window.From} 至 {window.To}", $"every year from {window.From} to {window.To}"),
        When.Every every => new($"{Cycle(every.Cycle).Zh}一次，{DayOf(every.On).Zh}", $"once {Cycle(every.Cycle).En}, {DayOf(every.On).En}"),
        When.MonthWindow months => new($"每年 {string.Join('、', months.Months)} 月内", $"within the months {string.Join(", ", months.Months)} of every year"),
        When.Quota quota => Quota(quota),
        When.After after => new($"{string.Join(" / ", after.EventIds)} 后 {Length(after.Length, on).Zh}内{(after.Restart ? "，再次发生则重新起算" : "")}", $"within {Length(after.Length, on).En} after {string.Join(" / ", after.EventIds)}{(after.Restart ? ", starting again each time" : "")}"),
        When.Before before => new($"{before.Event} 前 {Length(before.Length, on).Zh}", $"{Length(before.Length, on).En} before {before.Event}"),
        When.Once once => new($"一次性：{Dates(once.Dates)}", $"once: {Dates(once.Dates)}"),
        _ => throw new InvalidOperationException($"No words for the kind {rule.GetType().Name}."),
    };

    private static Bilingual Quota(When.Quota quota)
    {
        var number = quota.Max is { } max ? $"{quota.Min}–{max}" : $"{quota.Min}+";
        return new($"{Cycle(quota.Per).Zh} {quota.Event} {number} 次", $"{quota.Event} {number} times {Cycle(quota.Per).En}");
    }

    private static Bilingual Cycle(CivilCycle cycle)
    {
        if (cycle == CivilCycle.Month)
            return new("每月", "every month");
        if (cycle == CivilCycle.Quarter)
            return new("每季度", "every quarter");
        if (cycle == CivilCycle.HalfYear)
            return new("每半年", "every half-year");
        return cycle == CivilCycle.Year ? new("每年", "every year") : new($"每 {cycle.Months} 个月", $"every {cycle.Months} months");
    }

    private static Bilingual DayOf(DayInPeriod on) => on switch
    {
        { Last: { } weekday } => new($"最后一个星期{"日一二三四五六"[(int)weekday]}", $"on its last {weekday}"),
        { Day: 0 } => new("期末", "at its end"),
        _ => new($"末月 {on.Day} 日", $"on day {on.Day} of its last month"),
    };

    private static Bilingual Length(Packs.Model.Span span, DateOnly on)
    {
        var n = (span.Length.At(on) ?? span.Length.Entries[0]).Value;
        return span.Unit switch
        {
            SpanUnit.WorkingDays => new($"{n} 个工作日", $"{n} working days"),
            SpanUnit.Days => new($"{n} 日", $"{n} days"),
            SpanUnit.Months => new($"{n} 个月", $"{n} months"),
            _ => new($"{n} 年", $"{n} years"),
        };
    }

    private static string Days(IEnumerable<DayOfYear> days, string comma) => string.Join(comma, days);

    private static string Dates(IEnumerable<DateOnly> dates) => string.Join(", ", dates.Select(date => date.Iso()));
}
