using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs;

public class WorkdayVerbTests
{
    public static TheoryData<string> Questions { get; } = Repository.Cases("workday.json");

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Workday_Answers_WhenAsked(string @case)
    {
        using var document = JsonDocument.Parse(@case);
        var words = document.RootElement.GetProperty("given").GetProperty("words").GetString()!.Split(' ');
        var run = await CommandRun.Of([.. words, "--format", "json"]);
        Assert.Equal(0, run.Status);
        var answer = Assert.Single(run.Json);
        foreach (var wanted in document.RootElement.GetProperty("then").EnumerateObject())
            Assert.Equal(wanted.Value.ToString(), answer.GetProperty(wanted.Name).ToString(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Lines_GoOn_WhenOneIsWrong()
    {
        var run = await CommandRun.In(Repository.Root, "2024-09-27 10\nnonsense\n\n2024-09-27,-5\n2060-12-31 9\n2024-02-30 1\n", "workday", "add", "-");
        Assert.Equal(1, run.Status);
        Assert.Equal(["2024-10-16", "2024-09-20"], run.Lines, StringComparer.Ordinal);
        Assert.Contains("第 2 行", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 6", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 of 6 lines", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_SayHowCertain_WhenAskedFor()
    {
        var run = await CommandRun.In(Repository.Root, "2024-09-29\n2055-03-01\n", "workday", "is", "-", "--provisional");
        Assert.Equal(["yes\tfinal", "yes\tprovisional"], run.Lines, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Lines_CountSpans_WhenTwoDatesAreGiven() =>
        Assert.Equal(["19"], (await CommandRun.In(Repository.Root, "2024-10-01 2024-10-31", "workday", "count", "-")).Lines, StringComparer.Ordinal);
}
