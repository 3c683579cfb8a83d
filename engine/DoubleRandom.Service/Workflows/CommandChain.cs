using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>
/// A command and everything that follows from it in other instances, decided in memory within one transaction: all of it is written, or nothing.
/// </summary>
/// <remarks>
/// What follows is done at once rather than queued, because officers see the whole effect of what they did, and a circle of workflows that set each other off
/// is stopped before anything is written. The work is bounded: so many commands deep, so many told at once; who is left over is told by the pulse.
/// </remarks>
internal sealed class CommandChain(NpgsqlConnection connection, Turns turns, TurnStanding standing, InstanceRow? about, Pack running, DateTimeOffset now, CancellationToken cancel)
{
    private const int MostDepth = 24;
    private const int MostTold = 200;
    private const int MostCommands = 2_000;

    private readonly Dictionary<long, Handling> _handled = [];
    private readonly Queue<Link> _links = new();
    private readonly List<string> _trail = [];
    private readonly List<(ErrandRow Errand, IReadOnlyList<Refusal> Refusals)> _later = [];
    private readonly List<(NewInstance Starting, IReadOnlyList<Refusal> Refusals)> _missed = [];
    private int _taken;

    public NpgsqlConnection Connection => connection;

    public Pack Running => running;

    public DateTimeOffset Now => now;

    public DateOnly Today { get; } = JurisdictionZone.Of(running.Jurisdiction.TimeZone).DayOf(now);

    public TurnStanding Standing => standing;

    public CancellationToken Cancel => cancel;

    public List<Happening> Raised { get; } = [];

    public List<StepNotice> Notices { get; } = [];

    /// <summary>The publish steps that were finished.</summary>
    public List<PublishedStep> Published { get; } = [];

    /// <summary>What is said to the public beside what publish steps say.</summary>
    public List<StatementDraft> Said { get; } = [];

    /// <summary>Who is put on record for the whole, and what they did; null for what leaves no trace of its own.</summary>
    public (string By, string Action, string Subject, string Detail)? Record { get; set; }

    /// <summary>What reconciliation did; null when no obligation depends on what happened.</summary>
    public ReconcileReport? Reconciled { get; set; }

    /// <summary>Whether deadlines have to be reconciled whatever depends on what.</summary>
    public bool MustReconcile { get; set; }

    public IEnumerable<Handling> Changed => _handled.Values.Where(handling => handling.IsChanged).OrderBy(handling => handling.Id);

    public IReadOnlyList<(ErrandRow Errand, IReadOnlyList<Refusal> Refusals)> Later => _later;

    /// <summary>What should have started by itself and was refused.</summary>
    public IReadOnlyList<(NewInstance Starting, IReadOnlyList<Refusal> Refusals)> Missed => _missed;

    /// <summary>An instance, read once; null when there is none of that number here, or its version cannot be read.</summary>
    public async Task<Handling?> OpenAsync(long id)
    {
        if (_handled.TryGetValue(id, out var handled))
            return handled;
        if ((about?.Id == id ? about : await InstanceTable.GetAsync(connection, id, cancel)) is not { } row || !string.Equals(row.Jurisdiction, running.Jurisdiction.Folder, StringComparison.Ordinal))
            return null;
        if (await turns.VersionAsync(connection, running, row.PackHash, cancel) is not { } pack || pack.Workflows.GetValueOrDefault(row.Workflow) is not { } definition)
            throw new VersionGoneException(row.Workflow, row.PackHash);
        return _handled[id] = new(row, await turns.Shelf.ReadAsync(connection, row, cancel), pack, definition, isNew: false);
    }

    /// <summary>Prepares a new instance, which its first command then starts. Null when it was started for that cause already.</summary>
    public async Task<Handling?> CreateAsync(NewInstance wanted) =>
        wanted.StartKey is { } key && await InstanceTable.StartedForAsync(connection, running.Jurisdiction.Folder, wanted.Definition.Id, key, cancel) is not null
            ? null
            : Create(wanted, await InstanceTable.NextIdAsync(connection, cancel));

    /// <summary>Puts a command at the end of the chain.</summary>
    public void Add(Link link) => _links.Enqueue(link);

    /// <summary>Carries out the chain to its end; gives every reason against it.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync()
    {
        while (_links.TryDequeue(out var link))
        {
            _trail.Add($"{link.Why}#{link.Instance}");
            if (link.Depth > MostDepth || ++_taken > MostCommands)
                return [WorkflowWords.GoesInCircles([.. _trail.TakeLast(6)])];
            if (await TakeAsync(link) is not { Count: > 0 } refusals)
                continue;
            if (!link.IsLenient)
                return refusals;
            Forgive(link, refusals);
        }

        return [];
    }

