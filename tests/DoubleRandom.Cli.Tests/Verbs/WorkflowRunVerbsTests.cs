namespace DoubleRandom.Cli.Tests.Verbs;

public class WorkflowRunVerbsTests(RunningSample sample) : IClassFixture<RunningSample>
{
    private static readonly string[] Bureau = ["--by", "王办", "--by-unit", "bureau"];

    [Fact]
    public async Task Start_StartsOnce_WhenSentAgainWithItsKey()
    {
        string[] words = ["workflow", "start", "sample", "joint", "--subject", "K-1", "--key", "k-1"];
        var (first, again) = (await sample.DoAsync("bureau", words), await sample.DoAsync("bureau", words));
        Assert.Equal(first.GetProperty("instance").GetInt64(), again.GetProperty("instance").GetInt64());
        var people = await sample.AskAsync([.. words, .. Bureau, "--lang", "en"]);
        Assert.Equal($"Done. Instance {first.GetProperty("instance")}, version {first.GetProperty("version")}: running\n  open: plan\n", people.Out);
    }

    [Theory]
    [InlineData(1, "police", "启动", "workflow", "start", "sample", "joint", "--subject", "S")]
    [InlineData(1, "fire", "单位“fire”不存在", "workflow", "start", "sample", "joint", "--subject", "S")]
    [InlineData(2, "bureau", "是否应为“joint”", "workflow", "start", "sample", "jiont", "--subject", "S")]
    [InlineData(2, "bureau", "没有辖区“nowhere”", "workflow", "move-plan", "nowhere", "joint")]
    [InlineData(2, "bureau", "名称=值", "workflow", "start", "sample", "joint", "--subject", "S", "--lists", "a=1;a=2")]
    [InlineData(2, "bureau", "没有文件“none.json”", "workflow", "start", "sample", "joint", "--subject", "S", "--content", "none.json")]
    [InlineData(2, "bureau", "缺少 --subject", "workflow", "start", "sample", "joint")]
    [InlineData(2, "bureau", "没有这个流程", "workflow", "cancel", "999999", "--reason", "x", "--seen", "1")]
    public async Task Command_ToldWhy_WhenItIsRefused(int status, string unit, string why, params string[] words)
    {
        string[] person = words[1] is "move-plan" ? [] : ["--by", "王办", "--by-unit", unit];
        var run = await sample.AskAsync([.. words, .. person]);
        Assert.Equal(status, run.Status);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_AreListed_ForPeopleAndPrograms()
    {
        var instance = await sample.DispatchedAsync("L-1");
        var people = await sample.AskAsync("workflow", "instances", "--jurisdiction", "sample", "--subject", "L-1");
        Assert.Contains(people.Lines, line => line.Contains($"{instance}", StringComparison.Ordinal) && line.Contains("办理中", StringComparison.Ordinal) && line.Contains("接收", StringComparison.Ordinal));
        Assert.Equal(instance, Assert.Single((await sample.AskAsync("workflow", "instances", "--subject", "L-1", "--status", "running", "--format", "json")).Json).GetProperty("id").GetInt64());
        Assert.Contains("没有流程实例", (await sample.AskAsync("workflow", "instances", "--subject", "L-1", "--status", "ended")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await sample.AskAsync("workflow", "instances", "--status", "late")).Status);
    }

    [Fact]
    public async Task Instance_IsDrawn_WhenAskedFor()
    {
        var instance = await sample.DispatchedAsync("D-1");
        Assert.Contains("<svg", (await sample.AskAsync("workflow", "instance", $"{instance}", "--format", "svg")).Out, StringComparison.Ordinal);
        Assert.Contains("flowchart", (await sample.AskAsync("workflow", "instance", $"{instance}", "--format", "mermaid", "--lang", "en")).Out, StringComparison.Ordinal);
        var shown = await sample.AskAsync("workflow", "instance", $"{instance}", "--lines", "2");
        Assert.All(["dispatch（批号", "stop (cancel)", "行"], words => Assert.Contains(words, shown.Out, StringComparison.Ordinal));
    }

    /// <summary>Wherever the command is run: eight hours ahead of the machine-readable time.</summary>
    [Fact]
    public async Task Instance_TellsTimes_ByTheJurisdictionsClock()
    {
        var instance = await sample.DispatchedAsync("C-8");
        var programs = (await sample.AskAsync("workflow", "instance", $"{instance}", "--lines", "1", "--format", "json")).Json[0];
        var at = programs.GetProperty("journal")[0].GetProperty("at").GetDateTimeOffset();
        var people = await sample.AskAsync("workflow", "instance", $"{instance}", "--lines", "1");
        Assert.Contains(at.ToUniversalTime().AddHours(8).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), people.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_IsAddedToAdjustedRemarkedAndCancelled()
    {
        var instance = await sample.DispatchedAsync("W-1");
        var batch = (await sample.AskAsync("workflow", "instance", $"{instance}", "--format", "json")).Json[0].GetProperty("batches")[0].GetProperty("frame").GetInt32();
        var added = await sample.DoAsync("bureau", "workflow", "add", $"{instance}", $"{batch}", "bureau", "--reason", "增加一家");
        Assert.Equal(2, added.GetProperty("openSteps").GetProperty("accept").GetInt32());
        await sample.DoAsync("bureau", "task", "reassign", $"{instance}/2", "bureau", "--reason", "职能划转");
        await sample.DoAsync("bureau", "task", "cancel", $"{instance}/2", "--reason", "不再参加");
        await sample.DoAsync("bureau", "workflow", "act", $"{instance}", "change", "--reason", "调整", "--content", "W-1.json");
        await sample.DoAsync("police", "workflow", "comment", $"{instance}", "知悉");
        Assert.Equal("cancelled", (await sample.DoAsync("bureau", "workflow", "cancel", $"{instance}", "--reason", "计划取消")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Move_SaysThatNothingIsElsewhere_WhenAllRunOnTheRunningVersion()
    {
        var instance = await sample.DispatchedAsync("M-1");
        Assert.Contains("全部实例都在现行版本上", (await sample.AskAsync("workflow", "move-plan", "sample", "joint", "--mapping", "plan=draft")).Out, StringComparison.Ordinal);
        var run = await sample.AskAsync("workflow", "move", $"{instance}", "--reason", "新版", "--by", "李警", "--by-unit", "police");
        Assert.Equal(1, run.Status);
        Assert.Contains("办公室", run.Error, StringComparison.Ordinal);
    }
}
