using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Input;

/// <summary>Dates as they are typed.</summary>
internal static class DateText
{
    /// <summary>Whether the text is a date <c>yyyy-MM-dd</c> that exists.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateOnly on) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on);

    /// <summary>A date inside the working calendar.</summary>
    /// <exception cref="UsageException">It is none, or outside.</exception>
    public static DateOnly Read(string text, string name)
    {
        if (!TryRead(text, out var on))
            throw new UsageException(new($"{name}：“{text}”不是日期", $"{name}: \"{text}\" is no date"), new("写成 年-月-日，如 2026-03-31，且该日必须存在", "write YYYY-MM-DD, such as 2026-03-31, a day that exists"));
        if (on < WorkingCalendar.FirstOn || on > WorkingCalendar.LastOn)
            throw new UsageException(
                new($"{name}：{text} 超出日历范围", $"{name}: {text} is outside the calendar"),
                new($"请用 {WorkingCalendar.FirstOn.Iso()} 至 {WorkingCalendar.LastOn.Iso()} 之间的日期", $"use a day from {WorkingCalendar.FirstOn.Iso()} to {WorkingCalendar.LastOn.Iso()}"));
        return on;
    }
}