    /// <summary>Something happened: whoever hears of it is told, and what starts with it starts.</summary>
    /// <param name="happening">What.</param>
    /// <param name="teller">Number of the instance that raised it and knows already; null for none.</param>
    public async Task HappenAsync(Happening happening, long? teller = null)
    {
        foreach (var starting in Casting.StartedBy(happening.Event, running, Today, standing.FirstPublishedOn))
            if (await CreateAsync(starting) is { } created)
                Add(Link.Begin(created.Id, starting, happening.Depth));
        var told = 0;
        foreach (var (id, subject) in (await HearingAsync(happening.Event)).Where(listener => listener.Id != teller))
        {
            var errand = new ErrandRow(0, id, happening.Event.Event, happening.Event.On, Hearing.ItemOf(happening.Event.Subject, subject), happening.Depth);
            if (++told > MostTold)
                _later.Add((errand, []));
            else
                Add(Link.Tell(errand) with { IsLenient = true });
        }
    }

    /// <summary>What a decision about an instance may know.</summary>
    public DecideContext Context(Handling handling, Actor actor) =>
        new DecideContext(now, Today, actor, turns.RulesOf(handling.Pack), turns.DatesOf(running)).Under(handling.Pack) with { Units = Units };

    /// <summary>The units of the pack that runs, each with the roles that it holds today.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Units => field ??= DecideContext.UnitsOf(running, Today);

    /// <summary>Takes what a decision made of an instance, and what it asks of others; or every reason why that cannot be.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeAsync(Handling handling, Transition transition, Link link)
    {
        Refusal[] refusals = [.. transition.Refusals, .. transition.Effects.SelectMany(effect => Against(handling, effect))];
        if (refusals.Length > 0)
            return refusals;
        handling.Take(transition);
        Published.AddRange(transition.Entries.OfType<JournalEntry.Finished>().Select(finished => PublishedBy(handling, finished)).OfType<PublishedStep>());
        foreach (var effect in transition.Effects)
            await CarryAsync(handling, effect, link);
        if (transition.Entries.Any(entry => entry is JournalEntry.Ended))
            await TellParentAsync(handling, link);
        return [];
    }

    private PublishedStep? PublishedBy(Handling handling, JournalEntry.Finished finished)
    {
        var run = handling.State.Runs[finished.Run];
        return handling.Definition.Step(run.Step) is Step.Publish publish ? new(connection, handling.Id, handling.Pack, handling.Definition, handling.State, run, publish, Today, now) : null;
    }

    private async Task<IReadOnlyList<Refusal>> TakeAsync(Link link)
    {
        if (await OpenAsync(link.Instance) is not { } handling)
            return [WorkflowWords.NoInstance(link.Instance)];
        if (link.Errand is not null && handling.State.Status != InstanceStatus.Running)
            return []; // It ended before it could be told.
        return await TakeAsync(handling, Workflow.Decide(handling.Definition, handling.State, link.Command(handling.State), Context(handling, link.Actor)), link);
    }

    /// <summary>Who cannot hear is told later; what cannot start is put on record. Neither holds up what caused it.</summary>
    private void Forgive(Link link, IReadOnlyList<Refusal> refusals)
    {
        if (link.Errand is { } errand)
        {
            _later.Add((errand, refusals));
            return;
        }

        _handled.Remove(link.Instance);
        if (link.Starts is { } starting)
            _missed.Add((starting, refusals));
    }

    private IEnumerable<Refusal> Against(Handling handling, Effect effect) => effect switch
    {
        Effect.OpenTask open => open.Assignment.Units.Where(unit => running.Unit(unit) is null && handling.Pack.Unit(unit) is null).Select(unit => WorkflowWords.NoUnit(unit, running.Units.Select(known => known.Id))),
        Effect.StartChild child when !handling.Pack.Workflows.ContainsKey(child.Workflow) => [WorkflowWords.NoWorkflow(child.Workflow, handling.Pack.Workflows.Keys)],
        _ => [],
    };

