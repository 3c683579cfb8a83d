using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Tests.Time;

public class CivilDatesTests
{
    [Fact]
    public void OnDay_IsTheMonthsLast_WhenTheMonthIsTooShort()
    {
        Assert.Equal(new(2025, 2, 28), CivilDates.OnDay(2025, 2, 30));
        Assert.Equal(new(2024, 2, 29), CivilDates.OnDay(2024, 2, 31));
        Assert.Equal(new(2024, 5, 15), CivilDates.OnDay(2024, 5, 15));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void OnDay_IsRefused_ForNumbersThatNoMonthHas(int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CivilDates.OnDay(2024, 1, day));

    [Fact]
    public void EndOfMonth_KnowsLeapYears_ByTheGregorianRule() =>
        Assert.Equal([28, 29, 28, 29], new[] { 2023, 2024, 2100, 2000 }.Select(year => CivilDates.EndOfMonth(new(year, 2, 1)).Day));

    [Fact]
    public void LastWeekday_IsRefused_WhenTheSpanHasNone() =>
        Assert.Throws<ArgumentException>(() => CivilDates.LastWeekday(new(new(2024, 9, 2), new(2024, 9, 4)), DayOfWeek.Friday));

    [Fact]
    public void Covering_IsEmpty_WhenTheSpanIsReversed() =>
        Assert.Empty(CivilCycle.Month.Covering(new(2024, 2, 1), new(2024, 1, 31)));

    [Fact]
    public void Covering_GivesWholePeriods_ThatShareADayWithTheSpan() =>
        Assert.Equal(
            [new CivilPeriod(new(2024, 1, 1), new(2024, 3, 31)), new CivilPeriod(new(2024, 4, 1), new(2024, 6, 30))],
            CivilCycle.Quarter.Covering(new(2024, 3, 31), new(2024, 4, 1)));

    [Fact]
    public void Every_IsRefused_ForLessThanAMonth() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CivilCycle.Every(0, new(2024, 1, 1)));
}
