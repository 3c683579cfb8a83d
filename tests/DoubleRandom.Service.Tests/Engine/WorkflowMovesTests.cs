using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>Versions: what runs stays on the one it began with, until somebody moves it.</summary>
public sealed class WorkflowMovesTests
{
    private const string Form = """{"title":"方案"}""";
    private static readonly Dictionary<string, string?> Same = new(StringComparer.Ordinal);

    [Fact]
    public async Task Adopt_LeavesWhatRunsOnItsVersion_WhenTheDefinitionChanges()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        await engine.AdoptAsync(Renamed());

        Assert.Equal("编制方案", (await engine.DetailAsync(seen.Instance)).Definition.Step("plan")!.Name.Zh);
        await engine.Engine.SweepThroughAsync("2026-03-09 18:00"); // The step that the running pack has no more is still reminded of.
        Assert.NotEmpty(await engine.Engine.NoticesAsync("obligation = 'check.plan'"));
        await engine.CompleteAsync(seen, 1, content: Form);
        Assert.Equal("draft", await engine.OpenAsync((await engine.StartAsync("check", "S-2")).Instance));
    }

    [Fact]
    public async Task Adopt_LeavesWhatRuns_WhenTheWorkflowIsDropped()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");

        await engine.AdoptAsync(WorkflowEngine.Library(["visits"]));

        Assert.Equal("""{"from":""", (await engine.Engine.AskAsync<string>("select detail from audit_entry where action = 'pack.adopted' order by sequence desc limit 1"))[..8]);
        Assert.EndsWith("\"left\":1}", await engine.Engine.AskAsync<string>("select detail from audit_entry where action = 'pack.adopted' order by sequence desc limit 1"), StringComparison.Ordinal);
        seen = await engine.CompleteAsync(seen, 1, content: Form);
        Assert.Equal("draw", await engine.OpenAsync(seen.Instance));
        Assert.Equal("workflow-gone", Assert.Single((await engine.Engine.Get<WorkflowMoves>().PlanAsync(TestPacks.Tiny, "check", Same, null, default)).Refusals).Code);
    }

    [Fact]
    public async Task Version_CannotBeDeleted_WhileSomethingRunsOnIt()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.StartAsync("check");
        await engine.AdoptAsync(WorkflowEngine.Library(["visits"]));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => engine.Engine.DoAsync("delete from pack_version where hash = (select pack_hash from workflow_instance)"));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task Move_GoesOverByTheMapping_AndNothingFinishedRunsAgain()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var moves = engine.Engine.Get<WorkflowMoves>();
        var (open, done) = (await engine.StartAsync("check"), await engine.StartAsync("check", "S-2"));
        await engine.CompleteAsync(done, 1, content: Form);
        await engine.AdoptAsync(Renamed());

        var plan = (await moves.PlanAsync(TestPacks.Tiny, "check", Same, null, default)).Value!;
        Assert.Equal([MigrationChoice.Move, MigrationChoice.Hold], plan.Select(line => line.Line.Choice));
        Assert.Equal("not-movable", Assert.Single((await moves.MoveAsync(open.Instance, Same, WorkflowEngine.Hub, "新版", default)).Refusals).Code);
        Assert.Equal("not-office", Assert.Single((await moves.MoveAsync(open.Instance, Same, WorkflowEngine.Alpha, "新版", default)).Refusals).Code);
        Assert.Equal("reason-missing", Assert.Single((await moves.MoveAsync(open.Instance, Same, WorkflowEngine.Hub, " ", default)).Refusals).Code);

        var moved = await moves.MoveAsync(open.Instance, new Dictionary<string, string?>(StringComparer.Ordinal) { ["plan"] = "draft" }, WorkflowEngine.Hub, "新版", default);

        Assert.True(moved.IsDone, string.Join('\n', moved.Refusals));
        Assert.Equal("draft", await engine.OpenAsync(open.Instance));
        Assert.Equal("draft", Assert.Single(await engine.Reader.TasksAsync(new(Instance: open.Instance), default)).Row.Step);
        Assert.Equal(["check.draft"], (await engine.Engine.DeadlinesAsync($"instance = {open.Instance} and status = 'open'")).Select(deadline => deadline.Obligation), StringComparer.Ordinal);
        await engine.AssertSoundAsync(open.Instance);
        await engine.CompleteAsync(moved.Value!, 1, content: Form);
        Assert.True((await moves.MoveAsync(done.Instance, new Dictionary<string, string?>(StringComparer.Ordinal) { ["plan"] = "draft" }, WorkflowEngine.Hub, "新版", default)).IsDone);
        Assert.Empty((await moves.PlanAsync(TestPacks.Tiny, "check", Same, null, default)).Value!);
    }

    [Fact]
    public async Task Move_TakesOverRulesAndForms_WhenTheDefinitionIsTheSame()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await engine.AdoptAsync(WorkflowEngine.Library(["check", "visits"]));

        var moved = await engine.Engine.Get<WorkflowMoves>().MoveAsync(seen.Instance, Same, WorkflowEngine.Hub, "新规则", default);

        Assert.Equal(seen.Version, moved.Value!.Version);
        Assert.Equal(engine.Engine.Tiny.ContentHash, await engine.Engine.AskAsync<string>("select pack_hash from workflow_instance"));
    }

    /// <summary>The same procedure in which the first step has another id and name.</summary>
    private static Core.Packs.PackLibrary Renamed() => WorkflowEngine.Library(["check"], ("\"id\": \"plan\", \"kind\": \"task\", \"name\": { \"zh\": \"编制方案\"", "\"id\": \"draft\", \"kind\": \"task\", \"name\": { \"zh\": \"起草\""));
}
