namespace DoubleRandom.Core.Time;

/// <summary>The nature of a day. The first two are worked, the last two are not.</summary>
public enum DayKind
{
    /// <summary>An ordinary working weekday (工作日).</summary>
    WorkingDay,

    /// <summary>A day of the weekend that a notice has made a working day (调休上班日).</summary>
    MakeUpWorkday,

    /// <summary>A weekly rest day that belongs to no holiday (周末).</summary>
    Weekend,

    /// <summary>A rest day of a holiday, weekends inside the holiday included (节假日).</summary>
    Holiday,
}

/// <summary>All that the calendar knows about one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">Its nature.</param>
/// <param name="Name">The holiday; null unless <paramref name="Kind"/> is <see cref="DayKind.Holiday"/>.</param>
/// <param name="NoticeYear">The year of the notice that names this very day; null when none does.</param>
/// <param name="Provisional">Whether a notice that has yet to come may change the day: <see cref="WorkingCalendar.IsProvisional"/>.</param>
public readonly record struct CalendarDay(DateOnly On, DayKind Kind, Bilingual? Name, int? NoticeYear, bool Provisional)
{
    /// <summary>Whether the day counts as a working day.</summary>
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeUpWorkday;
}
