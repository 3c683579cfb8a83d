using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>On which working days the owner of a task without a due day is reminded.</summary>
public class StaleTasksTests
{
    private static readonly Core.Time.WorkingCalendar Calendar = RealPacks.Of("640425-pengyang").Calendar;

    [Theory]
    [InlineData("2026-03-02", "2026-03-13", 0)]
    [InlineData("2026-03-02", "2026-03-16", 1)]
    [InlineData("2026-03-02", "2026-03-29", 1)] // A Sunday: the second falls on the Monday.
    [InlineData("2026-03-02", "2026-03-30", 2)]
    [InlineData("2026-02-12", "2026-03-04", 1)] // Over the Spring Festival (15 to 23), with its make-up days (14 and 28).
    [InlineData("2026-02-12", "2026-03-03", 0)]
    [InlineData("2026-03-16", "2026-03-16", 0)]
    public void FallenBy_CountsWorkingDaysFromTheDayAfter(string opened, string today, int expected)
    {
        var stale = Every(10);
        Assert.Equal(expected, stale.FallenBy(Day(today), Day(opened), Calendar));
        if (expected > 0)
            Assert.InRange(stale.DayOf(expected, Day(opened), Calendar), Day(opened), Day(today));
    }

    [Fact]
    public void OpenedBefore_AgreesWithFallenBy_OnEveryDayOfAYear()
    {
        foreach (var every in new[] { 1, 3, 10 })
            for (var today = new DateOnly(2025, 12, 20); today <= new DateOnly(2026, 12, 31); today = today.AddDays(3))
            {
                var before = Every(every).OpenedBefore(today, Calendar);
                for (var opened = today.AddDays(-70); opened <= today; opened = opened.AddDays(1))
                    for (var told = 0; told < 8; told++)
                        Assert.True(opened < before[told] == Every(every).FallenBy(today, opened, Calendar) > told, $"every {every}, opened {opened:o}, today {today:o}, told {told}");
            }
    }

    [Fact]
    public void StaleTasks_AreRemindedOfInEveryCounty_ByTheBase() =>
        Assert.All(RealPacks.Five, folder =>
        {
            var stale = RealPacks.Of(folder).StaleTasks!;
            Assert.Equal((10, "_base-national", true), (stale.WorkingDays, stale.Place.Layer, stale.Basis.IsLocal));
        });

    private static StaleTasks Every(int workingDays) => new(workingDays, ["liaison"], "stale-tasks", Basis.OfLocal(new("试", "a test")), Place.WholeFile("jurisdiction.json"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
