using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Line;

public class CommandLineTests
{
    public static TheoryData<string> Refusals { get; } = Repository.Cases("usage.json");

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Command_IsRefusedInBothLanguages_WhenItIsWrong(string @case)
    {
        using var document = JsonDocument.Parse(@case);
        var run = await CommandRun.Of(document.RootElement.GetProperty("given").GetString()!.Split(' '));
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Out);
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var words in document.RootElement.GetProperty("then").EnumerateArray())
            Assert.Contains(words.GetString()!, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesEveryVerb_WhenAskedFor()
    {
        var run = await CommandRun.Of("--help");
        Assert.Equal(0, run.Status);
        Assert.All(["validate", "plan", "explain", "decide", "workflow", "task", "diff", "new", "workday", "test", "bench"], verb => Assert.Contains($"  {verb} ", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("plan")]
    [InlineData("explain")]
    [InlineData("diff")]
    [InlineData("new")]
    [InlineData("workday")]
    [InlineData("workday add")]
    [InlineData("decide")]
    [InlineData("workflow")]
    [InlineData("workflow list")]
    [InlineData("workflow show")]
    [InlineData("workflow start")]
    [InlineData("workflow instance")]
    [InlineData("workflow move")]
    [InlineData("task")]
    [InlineData("task list")]
    [InlineData("task do")]
    [InlineData("task attach")]
    public async Task Help_IsGiven_WhenAVerbIsAskedInEnglish(string verb)
    {
        var run = await CommandRun.Of([.. verb.Split(' '), "--help", "--lang", "en"]);
        Assert.Equal(0, run.Status);
        Assert.Contains($"Usage: doublerandom {verb}", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("用法", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ShowsHelpAndFails_WhenNoVerbIsGiven() => Assert.Equal(2, (await CommandRun.Of()).Status);

    [Fact]
    public async Task Packs_AreFoundAboveTheProgram_WhenTheCurrentFolderHasNone() =>
        Assert.Equal(0, (await CommandRun.In(Path.GetTempPath(), "", "workday", "is", "2024-01-01")).Status);

    [Fact]
    public async Task Packs_AreThoseNamed_WhenSaidSo()
    {
        using var packs = new PackCopy();
        packs.Remove("445200-jieyang");
        var run = await CommandRun.Of("plan", "jieyang", "--from", "2026-01-01", "--to", "2026-01-02", "--packs", packs.Root);
        Assert.Equal(2, run.Status);
    }
}
