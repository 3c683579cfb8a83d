using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>Walks the tests that a workflow carries, each move by whoever it belongs to. Forms are taken as filled in.</summary>
public static class WorkflowWalks
{
    /// <summary>The faults of all tests of a pack's workflows, by the pack's own calendar, readings and rules.</summary>
    public static IEnumerable<Diagnostic> Run(Pack pack)
    {
        var (dates, rules) = (DueDates.Of(pack), new PackDecisions(pack));
        var untested = pack.Jurisdiction.NeedsTests ? Severity.Error : Severity.Warning;
        return pack.Workflows.Values.SelectMany(workflow =>
            workflow.Tests.Count == 0 ? [WalkFaults.NoTest(workflow) with { Severity = untested }] : Run(workflow, dates, rules, pack));
    }

    /// <summary>The faults of all tests; none when every walk goes as it says.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="dates">The jurisdiction's days and readings.</param>
    /// <param name="rules">What the pack's rules say, for rule sets that a test does not speak for.</param>
    /// <param name="pack">The pack, whose forms hold for content that a move states, and whose units hold roles; null for none.</param>
    public static IReadOnlyList<Diagnostic> Run(WorkflowDefinition definition, DueDates dates, IDecide rules, Pack? pack = null) =>
        [.. definition.Tests.Select(walk => new Walker(definition, walk, dates, rules, pack).Fault()).OfType<Diagnostic>()];
}

/// <summary>One walk under way.</summary>
internal sealed class Walker(WorkflowDefinition definition, WorkflowWalk walk, DueDates dates, IDecide rules, Pack? pack) : IDecide
{
    /// <summary>Whether the walk can know the document of the workflow: one that a layer beneath wrote tells how the procedure goes, not when it is law here.</summary>
    private readonly bool _isOfLaw = pack?.DocumentOf(definition.Basis) is { } document && IndexOf(pack, walk.Place.Layer) >= IndexOf(pack, document.Place.Layer);

    private WorkflowInstance _instance = WorkflowInstance.New("test");
    private DateOnly _today = walk.On;
    private (DateOnly On, IReadOnlyDictionary<string, IReadOnlyCollection<string>> Held) _units;

    public Verdict Decide(string ruleSet, WorkflowFacts facts) => walk.Rules.TryGetValue(ruleSet, out var word) ? Verdict.Of(word) : rules.Decide(ruleSet, facts);

    public string? Handover(WorkflowFacts facts) => rules.Handover(facts);

    /// <summary>The first move that does not go as it says; null when all do.</summary>
    public Diagnostic? Fault()
    {
        var refused = Start();
        if (walk.Because is { } because)
            return refused?.Any(refusal => string.Equals(refusal.Code, $"document-{because}", StringComparison.Ordinal)) == true ? null : WalkFaults.Began(walk, because);
        if (refused is not null)
            return WalkFaults.Refused(walk, walk.Place, refused);
        foreach (var move in walk.Moves)
        {
            _today = move.On ?? _today;
            if (Command(move) is not { } command)
                return WalkFaults.NotOpen(walk, move, Open());
            var refusals = Give(command, ActorOf(move), isFilledIn: move.Content is not null);
            if (refusals is null == move.IsRefused)
                return refusals is null ? WalkFaults.NotRefused(walk, move.Place) : WalkFaults.Refused(walk, move.Place, refusals);
            if (move.Open is { } open && !open.Order(StringComparer.Ordinal).SequenceEqual(Open(), StringComparer.Ordinal))
                return WalkFaults.OtherOpen(walk, move, Open());
        }

        return walk.Outcome is null || string.Equals(walk.Outcome, _instance.Outcome, StringComparison.Ordinal) ? null : WalkFaults.OtherOutcome(walk, _instance.Outcome);
    }

    private IReadOnlyList<Refusal>? Start()
    {
        var person = definition.StartedBy.OfType<Starter.ByPerson>().FirstOrDefault();
        StartCause? cause = person is not null ? null : definition.StartedBy.FirstOrDefault() switch
        {
            Starter.ByEvent e => new("event", e.Event),
            Starter.ByWorkflow w => new("workflow", w.Workflow),
            _ => new("date", walk.On.Iso()),
        };
        return Give(new WorkflowCommand.Start("test", cause, walk.Cast, walk.Lists, walk.Content) { Version = 0 }, person is null ? Actor.Engine : Of(person.Owner, walk.Cast.GetValueOrDefault(person.Owner.Role ?? "")), isFilledIn: false);
    }

    private IReadOnlyList<Refusal>? Give(WorkflowCommand command, Actor actor, bool isFilledIn)
    {
        var context = new DecideContext(new(_today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), _today, actor, this, dates);
        if (pack is not null)
            context = context.Under(pack) with
            {
                Units = UnitsOf(pack),
                Forms = isFilledIn ? pack.Forms : context.Forms,
                Documents = _isOfLaw ? pack.Documents : context.Documents,
            };
        var transition = Workflow.Decide(definition, _instance, command, context);
        _instance = transition.Next;
        return transition.IsDone ? null : transition.Refusals;
    }

