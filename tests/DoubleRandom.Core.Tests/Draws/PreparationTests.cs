using DoubleRandom.Core.Draws.Ceremonies;

namespace DoubleRandom.Core.Tests.Draws;

public class PreparationTests
{
    [Theory]
    [InlineData(0, "draw-empty")]
    [InlineData(1, "")]
    [InlineData(Preparation.MostTargets, "")]
    [InlineData(Preparation.MostTargets + 1, "draw-frame-long")]
    public void Against_TellsAFrameThatCannotBePutTogether(int targets, string code) =>
        Assert.Equal(code, string.Concat(Preparation.Against(targets).Select(refusal => refusal.Code)));

    [Theory]
    [InlineData("5", null, null, true)]
    [InlineData(null, "5", null, true)]
    [InlineData(null, null, 12L, true)]
    [InlineData(null, null, null, false)]
    [InlineData("5", "10", null, false)]
    [InlineData("5", null, 12L, false)]
    [InlineData("five", null, null, false)]
    [InlineData(null, "5%%", null, false)]
    public void Sum_IsThere_WhenTheYearsQuotaIsSaidInOneWay(string? least, string? most, long? number, bool isSaid) =>
        Assert.Equal(isSaid, new YearlyOrder("2026-bus", new(2026, 1, 1), least, most, number, null).Sum() is not null);
}
