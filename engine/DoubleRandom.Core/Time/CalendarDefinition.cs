namespace DoubleRandom.Core.Time;

/// <summary>
/// What is known of one country's (or one region's) rest days: the content of <c>rules/calendars/&lt;id&gt;.json</c>.
/// <see cref="WorkingCalendar.Build"/> turns it into answers.
/// </summary>
/// <param name="Id">The file's name without its ending, such as <c>cn</c>.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Weekend">Weekly rest days. An overlay's are ignored: the calendar underneath decides.</param>
/// <param name="Notices">The yearly holiday notices, in any order; <see cref="CalendarNotice.Order"/> ranks them.</param>
/// <param name="Statutory">Days assumed off in years that have no notice yet.</param>
/// <param name="Over">The id of the calendar this one is laid over; null for a calendar that stands alone.</param>
public sealed record CalendarDefinition(
    string Id,
    Bilingual Name,
    IReadOnlyList<DayOfWeek> Weekend,
    IReadOnlyList<CalendarNotice> Notices,
    IReadOnlyList<StatutoryYear> Statutory,
    string? Over = null);

/// <summary>
/// One holiday notice as it was issued. A notice may name days of the December before its year, and a later notice
/// may name days again: it then wins for those days alone.
/// </summary>
/// <param name="Order">Its place in the sequence of publication: 1, 2, 3 …, unique within the calendar.</param>
/// <param name="Year">The year whose holidays it arranges.</param>
/// <param name="Address">Where the notice can be read.</param>
/// <param name="Published">
/// As precisely as the address tells: <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; null when it does not. Publication on the
/// web may be later than the issue, so <paramref name="Order"/> alone ranks.
/// </param>
/// <param name="Off">Rest days, weekends inside a holiday included.</param>
/// <param name="Work">Days that are worked although the weekday or an earlier notice says rest.</param>
public sealed record CalendarNotice(
    int Order,
    int Year,
    string Address,
    string? Published,
    IReadOnlyList<HolidayRun> Off,
    IReadOnlyList<DateOnly> Work);

/// <summary>Consecutive rest days of one holiday.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>; the same for a single day.</param>
/// <param name="Name">The holiday, as the notice calls it.</param>
public sealed record HolidayRun(DateOnly From, DateOnly To, Bilingual Name);

/// <summary>
/// The days that the law itself gives in one year. They are assumed until that year's notice comes and then count no
/// more; days in lieu of a holiday on a weekend are not assumed, because only the notice places them.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Document">The law that gives the days, with its version.</param>
/// <param name="Article">The article that lists them.</param>
/// <param name="Off">The days.</param>
public sealed record StatutoryYear(int Year, string Document, string Article, IReadOnlyList<HolidayRun> Off);
