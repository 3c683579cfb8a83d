using System.Globalization;

namespace DoubleRandom.Core.Time;

/// <summary>The days a calendar answers for, and the place of each in its arrays.</summary>
internal static class CalendarSpan
{
    internal static readonly DateOnly First = new(2000, 1, 1);
    internal static readonly DateOnly Last = new(2060, 12, 31);
    internal static readonly int Days = Last.DayNumber - First.DayNumber + 1;

    private static readonly int FirstNumber = First.DayNumber;

    internal static int IndexOf(DateOnly on, string argument)
    {
        var index = on.DayNumber - FirstNumber;
        return index >= 0 && index < Days ? index : throw Outside(Text(on), argument);
    }

    internal static DateOnly DayAt(int index) => DateOnly.FromDayNumber(FirstNumber + index);

    internal static string Text(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ArgumentOutOfRangeException Outside(string what, string argument) => new(
        argument,
        $"{what} 超出工作日历的范围 {Text(First)} 至 {Text(Last)}，请改用范围内的日期。 / {what} lies outside the working calendar, {Text(First)} to {Text(Last)}: use a date inside it.");
}
