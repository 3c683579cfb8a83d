namespace DoubleRandom.Cli.Tests.Verbs;

public class ExplainVerbTests
{
    [Fact]
    public async Task Explain_CountsDayByDay_WhenMakeUpDaysAreWorked()
    {
        var run = await CommandRun.Of("explain", "pengyang", "result-publication", "--event", "inspection-task.completed=2024-09-27", "--format", "json");
        Assert.Equal(0, run.Status);
        var answer = Assert.Single(run.Json);
        Assert.Equal("2024-10-16", answer.GetProperty("dueOn").GetString());
        var steps = answer.GetProperty("lines").EnumerateArray()
            .Where(line => line.GetProperty("step").GetString() is "counted" or "skipped")
            .Select(line => $"{line.GetProperty("step").GetString()} {line.GetProperty("from").GetString()}..{line.GetProperty("to").GetString()}");
        Assert.Equal(
            [
                "skipped 2024-09-28..2024-09-28", "counted 2024-09-29..2024-09-29", "counted 2024-09-30..2024-09-30", "skipped 2024-10-01..2024-10-07",
                "counted 2024-10-08..2024-10-11", "counted 2024-10-12..2024-10-12", "skipped 2024-10-13..2024-10-13", "counted 2024-10-14..2024-10-16",
            ],
            steps, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Explain_SpeaksInNames_AndKeepsIdsForPrograms()
    {
        var run = await CommandRun.Of("explain", "pengyang", "result-publication", "--event", "inspection-task.completed=2024-09-27", "--format", "json");
        var lines = Assert.Single(run.Json).GetProperty("lines").EnumerateArray().ToArray();
        var (texts, ids) = (lines.Select(line => line.GetProperty("text").GetRawText()), lines.Where(line => line.TryGetProperty("about", out _)).Select(line => line.GetProperty("about").GetString()));
        Assert.Equal(["inspection-task.completed", "startDay", "closesAt"], ids, StringComparer.Ordinal);
        Assert.All(texts, text => Assert.DoesNotMatch("inspection-task\\.completed|startDay|closesAt|excluded", text));
        Assert.Contains(texts, text => text.Contains("起算当日：不计入", StringComparison.Ordinal) && text.Contains("the day of the event: not counted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_SaysWhereItStands_WhenAskedByPeriod()
    {
        var run = await CommandRun.Of("explain", "pengyang", "half-year-report", "--period", "2024-N1", "--unit", "police");
        Assert.Contains("workflows/640425-pengyang/obligations.json:", run.Out, StringComparison.Ordinal);
        Assert.Contains("县公安局", run.Out, StringComparison.Ordinal);
        Assert.Contains("2024-05-15", run.Out, StringComparison.Ordinal);
        Assert.Contains("联络员", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024", 2)]
    [InlineData("2024-11-15", 1)]
    [InlineData("2024-N2", 1)]
    public async Task Period_MeansDeadlines_WhenYearDayOrName(string period, int count) =>
        Assert.Equal(count, (await CommandRun.Of("explain", "pengyang", "half-year-report", "--period", period, "--format", "json")).Lines.Count);

    [Fact]
    public async Task Period_BringsItsEvent_WhenTheNameHasOne()
    {
        var run = await CommandRun.Of("explain", "pengyang", "conference-minutes", "--period", "C-1@conference.held@2024-03-01", "--format", "json");
        Assert.Contains("C-1@conference.held@2024-03-01", Assert.Single(run.Json).GetProperty("key").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_SaysWhyNot_WhenThePlanLapsed()
    {
        var run = await CommandRun.Of("explain", "pengyang", "half-year-report", "--period", "2026");
        Assert.Equal(1, run.Status);
        Assert.Contains("已于 2025-04-28 失效", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_ListsPeriods_WhenThereIsNoneOfThatName()
    {
        var run = await CommandRun.Of("explain", "pengyang", "half-year-report", "--period", "2024-N7");
        Assert.Equal(1, run.Status);
        Assert.Contains("2024-N1, 2024-N2", run.Out, StringComparison.Ordinal);
    }
}
