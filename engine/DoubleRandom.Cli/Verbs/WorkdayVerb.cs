using System.Globalization;
using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Working-day arithmetic by hand or for many lines.</summary>
internal sealed class WorkdayVerb : Verb
{
    private const string Start = "D";

    public WorkdayVerb()
        : base("workday", new("工作日推算（含调休）", "working-day arithmetic, make-up days included"))
    {
        Subcommands.Add(new WorkdayQuestionVerb(
            "add", new("某日起第 N 个工作日（起始日不计；N 可为负）", "the N-th working day from a day (the day itself does not count; N may be negative)"),
            new(Start, new("起始日；写 - 则从标准输入逐行读 “D N”", "first day; - reads lines \"D N\" from standard input")), new("N", new("工作日数", "how many"), needed: false),
            ["doublerandom workday add 2024-09-27 10", "doublerandom workday add 2024-09-27 -5"], Add));
        Subcommands.Add(new WorkdayQuestionVerb(
            "count", new("两日之间的工作日数（首尾都算）", "how many working days from one day to another, both included"),
            new(Start, new("首日；写 - 则从标准输入逐行读 “D D”", "first day; - reads lines \"D D\" from standard input")), new("TO", new("末日", "last day"), needed: false),
            ["doublerandom workday count 2024-10-01 2024-10-31"], Count));
        Subcommands.Add(new WorkdayQuestionVerb(
            "is", new("某日是不是工作日，为什么", "whether a day is a working day, and why"),
            new(Start, new("日期；写 - 则从标准输入逐行读", "the day; - reads lines from standard input")), null,
            ["doublerandom workday is 2024-09-29", "cut -d, -f1 days.csv | doublerandom workday is -"], Is));
    }

    private static WorkdayAnswer Add(WorkingCalendar calendar, DateOnly on, ReadOnlySpan<char> second)
    {
        if (!int.TryParse(second, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
            throw new UsageException(new($"“{second}”不是整数", $"\"{second}\" is no whole number"), new("写工作日数，如 10 或 -5", "write how many working days, such as 10 or -5"));
        var reached = calendar.AddWorkingDays(on, n);
        var provisional = calendar.HasProvisional(on, reached);
        return new(reached.Iso(), provisional, reached, json =>
        {
            json.Day("on", on);
            json.WriteNumber("n", n);
            json.Day("result", reached);
            json.WriteBoolean("provisional", provisional);
        });
    }

    private static WorkdayAnswer Count(WorkingCalendar calendar, DateOnly from, ReadOnlySpan<char> second)
    {
        if (!DateText.TryRead(second, out var to))
            throw new UsageException(new($"“{second}”不是日期", $"\"{second}\" is no date"), new("写成 年-月-日，如 2026-03-31", "write YYYY-MM-DD, such as 2026-03-31"));
        var days = calendar.CountWorkingDays(from, to);
        var provisional = calendar.HasProvisional(from, to);
        return new(days.ToString(CultureInfo.InvariantCulture), provisional, null, json =>
        {
            json.Day("from", from);
            json.Day("to", to);
            json.WriteNumber("workingDays", days);
            json.WriteBoolean("provisional", provisional);
        });
    }

    private static WorkdayAnswer Is(WorkingCalendar calendar, DateOnly on, ReadOnlySpan<char> second)
    {
        var day = calendar.Describe(on);
        return new(day.IsWorkingDay ? "yes" : "no", day.Provisional, on, json => Json(json, day));
    }

    private static void Json(Utf8JsonWriter json, CalendarDay day)
    {
        json.Day("on", day.On);
        json.WriteBoolean("workingDay", day.IsWorkingDay);
        json.WriteString("kind", day.Kind switch
        {
            DayKind.WorkingDay => "working-day",
            DayKind.MakeUpWorkday => "make-up-workday",
            DayKind.Weekend => "weekend",
            _ => "holiday",
        });
        json.Text("name", day.Name);
        if (day.NoticeYear is { } year)
            json.WriteNumber("noticeYear", year);
        else
            json.WriteNull("noticeYear");
        json.WriteBoolean("provisional", day.Provisional);
    }
}