    private static int IndexOf(Pack pack, string layer) => Array.IndexOf([.. pack.Layers], layer);

    private IReadOnlyDictionary<string, IReadOnlyCollection<string>> UnitsOf(Pack among)
    {
        if (_units.Held is null || _units.On != _today)
            _units = (_today, DecideContext.UnitsOf(among, _today));
        return _units.Held;
    }

    private WorkflowCommand? Command(WalkMove move)
    {
        if (move.Tell is { } name)
            return new WorkflowCommand.Tell(name, _today, move.Item.Length == 0 ? null : move.Item) { Version = _instance.Version };
        if (move.Act is { } action)
            return OfAction(move, action);
        if (move.Do is null)
            return new WorkflowCommand.DayCame { Version = _instance.Version };
        if (RunOf(move) is not { } run || definition.Step(run.Step) is not { } step)
            return null;
        var outcome = move.Outcome ?? (step.Ways.Count == 1 ? step.Ways[0].Id : Way.Done);
        return step switch
        {
            Step.Draw => new WorkflowCommand.Drawn(run.Number, "test", move.Items) { Version = _instance.Version },
            Step.Publish => new WorkflowCommand.Published(run.Number, "test") { Version = _instance.Version },
            Step.Call => new WorkflowCommand.ChildEnded(run.Number, outcome) { Version = _instance.Version },
            _ => new WorkflowCommand.Complete(run.Number, outcome, step.Form is null ? null : move.Content ?? "{}", walk.Name, move.Lists) { Version = _instance.Version },
        };
    }

    private WorkflowCommand? OfAction(WalkMove move, string id)
    {
        var action = definition.Actions.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal));
        return action?.Kind switch
        {
            ActionKind.Cancel => new WorkflowCommand.Cancel(walk.Name) { Version = _instance.Version },
            ActionKind.Add when Batch(action) is { } batch => new WorkflowCommand.Add(batch, move.Items, walk.Name) { Version = _instance.Version },
            ActionKind.CancelBranch when Acted(action, move) is { } run => new WorkflowCommand.CancelBranch(run, walk.Name) { Version = _instance.Version },
            ActionKind.Postpone when Acted(action, move) is { } run && move.To is { } to => new WorkflowCommand.Postpone(run, to, walk.Name) { Version = _instance.Version },
            ActionKind.Reassign when Acted(action, move) is { } run && move.Items is [var unit] => new WorkflowCommand.Reassign(run, unit, walk.Name) { Version = _instance.Version },
            ActionKind.Adjust or ActionKind.Correct => new WorkflowCommand.Act(id, walk.Name, action.Form is null ? null : move.Content ?? "{}", move.Lists) { Version = _instance.Version },
            _ => null,
        };
    }

    /// <summary>The open step that an action is taken on: the first of those it may be taken on, in the item of the move.</summary>
    private int? Acted(WorkflowAction action, WalkMove move) => _instance.OpenRuns.FirstOrDefault(run =>
        (action.Steps.Count == 0 || action.Steps.Contains(run.Step, StringComparer.Ordinal)) && string.Equals(_instance.Frames[run.Frame].Path, move.Item, StringComparison.Ordinal))?.Number;

    private int? Batch(WorkflowAction action) => _instance.Frames.Values.LastOrDefault(frame =>
        frame is { Kind: FrameKind.Batch, IsClosed: false } && (action.Steps.Count == 0 || action.Steps.Contains(frame.Step, StringComparer.Ordinal)))?.Number;

    /// <summary>Whoever the move belongs to: the test is about the steps, not about who may take them.</summary>
    private Actor ActorOf(WalkMove move)
    {
        var (owner, run) = move.Act is { } id
            ? (definition.Actions.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal))?.Owner, null)
            : (definition.Step(move.Do ?? "") is { } step and (Step.Task or Step.Decision) ? step.Owner : null, RunOf(move));
        if (owner is null)
            return Actor.Engine;
        var openings = new Openings(new Course(definition, _instance, new(default, _today, Actor.Engine, this, dates)));
        return Of(owner, openings.UnitsOf(owner, run?.Frame ?? 0));
    }

    private static Actor Of(Owner owner, IReadOnlyList<string>? units) =>
        new(units is { Count: > 0 } ? units[0] : owner.Unit ?? "test", "test", owner.Role is { } role ? [role] : [], owner.Function is { } function ? [function] : []);

    private StepRun? RunOf(WalkMove move) => _instance.OpenRuns.FirstOrDefault(run =>
        string.Equals(run.Step, move.Do, StringComparison.Ordinal) && string.Equals(_instance.Frames[run.Frame].Path, move.Item, StringComparison.Ordinal));

    private string[] Open() => [.. _instance.OpenRuns.Select(run => _instance.Frames[run.Frame].Path is { Length: > 0 } path ? $"{run.Step}@{path}" : run.Step).Order(StringComparer.Ordinal)];
}
