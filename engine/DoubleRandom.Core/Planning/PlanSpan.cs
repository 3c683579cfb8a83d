using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>The days on which deadlines can be due: three years inside the working calendar at either end, so that the longest ladder, which is two years, and every rest-day move stay within it.</summary>
public static class PlanSpan
{
    private const int Margin = 3;

    /// <summary>The first due day that is planned, 2003-01-01.</summary>
    public static DateOnly First { get; } = WorkingCalendar.FirstOn.AddYears(Margin);

    /// <summary>The last due day that is planned, 2057-12-31.</summary>
    public static DateOnly Last { get; } = WorkingCalendar.LastOn.AddYears(-Margin);

    /// <summary>Whether all of a span can be planned.</summary>
    internal static bool Covers(DateOnly from, DateOnly to) => First <= from && to <= Last;
}
