namespace DoubleRandom.Cli.Tests.Verbs;

public class DiffVerbTests
{
    private static readonly string[] Year2024 = ["--from", "2024-01-01", "--to", "2024-12-31", "--format", "json"];

    [Fact]
    public async Task Diff_IsGood_WhenNothingChanged()
    {
        var run = await CommandRun.Of(["diff", ".", ".", .. Year2024]);
        Assert.Equal(0, run.Status);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Diff_ShowsMovesAndTheirNotices_WhenADateChanges()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/640425-pengyang/obligations.json", "\"yearlyOn\": [\"05-15\", \"11-15\"]", "\"yearlyOn\": [\"05-15\", \"11-20\"]");
        var run = await CommandRun.Of(["diff", ".", packs.Root, .. Year2024]);
        Assert.Equal(1, run.Status);
        var deadlines = run.Json.Where(line => line.GetProperty("kind").GetString() is "deadline").ToArray();
        Assert.Equal(13, deadlines.Length);
        Assert.All(deadlines, line =>
        {
            Assert.Equal("moved", line.GetProperty("change").GetString());
            Assert.Equal("2024-11-15", line.GetProperty("oldDueOn").GetString());
            Assert.Equal("2024-11-20", line.GetProperty("newDueOn").GetString());
        });
        Assert.Contains(run.Json, line => line.GetProperty("kind").GetString() is "notice");
        Assert.Contains("自带测试不通过", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_ShowsAMove_WhenItLeavesTheSpan()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/640425-pengyang/obligations.json", "\"yearlyOn\": [\"05-15\", \"11-15\"]", "\"yearlyOn\": [\"05-15\", \"11-20\"]");
        var run = await CommandRun.Of("diff", ".", packs.Root, "--from", "2024-11-01", "--to", "2024-11-16", "--format", "json");
        Assert.All(run.Json, line => Assert.Equal("moved", line.GetProperty("change").GetString()));
        Assert.NotEmpty(run.Json);
    }

    [Fact]
    public async Task Diff_ShowsWhatVanishes_WhenAPackIsGone()
    {
        using var packs = new PackCopy();
        packs.Remove("445200-jieyang");
        packs.Remove("640425-pengyang");
        var run = await CommandRun.Of(["diff", ".", packs.Root, .. Year2024]);
        Assert.Equal(1, run.Status);
        Assert.All(run.Json, line => Assert.Equal("vanished", line.GetProperty("change").GetString()));
        Assert.Equal(81, run.Json.Count(line => line.GetProperty("kind").GetString() is "deadline"));
    }

    [Fact]
    public async Task Diff_ShowsNoticesAlone_WhenOnlyALadderChanges()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/_base-national/jurisdiction.json", "\"before\": { \"days\": 7 }", "\"before\": { \"days\": 10 }");
        var run = await CommandRun.Of("diff", ".", packs.Root, "--from", "2024-01-01", "--to", "2024-12-31");
        Assert.Equal(1, run.Status);
        Assert.Contains("时限无变化", run.Out, StringComparison.Ordinal);
        Assert.Contains("remind-7d", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_SaysNothing_WhenOneSideIsBroken()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/640425-pengyang/obligations.json", "{", "");
        var run = await CommandRun.Of(["diff", ".", packs.Root, .. Year2024]);
        Assert.Equal(1, run.Status);
        Assert.Empty(run.Out);
        Assert.Contains("640425-pengyang", run.Error, StringComparison.Ordinal);
    }
}
