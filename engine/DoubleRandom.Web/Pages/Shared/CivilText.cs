using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>Days and moments as pages write them, the same on every machine.</summary>
internal static class CivilText
{
    /// <summary>A day with its weekday: <c>2026-03-31（周二）</c>.</summary>
    public static Bilingual Day(DateOnly on) => new($"{on.Iso()}（周{Weekday(on).Zh}）", $"{on.Iso()} ({Weekday(on).En})");

    /// <summary>The short name of a weekday.</summary>
    public static Bilingual Weekday(DateOnly on) => new($"{"日一二三四五六"[(int)on.DayOfWeek]}", on.DayOfWeek.ToString()[..3]);

    /// <summary>The nature of a day.</summary>
    public static Bilingual Nature(CalendarDay day) => day.Kind switch
    {
        DayKind.WorkingDay => new("工作日", "working day"),
        DayKind.MakeUpWorkday => new("调休上班日", "make-up workday"),
        DayKind.Holiday => new($"{day.Name?.Zh ?? "节假日"}放假", day.Name?.En ?? "holiday"),
        _ => new("周末", "weekend"),
    };

    /// <summary>A moment in a zone, to the minute: <c>2026-03-31 09:00</c>.</summary>
    public static string Minute(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The moment at which a day closes: the end of the day is its 24:00, not the next day's 00:00.</summary>
    public static string Closing(DateOnly dueOn, DateTimeOffset dueAt, string zone) => Minute(dueAt, zone)[11..] is "00:00" ? $"{dueOn.Iso()} 24:00" : Minute(dueAt, zone);
}