    private async Task CarryAsync(Handling handling, Effect effect, Link link)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                WorkflowTasks.Show(this, handling, open);
                break;
            case Effect.RequestDraw or Effect.Publish:
                WorkflowTasks.Ask(this, handling, effect);
                break;
            case Effect.CloseTask close:
                handling.Close(close.Run);
                break;
            case Effect.SetDeadline set:
                handling.Deadlines[set.Run] = set;
                break;
            case Effect.WithdrawDeadline withdraw:
                handling.Deadlines[withdraw.Run] = withdraw;
                break;
            case Effect.RaiseEvent raise:
                var happening = new Happening(raise.Event, link.Actor.Person, link.Depth + 1);
                Raised.Add(happening);
                await HappenAsync(happening, handling.Id);
                break;
            case Effect.Notify notify:
                Notices.Add(new(handling, notify, handling.State.Version));
                break;
            case Effect.StartChild child:
                await StartChildAsync(handling, child, link);
                break;
            case Effect.CancelChild cancelled:
                await CancelChildrenAsync(handling, cancelled, link);
                break;
            default:
                throw new InvalidOperationException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    /// <summary>A called workflow is of the caller's pack version, and takes over of its cast and lists what it knows what to do with.</summary>
    private async Task StartChildAsync(Handling parent, Effect.StartChild child, Link link)
    {
        var definition = parent.Pack.Workflows[child.Workflow];
        var subject = child.Item.Length == 0 ? child.Subject : $"{child.Subject}/{child.Item}";
        var start = new WorkflowCommand.Start(
            subject, new("workflow", parent.Definition.Id), Only(parent.State.Cast, definition.Casts), Only(parent.State.Lists, definition.Takes), child.Content ?? parent.State.StartContent)
        { Version = 0 };
        if (await CreateAsync(new(definition, parent.Pack, start, $"call:{parent.Id}#{child.Run}", parent.Id, child.Run)) is { } created)
            Add(new(created.Id, _ => start, Actor.Engine, link.Depth + 1, definition.Id));
    }

    private async Task CancelChildrenAsync(Handling parent, Effect.CancelChild cancelled, Link link)
    {
        var stored = await InstanceTable.ChildrenAsync(connection, parent.Id, cancelled.Run, cancel);
        var here = _handled.Values.Where(other => other.Row.Parent == parent.Id && other.Row.ParentRun == cancelled.Run).Select(other => other.Id);
        foreach (var id in stored.Union(here).Order())
            if (await OpenAsync(id) is { State.Status: InstanceStatus.Running } child)
                Add(new(child.Id, state => new WorkflowCommand.Cancel(cancelled.Reason) { Version = state.Version }, Actor.Engine, link.Depth + 1, child.Definition.Id));
    }

    /// <summary>The call step goes on once what it called is over; unless it was itself what took the child away.</summary>
    private async Task TellParentAsync(Handling child, Link link)
    {
        if (child.Row is not { Parent: { } parent, ParentRun: { } run } || await OpenAsync(parent) is not { } caller || caller.State.Runs.GetValueOrDefault(run) is not { State: RunState.Open })
            return;
        var outcome = child.State.Status == InstanceStatus.Ended ? child.State.Outcome ?? Way.Done : Handling.StatusOf(child.State);
        Add(new(parent, state => new WorkflowCommand.ChildEnded(run, outcome) { Version = state.Version }, Actor.Engine, link.Depth + 1, caller.Definition.Id));
    }

    private Handling Create(NewInstance wanted, long id) => _handled[id] = new(
        new()
        {
            Id = id,
            Jurisdiction = running.Jurisdiction.Folder,
            Workflow = wanted.Definition.Id,
            Subject = wanted.Start.Subject,
            PackHash = wanted.Pack.ContentHash,
            DefinitionVersion = wanted.Definition.Version,
            StartKey = wanted.StartKey,
            Status = "running",
            StarterUnit = "",
            OpenSteps = "{}",
            Parent = wanted.Parent,
            ParentRun = wanted.ParentRun,
            Hears = [],
            DatedBy = running.ContentHash,
            StartedAt = now,
            ChangedAt = now,
        },
        Live.Of(WorkflowInstance.New(InstanceShelf.Name(id))), wanted.Pack, wanted.Definition, isNew: true);

    private async Task<IEnumerable<(long Id, string Subject)>> HearingAsync(PlanEvent what)
    {
        var subjects = Hearing.Enclosing(what.Subject);
        var stored = await InstanceTable.HearingAsync(connection, running.Jurisdiction.Folder, what.Event, subjects, cancel);
        var here = _handled.Values
            .Where(handling => handling.Row.Version == 0 && handling.State.Status == InstanceStatus.Running && Hearing.Of(handling.Definition).Contains(what.Event, StringComparer.Ordinal))
            .Where(handling => subjects.Count == 0 || subjects.Contains(handling.State.Subject, StringComparer.Ordinal))
            .Select(handling => (handling.Id, handling.State.Subject));
        return stored.Concat(here).DistinctBy(listener => listener.Item1);
    }

    private static Dictionary<string, IReadOnlyList<string>> Only(IReadOnlyDictionary<string, IReadOnlyList<string>> known, IReadOnlyList<string> wanted) =>
        known.Where(pair => wanted.Contains(pair.Key, StringComparer.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
