using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>What follows from a command in other instances, on other nodes and after a crash: all of it, or nothing.</summary>
public sealed class WorkflowChainTests
{
    private const string Form = """{"title":"方案"}""";

    [Fact]
    public async Task Happen_StartsOnceAndTellsThoseItConcerns_WhenAnEventIsRecorded()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow", "check");

        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1");
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1"); // It happened once.
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-2");

        var started = (await engine.InstancesAsync("follow")).ToArray();
        Assert.Equal("R-1, R-2", await engine.Engine.AskAsync<string>("select string_agg(subject, ', ' order by id) from workflow_instance"));
        await engine.Engine.HappenAsync("conference.held", "2026-03-03", subject: "R-1");
        Assert.Equal("decide", await engine.OpenAsync(started[0]));
        Assert.Equal("look", await engine.OpenAsync(started[1]));
        Assert.Equal(new DateOnly(2026, 3, 10), Assert.Single(await engine.Engine.DeadlinesAsync("obligation = 'follow.decide'")).DueOn);
        await engine.Engine.HappenAsync("conference.held", "2026-03-04"); // It concerns all.
        Assert.Equal("decide", await engine.OpenAsync(started[1]));
        foreach (var id in started)
            await engine.AssertSoundAsync(id);
    }

    [Fact]
    public async Task Happen_StartsNothing_WhenItLiesBeforeTheFirstPublication()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");

        await engine.Engine.HappenAsync("result.produced", "2026-02-20", "alpha", "R-0");

        Assert.Empty(await engine.InstancesAsync("follow"));
    }

    [Fact]
    public async Task Happen_ReachesOtherWorkflows_WhenAStepRaisesIt()
    {
        await using var engine = await WorkflowEngine.WithAsync("check", "follow");
        var seen = await SignedAsync(engine);

        var follow = Assert.Single(await engine.InstancesAsync("follow"));
        Assert.Equal([follow], seen.Also);
        Assert.Equal("S-1", (await engine.DetailAsync(follow)).State.Subject);
    }

    [Fact]
    public async Task Give_ChangesNothing_WhenWorkflowsSetEachOtherOffWithoutEnd()
    {
        await using var engine = await WorkflowEngine.WithAsync("ping", "pong");
        var (ping, pong) = (await engine.StartAsync("ping"), await engine.StartAsync("pong"));

        var answer = await engine.Engine.HappenAsync("liaison.changed", "2026-03-02", subject: "S-1");

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal("goes-in-circles", refusal.Code);
        Assert.Contains("conference.item-agreed#", refusal.Problem.Zh, StringComparison.Ordinal);
        Assert.Equal(0, await engine.Engine.AskAsync<int>("select count(*)::int from event"));
        Assert.Equal((ping.Version, pong.Version), ((await engine.SeeAsync(ping.Instance)).Version, (await engine.SeeAsync(pong.Instance)).Version));
        Assert.Equal("catch", await engine.OpenAsync(ping.Instance));
    }

    [Fact]
    public async Task Call_RunsTheChildWithTheParentsLists_AndGoesOnWithItsOutcome()
    {
        await using var engine = await WorkflowEngine.WithAsync("caller", "called");

        var parent = await engine.StartAsync("caller", lists: ("targets", ["T-1"]));
        var child = Assert.Single(parent.Also);
        var detail = await engine.DetailAsync(child);
        Assert.Equal(("S-1", "T-1", parent.Instance), (detail.State.Subject, Assert.Single(detail.State.Lists["targets"]), detail.Line.Row.Parent!.Value));
        Assert.Equal([child], (await engine.DetailAsync(parent.Instance)).Children);

        var ended = await engine.CompleteAsync(await engine.SeeAsync(child), 1, "bad");

        Assert.Equal(("ended", "bad"), (ended.Status, ended.Outcome));
        Assert.Equal([parent.Instance], ended.Also);
        Assert.Equal("again", await engine.OpenAsync(parent.Instance));
        await engine.AssertSoundAsync(parent.Instance);
    }

    [Fact]
    public async Task Call_CancelsTheChild_WhenTheParentNoLongerWantsIt()
    {
        await using var engine = await WorkflowEngine.WithAsync("caller", "called");
        var parent = await engine.StartAsync("caller");

        var stopped = await engine.GiveAsync(parent, version => new WorkflowCommand.Cancel("不办了") { Version = version });

        Assert.Equal("cancelled", stopped.Status);
        Assert.Equal("cancelled", (await engine.SeeAsync(Assert.Single(stopped.Also))).Status);
        Assert.Empty(await engine.Engine.DeadlinesAsync("instance is not null and status = 'open'"));
    }

    [Fact]
    public async Task Give_LetsOneThrough_WhenTwoNodesGiveTheSameCommandAtOnce()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await using var other = await engine.AnotherNodeAsync();
        var seen = await engine.StartAsync("check");

        var answers = await Task.WhenAll(new[] { engine, other, engine, other }.Select(node => Task.Run(() =>
            node.Desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(1, "done", Form) { Version = seen.Version }, WorkflowEngine.Alpha, default))));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.Where(answer => !answer.IsDone), answer => Assert.Equal("task-over", Assert.Single(answer.Refusals).Code));
        await engine.AssertSoundAsync(seen.Instance);
        await other.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Give_KeepsEveryItem_WhenTwoNodesWorkOnOneInstance()
    {
        await using var engine = await WorkflowEngine.WithAsync("visits");
        await using var other = await engine.AnotherNodeAsync();
        var targets = Enumerable.Range(1, 40).Select(i => $"T-{i}").ToArray();
        var seen = await engine.StartAsync("visits", lists: ("targets", targets));

        await Task.WhenAll(new[] { (Node: engine, First: 1), (Node: other, First: 2) }.Select(half => Task.Run(async () =>
        {
            for (var run = half.First; run <= targets.Length; run += 2)
                Assert.True((await half.Node.Desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(run, "done") { Version = seen.Version }, WorkflowEngine.Alpha, default)).IsDone);
        })));

        Assert.Equal("report", await engine.OpenAsync(seen.Instance));
        Assert.Equal("report", await other.OpenAsync(seen.Instance));
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Give_IsRefusedAsOutrun_WhenSomebodyWhoTakesNoTurnIsFaster()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await engine.Engine.DoAsync("""
            create function rival() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger rival before update on workflow_instance for each row execute function rival();
            """);

        Assert.Equal("outrun", await engine.RefusalsAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version }));
        await engine.Engine.DoAsync("drop trigger rival on workflow_instance");
        await engine.AssertSoundAsync(seen.Instance);
        Assert.Equal("甲联", (await engine.GiveAsync(seen, version => new WorkflowCommand.Claim(1) { Version = version })) is { } ? (await engine.DetailAsync(seen.Instance)).State.Runs[1].Person : null);
    }

    [Fact]
    public async Task Give_LeavesNothingHalfDone_WhenItsConnectionIsKilledBeforeCommit()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await using var blocker = await engine.Engine.Database.Source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('audit:990001-tiny', 0))", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        var giving = engine.Desk.GiveAsync(seen.Instance, new WorkflowCommand.Complete(1, "done", Form) { Version = seen.Version }, WorkflowEngine.Alpha, default); // It has written everything but the record.
        while (await engine.Engine.AskAsync<int>("select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%audit:%'") == 0)
            await Task.Delay(10);
        await engine.Engine.DoAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => giving);
        await transaction.RollbackAsync();
        Assert.Equal(seen.Version, (await engine.SeeAsync(seen.Instance)).Version);
        Assert.Equal("open", Assert.Single(await engine.Engine.DeadlinesAsync("instance is not null")).Status);
        await engine.AssertSoundAsync(seen.Instance);
        await engine.CompleteAsync(seen, 1, content: Form);
    }

    [Fact]
    public async Task Give_StepsThroughHundreds_WithOneDeadlineEach()
    {
        await using var engine = await WorkflowEngine.WithAsync("visits");
        var targets = Enumerable.Range(1, 300).Select(i => $"T-{i}").ToArray();

        var seen = await engine.StartAsync("visits", lists: ("targets", targets));
        Assert.Equal(300, await engine.Engine.AskAsync<int>("select count(*)::int from deadline where instance is not null and status = 'open'"));
        Assert.Equal(300, seen.OpenSteps["visit"]);
        for (var run = 1; run <= 300; run++)
            seen = await engine.CompleteAsync(seen, run);

        Assert.Equal("report", await engine.OpenAsync(seen.Instance));
        Assert.Equal(300, await engine.Engine.AskAsync<int>("select count(*)::int from deadline where instance is not null and status = 'met'"));
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Sweep_TellsOfStepsAndAuditFindsNothingMissing_WhenDaysPass()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.StartAsync("check");
        await engine.Engine.SweepThroughAsync("2026-03-31 18:00");

        Assert.All(await engine.Engine.Get<SelfAudit>().RunAsync(default), report => Assert.True(report.IsClean, string.Join('\n', report.Missing)));
    }

    private static async Task<WorkflowReceipt> SignedAsync(WorkflowEngine engine)
    {
        var seen = await engine.StartAsync("check");
        seen = await engine.CompleteAsync(seen, 1, content: Form);
        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Drawn(2, "D-1", ["T-1"]) { Version = version }, WorkflowEngine.Hub);
        await engine.Engine.HappenAsync("conference.held", "2026-03-02");
        await engine.Engine.HappenAsync("working-meeting.held", "2026-03-02");
        return await engine.CompleteAsync(await engine.SeeAsync(seen.Instance), 3, by: WorkflowEngine.AlphaLeader);
    }
}
