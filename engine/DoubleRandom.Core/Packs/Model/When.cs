using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>When a duty falls due, as the law puts it. One record per kind; see docs/pack-format.md.</summary>
public abstract record When
{
    private When()
    {
    }

    /// <summary>Whether the due day hangs on an event, so that nothing can be planned before it happens.</summary>
    public virtual IReadOnlyList<string> Events => [];

    /// <summary>On fixed days of every year: <c>每年5月15日前、11月15日前</c>.</summary>
    /// <param name="Days">The days, ascending.</param>
    /// <param name="LeapDay">What 02-29 becomes in a common year.</param>
    public sealed record YearlyOn(IReadOnlyList<DayOfYear> Days, DayOfYear? LeapDay) : When;

    /// <summary>Once in every period, on a day of it: <c>每月末</c>.</summary>
    public sealed record Every(CivilCycle Cycle, DayInPeriod On) : When;

    /// <summary>Within named months, each its own duty: <c>每年6月、12月</c>. Opens on the 1st, due at the month's end.</summary>
    public sealed record MonthWindow(IReadOnlyList<int> Months) : When;

    /// <summary>Between two days of every year; a window that ends before it begins opens in the year before.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day, on which it is due.</param>
    /// <param name="LeapDay">What 02-29 becomes in a common year.</param>
    public sealed record DayWindow(DayOfYear From, DayOfYear To, DayOfYear? LeapDay = null) : When;

    /// <summary>A number of events per period: <c>一般半年召开1次</c>, <c>每年召开1至2次</c>.</summary>
    /// <param name="Event">Id of the event counted.</param>
    /// <param name="Per">The period.</param>
    /// <param name="Min">How many at least.</param>
    /// <param name="Max">How many at most; null does not limit.</param>
    public sealed record Quota(string Event, CivilCycle Per, int Min, int? Max) : When;

    /// <summary>A length of time after an event: <c>完成后10个工作日内</c>.</summary>
    /// <param name="EventIds">Ids of the events that start the period.</param>
    /// <param name="Length">How long.</param>
    /// <param name="Restart">Whether a later event of the same subject starts the period again.</param>
    public sealed record After(IReadOnlyList<string> EventIds, Span Length, bool Restart) : When
    {
        /// <inheritdoc />
        public override IReadOnlyList<string> Events => EventIds;
    }

    /// <summary>A length of time before an event.</summary>
    public sealed record Before(string Event, Span Length) : When
    {
        /// <inheritdoc />
        public override IReadOnlyList<string> Events => [Event];
    }

    /// <summary>On single dates: <c>2018年底</c>.</summary>
    public sealed record Once(IReadOnlyList<DateOnly> Dates) : When;
}

/// <summary>A day that recurs every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; 0 for the month's end (月底).</param>
public readonly record struct DayOfYear(int Month, int Day)
{
    /// <summary>Whether it is the month's end, whatever its number.</summary>
    public bool IsMonthEnd => Day == 0;

    /// <inheritdoc />
    public override string ToString() => IsMonthEnd ? $"{Month:00}-end" : $"{Month:00}-{Day:00}";
}

/// <summary>Which day of a period.</summary>
/// <param name="Day">Day of the period's last month, clamped to its end; 0 for the end itself.</param>
/// <param name="Last">The last such weekday of the period instead; null when a day is meant.</param>
public sealed record DayInPeriod(int Day, DayOfWeek? Last);

/// <summary>The unit of a length of time.</summary>
public enum SpanUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days, make-up days included.</summary>
    WorkingDays,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Calendar years.</summary>
    Years,
}

/// <summary>A length of time.</summary>
/// <param name="Length">How many; asked for on the day of the act when it is a dated value.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Value">Id of the pack's value that gives the number; null when the rule states it itself.</param>
public sealed record Span(Dated<int> Length, SpanUnit Unit, string? Value);
