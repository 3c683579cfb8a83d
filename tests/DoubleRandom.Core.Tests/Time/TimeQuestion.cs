using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Time;
using static DoubleRandom.Core.Tests.Time.CalendarFile;

namespace DoubleRandom.Core.Tests.Time;

/// <summary>The "given" of a case: what is asked of the calendar, answered as the text its "then" is written in.</summary>
internal sealed class TimeQuestion(JsonElement given)
{
    private static readonly ConcurrentDictionary<int, WorkingCalendar> Calendars = new();

    private WorkingCalendar Calendar => Calendars.GetOrAdd(
        given.TryGetProperty("asOf", out var order) ? order.GetInt32() : int.MaxValue,
        newest => WorkingCalendar.Build(China, asOfOrder: newest));

    private int N => given.GetProperty("n").GetInt32();

    private bool StartDayCounts => given.TryGetProperty("startDayCounts", out var counts) && counts.GetBoolean();

    internal string Answer() => Text("ask") switch
    {
        "day" => Describe(Calendar.Describe(On("on"))),
        "add" => Iso(Calendar.AddWorkingDays(On("start"), N, StartDayCounts)),
        "count" => Calendar.CountWorkingDays(On("from"), On("to")).ToString(CultureInfo.InvariantCulture),
        "roll" => Iso(Calendar.Roll(On("on"), Enum.Parse<RestDayRule>(Text("rule"), ignoreCase: true))),
        "days" => Iso(CivilDates.AddDays(On("start"), N)),
        "months" => Iso(CivilDates.AddMonths(On("start"), N)),
        "years" => Iso(CivilDates.AddYears(On("start"), N)),
        "period" => Describe(Cycle().Containing(On("on"))),
        "last" => Iso(CivilDates.LastWeekday(Cycle().Containing(On("on")), Enum.Parse<DayOfWeek>(Text("weekday"), ignoreCase: true))),
        "walk" => string.Join("; ", Calendar.Walk(On("start"), N, StartDayCounts).Select(Describe)),
        var unknown => throw new InvalidOperationException($"no such question: {unknown}"),
    };

    private CivilCycle Cycle() => Text("cycle") switch
    {
        "month" => CivilCycle.Month,
        "quarter" => CivilCycle.Quarter,
        "half-year" => CivilCycle.HalfYear,
        "year" => CivilCycle.Year,
        "every" => CivilCycle.Every(given.GetProperty("months").GetInt32(), On("anchor")),
        var unknown => throw new InvalidOperationException($"no such cycle: {unknown}"),
    };

    private static string Describe(CalendarDay day) => Join(
        day.Kind.ToString(), day.Name?.Zh, day.NoticeYear?.ToString(CultureInfo.InvariantCulture), day.Provisional ? "provisional" : null);

    private static string Describe(CivilPeriod period) => $"{Iso(period.From)}..{Iso(period.To)}";

    private static string Describe(WalkStretch stretch) => Join(
        Describe(new CivilPeriod(stretch.From, stretch.To)), stretch.Kind.ToString(), stretch.Name?.Zh,
        stretch.Counted ? "counted" : "skipped", stretch.CountAfter.ToString(CultureInfo.InvariantCulture));

    private static string Join(params string?[] words) => string.Join(' ', words.Where(word => word is not null));

    private static string Iso(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Text(string key) => given.GetProperty(key).GetString()!;

    private DateOnly On(string key) => Day(Text(key));
}
