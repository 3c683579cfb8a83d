using System.Globalization;
using DoubleRandom.Core.Time;
using static DoubleRandom.Core.Tests.Time.CalendarFile;

namespace DoubleRandom.Core.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Build(China);
    private static readonly Bilingual Feast = new("古尔邦节", "Corban Festival");

    [Fact]
    public void Questions_AreRefused_OutsideTheSpan()
    {
        foreach (var on in new[] { new DateOnly(1999, 12, 31), new DateOnly(2061, 1, 1), DateOnly.MinValue, DateOnly.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(on));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Describe(on));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsProvisional(on));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(on, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CountWorkingDays(on, new(2024, 1, 1)));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.HasProvisional(new(2024, 1, 1), on));
        }
    }

    [Theory]
    [InlineData("2060-12-31", 1)]
    [InlineData("2060-12-31", int.MaxValue)]
    [InlineData("2000-01-01", -1)]
    [InlineData("2024-01-01", int.MinValue)]
    [InlineData("2000-01-01", 20000)]
    public void AddWorkingDays_IsRefusedWithTheSpanNamed_WhenItLeavesTheSpan(string start, int n)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day(start), n));
        Assert.Contains("2000-01-01 至 2060-12-31", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("use a date inside it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWorkingDays_ReachesTheEnds_OfTheSpan()
    {
        Assert.Equal(new(2060, 12, 31), Calendar.AddWorkingDays(new(2060, 12, 30), 1));
        Assert.Equal(new(2000, 1, 3), Calendar.AddWorkingDays(new(2000, 1, 4), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.OnOrBefore(new(2000, 1, 2)));
    }

    [Fact]
    public void HasProvisional_LooksAtTheWholeSpan_InEitherOrder()
    {
        Assert.False(Calendar.HasProvisional(new(2007, 1, 1), new(2026, 12, 28)));
        Assert.True(Calendar.HasProvisional(new(2007, 1, 1), new(2026, 12, 29)));
        Assert.True(Calendar.HasProvisional(new(2026, 12, 29), new(2026, 12, 29)));
        Assert.True(Calendar.HasProvisional(new(2027, 1, 4), new(2026, 12, 1)));
        Assert.False(Calendar.HasProvisional(new(2006, 12, 30), new(2006, 12, 31)));
        Assert.True(Calendar.HasProvisional(new(2006, 12, 29), new(2006, 12, 31)));
    }

    [Fact]
    public void IsProvisional_EndsForTheYearAndTheDecemberBefore_WhenTheNoticeComes()
    {
        var before = WorkingCalendar.Build(China, asOfOrder: 22);
        Assert.True(before.IsProvisional(new(2025, 12, 31)));
        Assert.True(before.IsProvisional(new(2026, 6, 1)));
        Assert.False(Calendar.IsProvisional(new(2025, 12, 31)));
        Assert.False(Calendar.IsProvisional(new(2026, 6, 1)));
    }

    [Fact]
    public void Build_ForgetsTheStatutoryDays_WhenTheNoticeComes()
    {
        var notice = new CalendarNotice(24, 2027, "notice", "2026-12", [new(new(2027, 1, 1), new(2027, 1, 1), Feast)], [new(2026, 12, 27)]);
        var known = WorkingCalendar.Build(China with { Notices = [.. China.Notices, notice] });
        Assert.Equal(DayKind.WorkingDay, known.Describe(new(2027, 2, 5)).Kind);
        Assert.Equal(DayKind.MakeUpWorkday, known.Describe(new(2026, 12, 27)).Kind);
        Assert.False(known.HasProvisional(new(2026, 1, 1), new(2027, 12, 28)));
        Assert.NotEqual(Calendar.Version, known.Version, StringComparer.Ordinal);
    }

    [Fact]
    public void Build_LaysTheRegionsDaysOverTheCountrys_WhenGivenAnOverlay()
    {
        var region = Overlay([new(1, 2026, "notice", null, [new(new(2026, 5, 27), new(2026, 5, 29), Feast)], [new(2026, 10, 7)])]);
        var local = WorkingCalendar.Build(China, region);
        Assert.Equal(Feast, local.Describe(new(2026, 5, 27)).Name);
        Assert.Equal(DayKind.WorkingDay, local.Describe(new(2026, 10, 7)).Kind);
        Assert.Equal("春节", local.Describe(new(2026, 2, 16)).Name?.Zh);
        Assert.StartsWith("cn+ningxia@", local.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_LeavesTheCountrysYearInDoubt_WhenOnlyTheRegionHasANotice()
    {
        var region = Overlay([new(1, 2027, "notice", null, [new(new(2027, 5, 17), new(2027, 5, 17), Feast)], [])])
            with
        { Statutory = [new(2028, "law", "1", [new(new(2028, 5, 5), new(2028, 5, 5), Feast)])] };
        var local = WorkingCalendar.Build(China, region);
        Assert.Equal((false, true), (local.IsProvisional(new(2027, 5, 17)), local.IsProvisional(new(2027, 5, 18))));
        Assert.Equal((DayKind.Holiday, true), (local.Describe(new(2028, 5, 5)).Kind, local.IsProvisional(new(2028, 5, 5))));
    }

    [Fact]
    public void Build_Refuses_ForeignOverlays()
    {
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Build(China, Overlay([]) with { Over = "mo" }));
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Build(China, Overlay([]) with { Over = null }));
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Build(Overlay([])));
    }

    [Fact]
    public void Version_DependsOnTheAnswersAlone_NotOnOrderOrAddresses()
    {
        var same = China with { Notices = [.. China.Notices.Reverse().Select(notice => notice with { Address = "elsewhere" })] };
        Assert.Equal(Calendar.Version, WorkingCalendar.Build(same).Version);
        Assert.Equal(Calendar.Version, WorkingCalendar.Build(China, asOfOrder: 23).Version);
        Assert.Matches("^cn@[0-9a-f]{12}$", Calendar.Version);
    }

    [Fact]
    public void Version_Changes_WithEveryNotice()
    {
        var versions = Enumerable.Range(0, 24).Select(order => WorkingCalendar.Build(China, asOfOrder: order).Version);
        Assert.Equal(24, versions.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Version_Changes_WhenOnlyTheDoubtIsGone()
    {
        var settled = WorkingCalendar.Build(China with { Notices = [.. China.Notices, new(24, 2040, "nothing named", null, [], [])] });
        Assert.Equal((DayKind.WorkingDay, false), (settled.Describe(new(2040, 10, 1)).Kind, settled.IsProvisional(new(2040, 10, 1))));
        Assert.NotEqual(Calendar.Version, settled.Version, StringComparer.Ordinal);
    }

    [Fact]
    public void Roll_IsRefused_ForAnUnknownRule() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Roll(new(2024, 6, 30), (RestDayRule)9));

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("zh-CN")]
    public void Answers_StayTheSame_InEveryCulture(string culture)
    {
        var saved = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Calendar.Version, WorkingCalendar.Build(China).Version);
            Assert.Equal(new(2028, 2, 29), CivilDates.AddYears(new(2024, 2, 29), 4));
            Assert.Equal(new(new(2024, 4, 1), new(2024, 6, 30)), CivilCycle.Quarter.Containing(new(2024, 5, 1)));
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(2000, 1, 3), -7));
            Assert.Contains("2000-01-03 -7 ", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = saved;
        }
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    public void Answers_StayTheSame_InEveryTimeZone(string zone)
    {
        var saved = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(Calendar.Version, WorkingCalendar.Build(China).Version);
            Assert.Equal(new(2026, 10, 22), WorkingCalendar.Build(China).AddWorkingDays(new(2026, 9, 18), 20));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", saved);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static CalendarDefinition Overlay(IReadOnlyList<CalendarNotice> notices) =>
        new("ningxia", new("宁夏", "Ningxia"), [], notices, [], "cn");
}
