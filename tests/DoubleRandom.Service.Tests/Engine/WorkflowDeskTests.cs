using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>What people do with workflows: every effect reaches its table, in the transaction of the command.</summary>
public sealed class WorkflowDeskTests
{
    private const string Form = """{"title":"方案"}""";

    [Fact]
    public async Task Start_OpensTheTaskWithItsDeadlineAndRecord_WhenAPersonStarts()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");

        var started = await engine.StartAsync("check");

        Assert.Equal(("running", 2L), (started.Status, started.Version));
        var task = Assert.Single(await engine.Reader.TasksOfUnitAsync(TestPacks.Tiny, "alpha", 0, 10, default));
        Assert.Equal(("plan", "task", new DateOnly(2026, 3, 9), "tiny-form", "编制方案"), (task.Row.Step, task.Row.Kind, task.Row.DueOn!.Value, task.Row.Form, task.Step.Zh));
        var deadline = Assert.Single(await engine.Engine.DeadlinesAsync("instance is not null"));
        Assert.Equal(("check.plan", "alpha", $"{started.Instance}#1", "open"), (deadline.Obligation, deadline.Unit, deadline.Period, deadline.Status));
        Assert.NotNull(deadline.NextRungAt);
        Assert.Equal("workflow.started", await engine.Engine.AskAsync<string>("select action from audit_entry order by sequence desc limit 1"));
        await engine.AssertSoundAsync(started.Instance);
    }

    [Fact]
    public async Task Give_CarriesEveryEffect_WhenAWholeCheckIsWalked()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        seen = await engine.CompleteAsync(seen, 1, content: Form, lists: ("participants", ["beta", "gamma"]));
        Assert.Equal("met", Assert.Single(await engine.Engine.DeadlinesAsync("obligation = 'check.plan'")).Status);
        Assert.Equal(["beta", "gamma"], (await engine.Engine.DeadlinesAsync("obligation = 'check.accept' and status = 'open'")).Select(deadline => deadline.Unit), StringComparer.Ordinal);

        seen = await engine.CompleteAsync(seen, 2, "accepted", by: WorkflowEngine.Beta);
        seen = await engine.CompleteAsync(seen, 3, "refused", by: new("gamma", "丙联"));
        var draw = Assert.Single(await engine.Reader.TasksOfUnitAsync(TestPacks.Tiny, "hub", 0, 10, default)); // Nobody owns the draw: the office reports it.
        Assert.Equal(("draw", "targets"), (draw.Row.Kind, draw.Row.What));

        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Drawn(4, "D-2026-1", ["T-1", "T-2"]) { Version = version }, WorkflowEngine.Hub);
        var told = await engine.Engine.NoticesAsync("kind = 'told'");
        Assert.Equal(["alpha/leader/zh", "beta/leader/zh", "gamma/leader/zh", "hub/office/zh"], told.Select(notice => $"{notice.RecipientUnit}/{notice.Function}/{notice.Language}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(told, notice => Assert.Contains($"/workflows/{seen.Instance}", notice.Body, StringComparison.Ordinal));

        Assert.Equal("guard-unmet, guard-unmet", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(5, "done") { Version = version }, WorkflowEngine.AlphaLeader));
        await engine.Engine.HappenAsync("conference.held", "2026-03-02");
        await engine.Engine.HappenAsync("working-meeting.held", "2026-03-02", subject: "S-1");
        seen = await engine.CompleteAsync(await engine.SeeAsync(seen.Instance), 5, by: WorkflowEngine.AlphaLeader);
        Assert.Equal("alpha", Assert.Single(await engine.Engine.DeadlinesAsync("obligation = 'publish' and trigger = 'result.produced@2026-03-02'")).Unit);

        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Published(6, "P-1") { Version = version }, WorkflowEngine.Hub);
        Assert.Equal("quiet", await engine.OpenAsync(seen.Instance));
        Assert.Equal(1, (await engine.RoundAsync("2026-03-12 08:00")).Woken);
        Assert.Equal(("ended", "done"), await engine.Engine.AskAsync<(string, string)>("select status, outcome from workflow_instance"));
        Assert.Empty(await engine.Engine.ListAsync<int>("select run from workflow_task where closed_at is null"));
        Assert.Empty(await engine.Engine.DeadlinesAsync("instance is not null and status = 'open'"));
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Give_TellsEveryReason_WhenSomethingIsAgainstIt()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        Assert.Equal("not-yours", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(1, "done", Form) { Version = version }, WorkflowEngine.Beta));
        Assert.Equal("field-missing, list-not-set-here", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(1, "done", "{}", null, Lists("nonsense", "x")) { Version = version }));
        Assert.Equal("unit-unknown", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(1, "done", Form, null, Lists("participants", "omega")) { Version = version }));
        Assert.Equal("unit-unknown", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Reassign(1, "omega", "理由") { Version = version }));
        Assert.Equal("person-missing", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version }, new("alpha", " ")));
        Assert.Equal("person-missing", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version }, new("alpha", "engine")));
        Assert.Equal("unit-unknown", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version }, new("omega", "某人")));
        Assert.Equal("engine-only", await engine.RefusalsAsync(seen, version => new WorkflowCommand.DayCame { Version = version }));
        Assert.Equal("text-nul", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Comment(1, "a\0b") { Version = version }));
        Assert.Equal("version-unknown", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version + 7 }));
        Assert.Equal("instance-unknown", await engine.RefusalsAsync(seen with { Instance = 999 }, version => new WorkflowCommand.Claim(1) { Version = version }));
        Assert.Equal(seen.Version, (await engine.SeeAsync(seen.Instance)).Version);
        Assert.Equal(1, await engine.Engine.AskAsync<int>("select count(*)::int from audit_entry where action like 'workflow.%'"));
    }

    [Fact]
    public async Task Give_IsRefused_WhenACommandComesOutOfOrderOrLate()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        Assert.Equal("no-such-task", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(7, "done") { Version = version }));
        Assert.Equal("other-kind", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Drawn(1, "D", ["T"]) { Version = version }));
        Assert.Equal("not-ended", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Act("correct", "误") { Version = version }));
        await engine.GiveAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version });
        Assert.Equal("stale", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(1, "done", Form) { Version = version }));
        Assert.Equal("in-other-hands", await engine.RefusalsAsync(await engine.SeeAsync(seen.Instance), version => new WorkflowCommand.Complete(1, "done", Form) { Version = version }, WorkflowEngine.AlphaLeader));
        seen = await engine.CompleteAsync(await engine.SeeAsync(seen.Instance), 1, content: Form);
        Assert.Equal("task-over", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Complete(1, "done", Form) { Version = version }));
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Give_IsRefused_WhenAFormHasTenThousandFields()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        var fields = $"{{{string.Join(',', Enumerable.Range(1, 10_000).Select(i => $"\"f{i}\":{i}"))}}}";

        var answer = await engine.Desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(1, "done", fields) { Version = seen.Version }, WorkflowEngine.Alpha, default);

        Assert.False(answer.IsDone);
        Assert.True(answer.Refusals.Count <= 10_001);
        Assert.Equal(seen.Version, (await engine.SeeAsync(seen.Instance)).Version);
    }

    [Fact]
    public async Task Start_IsRefused_WhenSomethingIsAgainstIt()
    {
        await using var engine = await WorkflowEngine.WithAsync("check", "caller", "called");

        Assert.Equal("not-starter", await CodesAsync(engine, new(TestPacks.Tiny, "check", "S"), WorkflowEngine.Hub));
        Assert.Equal("not-starter", await CodesAsync(engine, new(TestPacks.Tiny, "called", "S"), WorkflowEngine.Alpha));
        Assert.Equal("workflow-unknown", await CodesAsync(engine, new(TestPacks.Tiny, "chekc", "S"), WorkflowEngine.Alpha));
        Assert.Equal("jurisdiction-unknown", await CodesAsync(engine, new("nowhere", "check", "S"), WorkflowEngine.Alpha));
        Assert.Equal("subject-wrong", await CodesAsync(engine, new(TestPacks.Tiny, "check", new('x', 121)), WorkflowEngine.Alpha));
        Assert.Equal("no-subject", await CodesAsync(engine, new(TestPacks.Tiny, "check", " "), WorkflowEngine.Alpha));
        Assert.Equal("cast-unknown", await CodesAsync(engine, new(TestPacks.Tiny, "check", "S", Lists("lead", "beta")), WorkflowEngine.Alpha));
        Assert.Equal("unit-unknown", await CodesAsync(engine, new(TestPacks.Tiny, "check", "S", Lists("lead", "omega")), WorkflowEngine.Alpha));
        Assert.Equal(0, await engine.Engine.AskAsync<int>("select count(*)::int from workflow_instance"));
    }

    [Fact]
    public async Task Start_GivesWhatWasStarted_WhenTheKeyIsRepeated()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");

        var first = await engine.Desk.StartAsync(new(TestPacks.Tiny, "check", "S", Key: "k"), WorkflowEngine.Alpha, default);
        var second = await engine.Desk.StartAsync(new("990001", "check", "S", Key: "k"), WorkflowEngine.Alpha, default);

        Assert.Equal(first.Value!.Instance, second.Value!.Instance);
        Assert.Equal(1, await engine.Engine.AskAsync<int>("select count(*)::int from workflow_instance"));
    }

    [Fact]
    public async Task Give_MovesTheDeadlineAndCorrects_WhenAStepIsPostponedOrHandedOver()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await engine.Engine.SweepThroughAsync("2026-03-06 18:00");
        var told = (await engine.Engine.NoticesAsync("obligation = 'check.plan'")).Count;
        Assert.True(told > 0);

        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Postpone(1, new(2026, 3, 20), "汛期") { Version = version });
        var moved = Assert.Single(await engine.Engine.DeadlinesAsync("obligation = 'check.plan'"));
        Assert.Equal((new DateOnly(2026, 3, 20), "open"), (moved.DueOn, moved.Status));
        Assert.NotEmpty(await engine.Engine.NoticesAsync("obligation = 'check.plan' and kind = 'correction'"));

        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Reassign(1, "beta", "归其管") { Version = version });
        Assert.Equal(["alpha:withdrawn", "beta:open"], (await engine.Engine.DeadlinesAsync("obligation = 'check.plan'")).Select(deadline => $"{deadline.Unit}:{deadline.Status}"), StringComparer.Ordinal);
        Assert.Equal("plan", Assert.Single(await engine.Reader.TasksOfUnitAsync(TestPacks.Tiny, "beta", 0, 10, default)).Row.Step);
        await engine.Engine.ReconcileAsync(); // What no obligation plans is not withdrawn.
        Assert.Equal("open", (await engine.Engine.DeadlinesAsync("obligation = 'check.plan' and unit = 'beta'")).Single().Status);

        await engine.GiveAsync(seen, version => new WorkflowCommand.Cancel("不办了") { Version = version });
        Assert.Empty(await engine.Engine.DeadlinesAsync("instance is not null and status = 'open'"));
        Assert.Empty(await engine.Reader.TasksOfUnitAsync(TestPacks.Tiny, "beta", 0, 10, default));
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task StepDeadlines_GoUpTheLadder_WhenNobodyActs()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.StartAsync("check");

        await engine.Engine.SweepThroughAsync("2026-03-20 18:00");

        Assert.Equal(["remind-7d", "remind-1wd", "remind-1wd", "due-day", "late-1wd", "late-3wd", "late-3wd"], (await engine.Engine.NoticesAsync("obligation = 'check.plan'")).Select(notice => notice.Covers[0].Split('#')[^1].Split('@')[0]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task StepDeadlines_AreNotHandedInOrExtendedByThemselves()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.StartAsync("check");
        var key = Assert.Single(await engine.Engine.DeadlinesAsync("instance is not null")).Key;

        Assert.Equal("deadline-of-step", Assert.Single((await engine.Engine.SubmitAsync(key)).Refusals).Code);
        Assert.Equal("deadline-of-step", Assert.Single((await engine.Engine.Get<DeadlineDecisions>().ExtendAsync(key, new(2026, 4, 1), "李四", "汛期", default)).Refusals).Code);
    }

    [Fact]
    public async Task StepDeadlines_ExplainThemselves_OpenPostponedAndMet()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        Assert.Contains("累计 5 个工作日", await ExplainedAsync(engine), StringComparison.Ordinal);
        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Postpone(1, new(2026, 3, 20), "汛期") { Version = version });
        Assert.NotEmpty(await ExplainedAsync(engine));
        await engine.CompleteAsync(seen, 1, content: Form);
        Assert.NotEmpty(await ExplainedAsync(engine));
    }

    [Fact]
    public async Task Attach_KeepsTheFileUnderItsHash_WhenTheStepIsOpen()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        var answer = await engine.Desk.AttachAsync(seen.Instance, 1, new("方案.pdf", "application/pdf", [1, 2, 3]), seen.Version, WorkflowEngine.Alpha, default);
        var refused = await engine.Desk.AttachAsync(seen.Instance, 1, new("方案.pdf", "application/pdf", [1, 2, 3]), seen.Version, WorkflowEngine.Beta, default);

        Assert.True(answer.IsDone);
        Assert.False(refused.IsDone);
        var file = Assert.Single((await engine.DetailAsync(seen.Instance)).Files);
        Assert.Equal(("方案.pdf", 3L, "甲联"), (file.Name, file.Bytes, file.AttachedBy));
        await using var connection = await engine.Engine.Database.Source.OpenConnectionAsync();
        Assert.Equal([1, 2, 3], (await WorkflowFiles.GetAsync(connection, file.Id, default))!.Content);
    }

    [Fact]
    public async Task Instance_TellsItsJournalInWords()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await engine.CompleteAsync(seen, 1, content: Form, lists: ("participants", ["beta"]));

        var detail = await engine.DetailAsync(seen.Instance);

        Assert.Equal("抽查", detail.Line.Name.Zh);
        Assert.Contains(detail.Journal, line => line is { Step: "accept", Item: "beta" } && line.Text.Zh.Contains("“接收”待办理，期限 2026-03-05", StringComparison.Ordinal));
        Assert.All(detail.Journal, line => Assert.DoesNotContain("JournalEntry", line.Text.En, StringComparison.Ordinal));
    }

    private static async Task<string> ExplainedAsync(WorkflowEngine engine)
    {
        var row = Assert.Single(await engine.Engine.DeadlinesAsync("obligation = 'check.plan'"));
        await using var connection = await engine.Engine.Database.Source.OpenConnectionAsync();
        var deadline = await engine.Engine.Get<Service.Deadlines.DeadlineOrigin>().OfAsync(connection, engine.Engine.Tiny, row, default);
        Assert.Equal(row.DueOn, deadline!.DueOn);
        return string.Join('\n', Core.Planning.Explanation.Of(deadline, engine.Engine.Tiny).Select(line => line.Text.Zh));
    }

    private static async Task<string> CodesAsync(WorkflowEngine engine, WorkflowStart start, WorkflowPerson person) =>
        string.Join(", ", (await engine.Desk.StartAsync(start, person, default)).Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));

    private static Dictionary<string, IReadOnlyList<string>> Lists(string name, params string[] items) => new(StringComparer.Ordinal) { [name] = items };
}
