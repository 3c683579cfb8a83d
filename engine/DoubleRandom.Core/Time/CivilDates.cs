namespace DoubleRandom.Core.Time;

/// <summary>
/// Calendar arithmetic of the Civil Code's chapter on periods (articles 200–204), which counts by the Gregorian year,
/// month and day. Rest days play no part here: <see cref="WorkingCalendar.Roll"/> treats them afterwards.
/// </summary>
public static class CivilDates
{
    /// <summary>
    /// The last day of a period of calendar days. The start day does not count (article 201), so 1 is the next day;
    /// a negative number goes back.
    /// </summary>
    public static DateOnly AddDays(DateOnly start, int days) => start.AddDays(days);

    /// <summary>
    /// The last day of a period of months: the day of the same number, or the month's last day where that number is
    /// missing (article 202): one month from January 31 ends on February 28 or 29. A negative number goes back.
    /// </summary>
    public static DateOnly AddMonths(DateOnly start, int months) => start.AddMonths(months);

    /// <summary>
    /// The last day of a period of years by the same rule: a year from February 29 ends on February 28. A negative
    /// number goes back.
    /// </summary>
    public static DateOnly AddYears(DateOnly start, int years) => start.AddYears(years);

    /// <summary>The last day of the month in which the day lies (月底).</summary>
    public static DateOnly EndOfMonth(DateOnly on) => OnDay(on.Year, on.Month, 31);

    /// <summary>The day of that number in the month, or the month's last day where it is too short.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    public static DateOnly OnDay(int year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 31);
        return new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The last day of that weekday in a period, such as a quarter's last Friday.</summary>
    /// <exception cref="ArgumentException">The period is shorter than a week and has no such day.</exception>
    public static DateOnly LastWeekday(CivilPeriod period, DayOfWeek weekday)
    {
        const int daysPerWeek = 7;
        var on = period.To.AddDays(-((period.To.DayOfWeek - weekday + daysPerWeek) % daysPerWeek));
        return period.Contains(on)
            ? on
            : throw new ArgumentException($"{CalendarSpan.Text(period.From)} .. {CalendarSpan.Text(period.To)} 之内没有该星期几。 / No {weekday} lies in {CalendarSpan.Text(period.From)} .. {CalendarSpan.Text(period.To)}.", nameof(period));
    }
}
