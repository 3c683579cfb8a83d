namespace DoubleRandom.Core.Time;

/// <summary>
/// Periods of equally many calendar months that follow one another without gap: "every month", "every quarter", "every
/// four months from January 2024". All arithmetic is in the Gregorian calendar, whatever the machine's culture.
/// </summary>
public sealed record CivilCycle
{
    private const int MonthsPerYear = 12;
    private readonly int _anchor;

    private CivilCycle(int months, int anchor) => (Months, _anchor) = (months, anchor);

    /// <summary>Every calendar month.</summary>
    public static CivilCycle Month { get; } = new(1, 0);

    /// <summary>January to March, April to June, July to September, October to December.</summary>
    public static CivilCycle Quarter { get; } = new(3, 0);

    /// <summary>January to June, July to December (上半年, 下半年).</summary>
    public static CivilCycle HalfYear { get; } = new(6, 0);

    /// <summary>Every calendar year.</summary>
    public static CivilCycle Year { get; } = new(MonthsPerYear, 0);

    /// <summary>The length of one period in months.</summary>
    public int Months { get; }

    /// <summary>Every so many months, one period beginning with the anchor's month. Periods also lie before the anchor.</summary>
    /// <param name="months">1 or more.</param>
    /// <param name="anchor">Any day of the month in which a period begins.</param>
    public static CivilCycle Every(int months, DateOnly anchor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return new(months, MonthNumber(anchor) % months);
    }

    /// <summary>The period in which the day lies.</summary>
    public CivilPeriod Containing(DateOnly on) => Starting(MonthNumber(on) - MonthOf(on));

    /// <summary>The place of a day's month in its period: 0 for the first month, <see cref="Months"/> − 1 for the last.</summary>
    public int MonthOf(DateOnly on)
    {
        var past = (MonthNumber(on) - _anchor) % Months;
        return past < 0 ? past + Months : past;
    }

    /// <summary>The period that follows the one in which the day lies.</summary>
    public CivilPeriod After(DateOnly on) => Starting(MonthNumber(on) - MonthOf(on) + Months);

    /// <summary>The period before the one in which the day lies.</summary>
    public CivilPeriod Before(DateOnly on) => Starting(MonthNumber(on) - MonthOf(on) - Months);

    /// <summary>All periods that share a day with the span from one day to another, both included, in order.</summary>
    /// <returns>Whole periods, so the first may begin before <paramref name="from"/>; none when the span is reversed.</returns>
    public IEnumerable<CivilPeriod> Covering(DateOnly from, DateOnly to)
    {
        if (to < from)
            yield break;
        var last = Containing(to);
        for (var period = Containing(from); period.From < last.From; period = After(period.From))
            yield return period;
        yield return last;
    }

    private static int MonthNumber(DateOnly on) => (on.Year * MonthsPerYear) + on.Month - 1;

    private CivilPeriod Starting(int monthNumber) => new(
        FirstOf(monthNumber),
        CivilDates.EndOfMonth(FirstOf(monthNumber + Months - 1)));

    private static DateOnly FirstOf(int monthNumber) => new(monthNumber / MonthsPerYear, (monthNumber % MonthsPerYear) + 1, 1);
}
