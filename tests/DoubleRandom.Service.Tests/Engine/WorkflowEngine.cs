using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>The tiny county with the workflows of tests/cases/service/_workflows, and short words for what tests do with them.</summary>
internal sealed class WorkflowEngine : IAsyncDisposable
{
    public static readonly WorkflowPerson Alpha = new("alpha", "甲联");
    public static readonly WorkflowPerson AlphaLeader = new("alpha", "甲长");
    public static readonly WorkflowPerson Beta = new("beta", "Beth");
    public static readonly WorkflowPerson Hub = new("hub", "办公");

    private WorkflowEngine(TestEngine engine) => Engine = engine;

    public TestEngine Engine { get; }

    public WorkflowDesk Desk => Engine.Get<WorkflowDesk>();

    public WorkflowReader Reader => Engine.Get<WorkflowReader>();

    /// <summary>The pack files with some workflows, each with texts put in the place of others.</summary>
    public static PackLibrary Library(IEnumerable<string> names, params (string Old, string New)[] edits) =>
        new(TestPacks.OneTiny.Files.Concat(names.Select(name => File(name, edits))));

    public static async Task<WorkflowEngine> WithAsync(params string[] names)
    {
        var engine = new WorkflowEngine(await TestEngine.TinyAsync());
        await engine.AdoptAsync(Library(names));
        return engine;
    }

    /// <summary>The same database, seen by another node.</summary>
    public async Task<WorkflowEngine> AnotherNodeAsync() => new(await Engine.AnotherNodeAsync());

    public async Task AdoptAsync(PackLibrary library)
    {
        var outcome = Assert.Single(await Engine.TakeInAsync(library));
        Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics));
        Assert.Equal("adopted", outcome.Outcome);
    }

    public async Task<WorkflowReceipt> StartAsync(string workflow, string subject = "S-1", WorkflowPerson? by = null, params (string List, string[] Items)[] lists) =>
        Done(await Desk.StartAsync(new(TestPacks.Tiny, workflow, subject, Lists: lists.ToDictionary(list => list.List, list => (IReadOnlyList<string>)list.Items, StringComparer.Ordinal)), by ?? Alpha, default));

    public async Task<WorkflowReceipt> GiveAsync(WorkflowReceipt seen, Func<long, WorkflowCommand> command, WorkflowPerson? by = null) =>
        Done(await Desk.GiveAsync(seen.Instance, command(seen.Version), by ?? Alpha, default));

    public async Task<WorkflowReceipt> CompleteAsync(WorkflowReceipt seen, int run, string outcome = "done", string? content = null, WorkflowPerson? by = null, params (string List, string[] Items)[] lists) =>
        await GiveAsync(seen, version => new WorkflowCommand.Complete(run, outcome, content, outcome is "refused" ? "太忙" : null, lists.ToDictionary(list => list.List, list => (IReadOnlyList<string>)list.Items, StringComparer.Ordinal)) { Version = version }, by);

    public async Task<string> RefusalsAsync(WorkflowReceipt seen, Func<long, WorkflowCommand> command, WorkflowPerson? by = null) =>
        string.Join(", ", (await Desk.GiveAsync(seen.Instance, command(seen.Version), by ?? Alpha, default)).Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));

    public Task<WorkflowRound> RoundAsync(string? beijing = null)
    {
        if (beijing is not null)
            Engine.Clock.Set(beijing);
        return Engine.Get<WorkflowRounds>().RunAsync(default);
    }

    public async Task<InstanceDetail> DetailAsync(long instance) => await Reader.InstanceAsync(instance, 500, default) ?? throw new InvalidOperationException($"No instance {instance}.");

    /// <summary>The instance as it stands now, for the next command.</summary>
    public async Task<WorkflowReceipt> SeeAsync(long instance)
    {
        var row = await Engine.Database.Source.ReadAsync(connection => InstanceTable.GetAsync(connection, instance, default), default);
        return new(instance, row!.Version, row.Status, row.Outcome, new Dictionary<string, int>(StringComparer.Ordinal), []);
    }

    /// <summary>Steps that are open, in order, each with its item.</summary>
    public async Task<string> OpenAsync(long instance)
    {
        var state = (await DetailAsync(instance)).State;
        return string.Join(", ", state.OpenRuns.Select(run => state.Frames[run.Frame].Path is { Length: > 0 } path ? $"{run.Step}@{path}" : run.Step).Order(StringComparer.Ordinal));
    }

    public Task<IEnumerable<long>> InstancesAsync(string workflow) => Engine.ListAsync<long>("select id from workflow_instance where workflow = @workflow order by id", new { workflow });

    /// <summary>What the database says: folding the journal gives the state byte by byte, and the row agrees with it.</summary>
    public async Task AssertSoundAsync(long instance)
    {
        var row = (await Engine.Database.Source.ReadAsync(connection => InstanceTable.GetAsync(connection, instance, default), default))!;
        var journal = await Engine.Database.Source.ReadAsync(connection => JournalTable.AfterAsync(connection, instance, 0, long.MaxValue, default), default);
        var replayed = WorkflowInstance.Replay(row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), journal);
        Assert.Equal(WorkflowJson.Canonical(replayed), WorkflowJson.Canonical((await DetailAsync(instance)).State));
        Assert.Equal((replayed.Version, replayed.Subject, replayed.DefinitionVersion), (row.Version, row.Subject, row.DefinitionVersion));
        var open = replayed.OpenRuns.GroupBy(run => run.Step, StringComparer.Ordinal).OrderBy(step => step.Key, StringComparer.Ordinal).Select(step => $"{step.Key}:{step.Count()}");
        Assert.Equal(open, (await DetailAsync(instance)).Line.OpenSteps.Select(step => $"{step.Step}:{step.Times}"), StringComparer.Ordinal);
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private static WorkflowReceipt Done(Answer<WorkflowReceipt> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }

    private static PackFile File(string name, (string Old, string New)[] edits)
    {
        var text = System.IO.File.ReadAllText(Repository.Path("tests", "cases", "service", "_workflows", $"{name}.workflow.json"));
        return new($"workflows/{TestPacks.Tiny}/{name}.workflow.json", System.Text.Encoding.UTF8.GetBytes(edits.Aggregate(text, (so, edit) => so.Replace(edit.Old, edit.New, StringComparison.Ordinal))));
    }
}
