using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>Says a rule in words.</summary>
public static class RuleWords
{
    /// <summary>The rule as it stands on a day, with the pack's names of its events.</summary>
    public static Bilingual Of(When rule, DateOnly on, Pack pack) => rule switch
    {
        When.YearlyOn yearly => new($"每年 {Days(yearly.Days, "、")}", $"every year on {Days(yearly.Days, ", ")}"),
        When.DayWindow window => new($"每年 {window.From} 至 {window.To}", $"every year from {window.From} to {window.To}"),
        When.Every every => new($"{Cycle(every.Cycle).Zh}一次，{DayOf(every.On).Zh}", $"once {Cycle(every.Cycle).En}, {DayOf(every.On).En}"),
        When.MonthWindow months => new($"每年 {string.Join('、', months.Months)} 月内", $"within the months {string.Join(", ", months.Months)} of every year"),
        When.Quota quota => Quota(quota, Event(quota.Event, pack)),
        When.After after => After(after, Events(after.EventIds, pack), on),
        When.Before before => new($"{Event(before.Event, pack).Zh}前 {Length(before.Length, on).Zh}", $"{Length(before.Length, on).En} before {Event(before.Event, pack).En}"),
        When.Once once => new($"一次性：{Dates(once.Dates)}", $"once: {Dates(once.Dates)}"),
        _ => throw new InvalidOperationException($"No words for the kind {rule.GetType().Name}."),
    };

    /// <summary>An event as the pack calls it, in quotes; its id when the pack no longer has it.</summary>
    public static Bilingual Event(string id, Pack pack)
    {
        var name = pack.Events.GetValueOrDefault(id)?.Name ?? new(id, id);
        return new($"“{name.Zh}”", $"\"{name.En}\"");
    }

    /// <summary>Several events, any of which counts.</summary>
    public static Bilingual Events(IEnumerable<string> ids, Pack pack)
    {
        Bilingual[] names = [.. ids.Select(id => Event(id, pack))];
        return new(string.Join("或", names.Select(name => name.Zh)), string.Join(" or ", names.Select(name => name.En)));
    }

    private static Bilingual After(When.After after, Bilingual events, DateOnly on)
    {
        var length = Length(after.Length, on);
        return after.Restart
            ? new($"{events.Zh}后 {length.Zh}内，再次发生则重新起算", $"within {length.En} after {events.En}, starting again each time")
            : new($"{events.Zh}后 {length.Zh}内", $"within {length.En} after {events.En}");
    }

    private static Bilingual Quota(When.Quota quota, Bilingual counted)
    {
        var number = quota.Max is { } max ? $"{quota.Min}–{max}" : $"{quota.Min}+";
        return new($"{Cycle(quota.Per).Zh}{counted.Zh} {number} 次", $"{counted.En} {number} times {Cycle(quota.Per).En}");
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
