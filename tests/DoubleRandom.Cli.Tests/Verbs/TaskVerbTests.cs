namespace DoubleRandom.Cli.Tests.Verbs;

public class TaskVerbTests(RunningSample sample) : IClassFixture<RunningSample>
{
    [Fact]
    public async Task Commands_LeadACheckToItsEnd()
    {
        var instance = await sample.DispatchedAsync("C-1");
        await sample.DoAsync("bureau", "task", "postpone", $"{instance}/2", "2050-01-04", "--reason", "人手不足");
        await sample.DoAsync("police", "task", "claim", $"{instance}/2");
        await sample.DoAsync("police", "task", "comment", $"{instance}/2", "已收到");
        await sample.DoAsync("police", "task", "release", $"{instance}/2");
        await File.WriteAllTextAsync(sample.PathOf("回执.txt"), "收到");
        await sample.DoAsync("police", "task", "attach", $"{instance}/2", "回执.txt");
        await sample.DoAsync("police", "task", "do", $"{instance}/2", "--outcome", "accepted");
        await sample.DoAsync("bureau", "task", "drawn", $"{instance}/3", "D-1", "--items", "E-1，E-2");
        await sample.DoAsync("bureau", "task", "published", $"{instance}/4", "https://sample.test/1");
        var last = await sample.DoAsync("police", "task", "do", $"{instance}/5");
        Assert.Equal("ended", last.GetProperty("status").GetString());
        var shown = await sample.AskAsync("workflow", "instance", $"{instance}");
        Assert.All(["已结束（done）", "targets: E-1, E-2", "备注：已收到", "回执.txt"], words => Assert.Contains(words, shown.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_TellsWhoseTurnItIs_ForPeopleAndPrograms()
    {
        var instance = await sample.DispatchedAsync("C-2");
        var people = await sample.AskAsync("task", "list", "--jurisdiction", "sample", "--unit", "police", "--server", sample.Url);
        Assert.Equal(0, people.Status);
        Assert.Contains(people.Lines, line => line.Contains($"{instance}/2", StringComparison.Ordinal) && line.Contains("接收（police）", StringComparison.Ordinal) && line.Contains("联合抽查 C-2", StringComparison.Ordinal));
        var programs = await sample.AskAsync("task", "list", "--instance", $"{instance}", "--all", "--format", "json");
        Assert.Equal(["accept", "plan"], programs.Json.Select(task => task.GetProperty("step").GetString()!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var none = await sample.AskAsync("task", "list", "--person", "无此人", "--lang", "en");
        Assert.Equal((0, "no tasks\n"), (none.Status, none.Out));
    }

    [Fact]
    public async Task Show_TellsOutcomesAndFields()
    {
        var instance = await sample.DispatchedAsync("C-3");
        var accept = await sample.AskAsync("task", "show", $"{instance}/2");
        Assert.Contains("--outcome refused  不接收 → out（退回，须说明理由）", accept.Out, StringComparison.Ordinal);
        var plan = await sample.AskAsync("task", "show", $"{instance}/1", "--lang", "en");
        Assert.All(["* title  Title  [text]", "finished by 王办: done"], words => Assert.Contains(words, plan.Out, StringComparison.Ordinal));
        Assert.Equal(3, Assert.Single((await sample.AskAsync("task", "show", $"{instance}/1", "--format", "json")).Json).GetProperty("content").GetProperty("targets").GetInt32());
    }

    [Fact]
    public async Task Do_GivesTheSameReceipt_WhenSentAgainWithItsKey()
    {
        var instance = await sample.DispatchedAsync("C-key");
        string[] words = ["task", "do", $"{instance}/2", "--outcome", "accepted", "--key", "k-1"];
        var first = await sample.DoAsync("police", words);
        var again = await sample.DoAsync("police", words); // By now the instance has another version: what was seen does not matter.
        Assert.Equal(first.GetRawText(), again.GetRawText());
        var other = await sample.AskAsync("task", "comment", $"{instance}/2", "换了", "--key", "k-1", "--by", "李警", "--by-unit", "police");
        Assert.Equal(1, other.Status);
        Assert.Contains("已用于别的操作", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_PrintsEveryReason_WhenItIsRefused()
    {
        var started = (await sample.DoAsync("bureau", "workflow", "start", "sample", "joint", "--subject", "C-4")).GetProperty("instance").GetInt64();
        await File.WriteAllTextAsync(sample.PathOf("wrong.json"), """{"targets":"drei","colour":1}""");
        string[] words = ["task", "do", $"{started}/1", "--content", "wrong.json", "--by", "王办", "--by-unit", "bureau"];
        var people = await sample.AskAsync(words);
        Assert.Equal((1, ""), (people.Status, people.Out));
        Assert.All(["[title]", "[targets]", "[colour]"], subject => Assert.Contains(subject, people.Error, StringComparison.Ordinal));
        var programs = await sample.AskAsync([.. words, "--format", "json"]);
        Assert.Equal(1, programs.Status);
        Assert.Equal(["field-missing", "field-unknown", "field-wrong"], programs.Json.Select(line => line.GetProperty("refused").GetString()!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Do_SaysWhatHappenedInBetween_WhenTheVersionSeenIsStale()
    {
        var instance = await sample.DispatchedAsync("C-5");
        var seen = (await sample.AskAsync("task", "show", $"{instance}/2", "--format", "json")).Json[0].GetProperty("version").GetInt64();
        await sample.DoAsync("police", "task", "delegate", $"{instance}/2", "赵警", "--reason", "出差");
        var run = await sample.AskAsync("task", "do", $"{instance}/2", "--outcome", "accepted", "--seen", $"{seen}", "--by", "赵警", "--by-unit", "police");
        Assert.Equal(1, run.Status);
        Assert.All([$"您看到的是第 {seen} 版", "在您看过之后", "李警：“接收”委托 赵警 办理"], words => Assert.Contains(words, run.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12", "不是待办编号")]
    [InlineData("999999/1", "没有流程实例“999999”")]
    public async Task Show_IsWronglyAsked_WhenThereIsNoSuchTask(string task, string words)
    {
        var run = await sample.AskAsync("task", "show", task);
        Assert.Equal(2, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_IsWronglyAsked_WhenNoServerIsThere()
    {
        var nobody = await CommandRun.Of("task", "list", "--data", sample.PathOf("elsewhere"));
        Assert.Equal(2, nobody.Status);
        Assert.Contains("没有服务器在使用", nobody.Error, StringComparison.Ordinal);
        var silent = await CommandRun.Of("task", "list", "--server", "http://127.0.0.1:9");
        Assert.Equal(2, silent.Status);
        Assert.Contains("没有正常应答", silent.Error, StringComparison.Ordinal);
    }
}
