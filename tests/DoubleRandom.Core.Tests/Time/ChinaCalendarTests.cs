using System.Globalization;
using DoubleRandom.Core.Time;
using static DoubleRandom.Core.Tests.Time.CalendarFile;

namespace DoubleRandom.Core.Tests.Time;

/// <summary>rules/calendars/cn.json against the calendar built from it, the moon, the sun and the law.</summary>
public class ChinaCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Build(China);
    private static readonly ChineseLunisolarCalendar Moon = new();

    public static TheoryData<int> YearsWithNotice => [.. Enumerable.Range(2007, 20)];

    public static TheoryData<int> StatutoryYears => [.. Enumerable.Range(2027, 10)];

    [Fact]
    public void Describe_AgreesWithTheNewestNotice_ForEveryDayNamed()
    {
        var named = China.Notices.SelectMany(Named).GroupBy(day => day.On).Select(days => days.MaxBy(day => day.Order)).ToList();
        Assert.Equal(678, named.Count);
        foreach (var day in named)
        {
            var described = Calendar.Describe(day.On);
            Assert.Equal((day.Works, day.Year, false), (described.IsWorkingDay, described.NoticeYear, described.Provisional));
        }
    }

    [Fact]
    public void Describe_FollowsTheWeekday_ForEveryDayNotNamed()
    {
        var named = China.Notices.SelectMany(Named).Select(day => day.On).ToHashSet();
        for (var on = new DateOnly(2007, 1, 1); on.Year < 2027; on = on.AddDays(1))
            if (!named.Contains(on))
                Assert.Equal(on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.WorkingDay, Calendar.Describe(on).Kind);
    }

    [Fact]
    public void Notices_NameTenDays_OfTheDecemberBefore() =>
        Assert.Equal(10, China.Notices.Sum(notice => Named(notice).Count(day => day.On.Year == notice.Year - 1)));

    [Fact]
    public void Notices_AreTwo_In2015And2019And2020() =>
        Assert.Equal([2015, 2019, 2020], China.Notices.GroupBy(notice => notice.Year).Where(year => year.Count() == 2).Select(year => year.Key));

    [Fact]
    public void Published_IsWhatTheAddressTells_ForEveryNotice()
    {
        foreach (var notice in China.Notices)
            Assert.Contains(notice.Published!.Length == 7
                ? $"/{notice.Published.Replace("-", "", StringComparison.Ordinal)}/"
                : $"/{notice.Published[..7]}/{notice.Published[8..]}/", notice.Address, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(YearsWithNotice))]
    public void Notice_GivesEachHolidayItsTrueDay_ByMoonAndSun(int year)
    {
        var festivals = year == 2007 ? [(1, 1)] : new[] { (1, 1), (5, 5), (8, 15) };
        foreach (var (month, day) in festivals)
            Assert.Equal(DayKind.Holiday, Calendar.Describe(ByMoon(year, month, day)).Kind);
        Assert.Equal(year == 2007 ? null : "清明节", Calendar.Describe(TombSweeping(year)).Name?.Zh);
    }

    [Theory]
    [MemberData(nameof(StatutoryYears))]
    public void Statutory_IsTheLawsListOfThirteenDays_InEachYearAssumed(int year)
    {
        var newYear = ByMoon(year, 1, 1);
        DateOnly[] law =
        [
            new(year, 1, 1), newYear.AddDays(-1), newYear, newYear.AddDays(1), newYear.AddDays(2), TombSweeping(year),
            new(year, 5, 1), new(year, 5, 2), ByMoon(year, 5, 5), ByMoon(year, 8, 15), new(year, 10, 1), new(year, 10, 2), new(year, 10, 3),
        ];
        var assumed = China.Statutory.Single(entry => entry.Year == year).Off.SelectMany(Days).ToList();
        Assert.Equal(law.Distinct().Order(), assumed);
        Assert.All(assumed, on => Assert.Equal((DayKind.Holiday, true), (Calendar.Describe(on).Kind, Calendar.Describe(on).Provisional)));
    }

    private static IEnumerable<(DateOnly On, bool Works, int Year, int Order)> Named(CalendarNotice notice) =>
        notice.Off.SelectMany(Days).Select(on => (on, false, notice.Year, notice.Order))
            .Concat(notice.Work.Select(on => (on, true, notice.Year, notice.Order)));

    private static IEnumerable<DateOnly> Days(HolidayRun run) =>
        Enumerable.Range(0, run.To.DayNumber - run.From.DayNumber + 1).Select(run.From.AddDays);

    private static DateOnly ByMoon(int year, int month, int day)
    {
        // The class numbers months through, a leap month included; festivals are not kept in the leap month.
        var leap = Moon.GetLeapMonth(year);
        return DateOnly.FromDateTime(Moon.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    // The sun reaches 15 degrees of longitude; the customary formula of the century, true to the day for these years.
    private static DateOnly TombSweeping(int year) =>
        new(year, 4, (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4));
}
