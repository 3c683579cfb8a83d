using System.Xml.Linq;

namespace DoubleRandom.Cli.Tests.Verbs;

public class WorkflowVerbTests
{
    [Fact]
    public async Task List_NamesEachWorkflow_ForPeopleAndPrograms()
    {
        var people = await Workflow("list", "sample");
        Assert.Equal(0, people.Status);
        Assert.Contains(people.Lines, line => line.Contains("visit", StringComparison.Ordinal) && line.Contains("上门检查", StringComparison.Ordinal) && line.Contains("成员单位", StringComparison.Ordinal) && line.Contains("_base-sample", StringComparison.Ordinal));
        var line = Assert.Single((await Workflow("list", "sample", "--format", "json")).Json);
        Assert.Equal(("workflow", "visit", 4, 64), (line.GetProperty("kind").GetString(), line.GetProperty("id").GetString(), line.GetProperty("steps").GetInt32(), line.GetProperty("version").GetString()!.Length));
    }

    [Fact]
    public async Task List_SaysSo_WhenThereIsNone()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        File.Delete(packs.PathOf("workflows", "_base-sample", "visit.workflow.json"));
        var run = await CommandRun.Of("workflow", "list", "sample", "--packs", packs.Root, "--lang", "en");
        Assert.Equal(0, run.Status);
        Assert.Contains("no workflows", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_TellsStepsOwnersDaysAndWays_ForPeople()
    {
        var run = await Workflow("show", "sample", "visit", "--lang", "en");
        Assert.Equal(0, run.Status);
        Assert.All(["Visit", "check", "Rectify → rectify", "Member (leader)", "5 working days", "local: a sample", "Stop (stop)"], word => Assert.Contains(word, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_TellsEachStepAndAction_ForPrograms()
    {
        var lines = (await Workflow("show", "sample", "visit", "--format", "json")).Json;
        Assert.Equal(["workflow visit", "step check", "step judge", "step rectify", "step archived", "action stop"], lines.Select(line => $"{line.GetProperty("kind")} {line.GetProperty("id")}"), StringComparer.Ordinal);
        Assert.Equal(5, lines[1].GetProperty("due").GetProperty("after").GetProperty("workingDays").GetInt32());
        Assert.Equal(0, lines[1].GetProperty("sets").GetArrayLength());
        Assert.Equal("decision", lines[2].GetProperty("type").GetString());
        Assert.Equal(["rectify", "archived"], lines[2].GetProperty("outcomes").EnumerateArray().Select(way => way.GetProperty("to").GetString()!), StringComparer.Ordinal);
        Assert.Equal("_base-sample", lines[3].GetProperty("layer").GetString());
        Assert.Equal("cancel", lines[5].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("zh", "检查")]
    [InlineData("en", "Check")]
    public async Task Show_Draws_InTheLanguageAskedFor(string language, string step)
    {
        var mermaid = await Workflow("show", "sample", "visit", "--format", "mermaid", "--lang", language);
        Assert.StartsWith("flowchart TD\n", mermaid.Out, StringComparison.Ordinal);
        Assert.Contains(step, mermaid.Out, StringComparison.Ordinal);
        var bpmn = await Workflow("show", "sample", "visit", "--format", "bpmn", "--lang", language);
        Assert.Contains(XDocument.Parse(bpmn.Out).Descendants().Attributes("name"), name => name.Value.Contains(step, StringComparison.Ordinal));
        Assert.Equal((0, 0, "", ""), (mermaid.Status, bpmn.Status, mermaid.Error, bpmn.Error));
    }

    [Fact]
    public async Task Show_StillDraws_WhenATestOfItsOwnFails()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        packs.Edit("workflows/_base-sample/visit.workflow.json", "\"open\": [\"rectify\"]", "\"open\": [\"judge\"]");
        var run = await CommandRun.Of("workflow", "show", "sample", "visit", "--format", "mermaid", "--packs", packs.Root);
        Assert.Equal(0, run.Status);
        Assert.Contains("自带测试不通过", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SaysWhatIsWrong_WhenThePackIsBroken()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        packs.Edit("workflows/_base-sample/visit.workflow.json", "\"next\": \"judge\"", "\"next\": \"jugde\"");
        var run = await CommandRun.Of("workflow", "show", "sample", "visit", "--packs", packs.Root);
        Assert.Equal(1, run.Status);
        Assert.Empty(run.Out);
        Assert.Contains("WF007", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show sample vist", "是否应为“visit”")]
    [InlineData("show sample visit --format bpnm", "bpmn")]
    [InlineData("show sampel visit", "sample")]
    [InlineData("show sample", "缺少 ID")]
    [InlineData("shwo sample visit", "show")]
    public async Task Workflow_IsRefusedWithTheNearName_WhenItIsWrong(string line, string says)
    {
        var run = await Workflow(line.Split(' '));
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Out);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflow_ShowsItsHelpAndFails_WhenNothingIsAsked() => Assert.Equal(2, (await CommandRun.Of("workflow")).Status);

    private static Task<CommandRun> Workflow(params string[] words) => CommandRun.Of(["workflow", .. words, "--packs", Repository.SamplePacks]);
}
