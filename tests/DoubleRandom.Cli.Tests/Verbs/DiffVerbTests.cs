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
        Assert.Equal(124, run.Json.Count(line => line.GetProperty("kind").GetString() is "deadline"));
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
    public async Task Diff_ShowsRowsAndSteps_WhenRulesAndWorkflowsChange()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        packs.Edit("rules/_base-sample/ratio.rules.json", "[50, \"class D\"] }", "[60, \"class D\"] }");
        packs.Edit("workflows/_base-sample/visit.workflow.json", "\"workingDays\": 5", "\"workingDays\": 3");
        packs.Edit("workflows/_base-sample/visit.workflow.json", "\"id\": \"close\", \"name\": { \"zh\": \"办结\"", "\"id\": \"close\", \"name\": { \"zh\": \"了结\"");
        var run = await CommandRun.Of(["diff", Repository.SamplePacks, packs.Root, .. Year2024]);
        Assert.Equal(1, run.Status);
        Assert.Equal(
            ["rules changed ratio []", "row changed bad [then]", "workflow changed visit []", "step changed check [due]", "step changed judge [outcomes/close]"],
            run.Json.Select(line => $"{Word(line, "kind")} {Word(line, "change")} {Word(line, "id")} [{(line.TryGetProperty("keys", out var keys) ? string.Join(", ", keys.EnumerateArray()) : "")}]"), StringComparer.Ordinal);
        Assert.All(run.Json, line => Assert.Equal("640499-sample", Word(line, "jurisdiction")));
        Assert.NotEqual(Word(run.Json[2], "oldVersion"), Word(run.Json[2], "newVersion"), StringComparer.Ordinal);
        Assert.Contains("自带测试不通过", run.Error, StringComparison.Ordinal);

        static string? Word(System.Text.Json.JsonElement line, string key) => line.GetProperty(key).GetString();
    }

    [Theory]
    [InlineData("zh", "· 环节", "流程")]
    [InlineData("en", "· step", "workflow")]
    public async Task Diff_TellsPeople_WhatChangedInside(string language, string part, string kind)
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        packs.Edit("workflows/_base-sample/visit.workflow.json", "\"workingDays\": 5", "\"workingDays\": 3");
        var run = await CommandRun.Of("diff", Repository.SamplePacks, packs.Root, "--from", "2024-01-01", "--to", "2024-12-31", "--lang", language);
        Assert.Equal(1, run.Status);
        Assert.Contains(run.Lines, line => line.Contains(kind, StringComparison.Ordinal) && line.Contains("visit", StringComparison.Ordinal) && line.Contains('→', StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains(part, StringComparison.Ordinal) && line.Contains("check", StringComparison.Ordinal) && line.Contains("due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Diff_ShowsWholeSetsAndWorkflows_WhenTheyComeAndGo()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        File.Delete(packs.PathOf("workflows", "_base-sample", "visit.workflow.json"));
        File.Delete(packs.PathOf("rules", "_base-sample", "follow-up.rules.json"));
        var gone = await CommandRun.Of(["diff", Repository.SamplePacks, packs.Root, .. Year2024]);
        Assert.Equal(["rules vanished follow-up", "workflow vanished visit"], gone.Json.Select(Line), StringComparer.Ordinal);
        var come = await CommandRun.Of(["diff", packs.Root, Repository.SamplePacks, .. Year2024]);
        Assert.Equal(["rules added follow-up", "workflow added visit"], come.Json.Select(Line), StringComparer.Ordinal);

        static string Line(System.Text.Json.JsonElement line) => $"{line.GetProperty("kind")} {line.GetProperty("change")} {line.GetProperty("id")}";
    }

    [Fact]
    public async Task Diff_IsGood_WhenOnlyATestChanged()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        packs.Edit("workflows/_base-sample/visit.workflow.json", "未发现问题即办结", "没有问题就办结");
        Assert.Equal(0, (await CommandRun.Of(["diff", Repository.SamplePacks, packs.Root, .. Year2024])).Status);
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
