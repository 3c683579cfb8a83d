using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>Connects draws with the workflows that wait for them.</summary>
internal static class DrawDispatch
{
    private const string Visited = "targets";

    /// <summary>Stands for the targets where the unit of an inspectors' step would.</summary>
    private const string Targets = "";

    /// <summary>Why somebody may not prepare a draw; nothing when they may: the owner of the step that waits for it, or the office for a draw by itself.</summary>
    public static async Task<IReadOnlyList<Refusal>> AgainstAsync(CommandChain chain, DrawOrder order, Actor actor)
    {
        if (order.Instance is not { } instance)
            return string.Equals(actor.Unit, chain.Running.Jurisdiction.OfficeUnit, StringComparison.Ordinal) ? [] : [DrawWords.NotMember(chain.Running.Jurisdiction.OfficeUnit)];
        if (await chain.OpenAsync(instance) is not { } handling)
            return [WorkflowWords.NoInstance(instance)];
        if (handling.State.Status != InstanceStatus.Running || Waiting(handling, order.What).FirstOrDefault() is not { } run)
            return [DrawWords.NotWaiting(instance, order.What)];
        // Asked of the workflow itself, so that who may draw is decided in one place; nothing is done.
        var trial = new WorkflowCommand.Drawn(run.Number, "", []) { Version = handling.State.Version };
        return Workflow.Decide(handling.Definition, handling.State, trial, chain.Context(handling, actor)).Refusals;
    }

    /// <summary>Tells the workflow of a draw what was drawn, step by step, as long as one waits that the draw answers.</summary>
    /// <returns>How many steps went on; or why one cannot.</returns>
    public static async Task<(int Told, IReadOnlyList<Refusal> Refusals)> TellAsync(CommandChain chain, DrawRow draw, Actor actor)
    {
        var told = 0;
        if (draw.Instance is not { } instance || await chain.OpenAsync(instance) is not { State.Status: InstanceStatus.Running } handling)
            return (told, []);
        var picks = draw.What is DrawOrder.Targets ? await DrawHistory.PicksAsync(chain.Connection, draw, chain.Cancel) : [];
        var teams = (await DrawHistory.AssignmentsAsync(chain.Connection, draw, chain.Cancel)).ToLookup(one => one.Unit, StringComparer.Ordinal);
        var answered = (await DrawTable.ToldAsync(chain.Connection, draw, chain.Cancel)).ToHashSet(StringComparer.Ordinal);
        while (Answered(chain, handling, draw, actor, teams.Where(team => !answered.Contains(team.Key)).Select(team => team.Key).ToHashSet(StringComparer.Ordinal), !answered.Contains(Targets)) is var (run, unit))
        {
            answered.Add(unit);
            await DrawTable.TellAsync(chain.Connection, draw, unit, run.Number, chain.Cancel);
            IReadOnlyList<string> items = unit is Targets ? [.. picks.Select(pick => pick.Code)] : [.. teams[unit].Select(one => one.Inspector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (unit is not Targets)
                await AssignAsync(chain, instance, unit, teams[unit]);
            chain.Add(new(instance, state => new WorkflowCommand.Drawn(run.Number, draw.Number, items) { Version = state.Version }, Actor.Engine, 0, draw.Number));
            if (await chain.RunAsync() is { Count: > 0 } refusals)
                return (told, refusals);
            told++;
        }

        return (told, []);
    }

    /// <summary>Another target joins those that are being checked, where the workflow provides for that. Who may add it is the workflow's to say.</summary>
    public static async Task<IReadOnlyList<Refusal>> AddAsync(CommandChain chain, DrawRow draw, string target, string reason, Actor actor)
    {
        if (draw.Instance is not { } instance || await chain.OpenAsync(instance) is not { State.Status: InstanceStatus.Running } handling
            || Batches(handling).FirstOrDefault(batch => !batch.IsClosed) is not { } batch)
            return [];
        chain.Add(new(instance, state => new WorkflowCommand.Add(batch.Number, [target], reason) { Version = state.Version }, actor, 0, draw.Number));
        return await chain.RunAsync();
    }

    /// <summary>How many targets of a draw are still to be checked.</summary>
    public static async Task<int> OpenVisitsAsync(CommandChain chain, DrawRow draw)
    {
        if (draw is not { Instance: { } instance, SupersededBy: null } || await chain.OpenAsync(instance) is not { State.Status: InstanceStatus.Running } handling)
            return 0;
        var batches = Batches(handling).ToArray();
        // Before the visits begin all of them are to come.
        return batches.Length == 0 ? handling.State.Lists.GetValueOrDefault(Visited)?.Count ?? 0 : batches.Where(batch => !batch.IsClosed).Sum(batch => batch.Live);
    }

    private static async Task AssignAsync(CommandChain chain, long instance, string unit, IEnumerable<DrawAssignmentRow> team)
    {
        foreach (var target in team.GroupBy(one => one.Target, StringComparer.Ordinal))
            await InspectionTeams.AssignAsync(chain.Connection, instance, target.Key, unit, [.. target.Select(one => one.Inspector)], chain.Cancel);
    }

    private static IEnumerable<Frame> Batches(Handling handling)
    {
        var visits = handling.Definition.Steps.OfType<Step.ForEach>().Where(step => step.Over is Visited).Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        return handling.State.Frames.Values.Where(frame => frame.Kind == FrameKind.Batch && visits.Contains(frame.Step));
    }

    /// <summary>The next open step that a draw answers and did not answer before: that of its targets first, then those of the units that it assigns.</summary>
    private static (StepRun Run, string Unit)? Answered(CommandChain chain, Handling handling, DrawRow draw, Actor actor, HashSet<string> units, bool isForTargets)
    {
        if (isForTargets && draw.What is DrawOrder.Targets && Waiting(handling, DrawOrder.Targets).FirstOrDefault() is { } targets)
            return (targets, Targets);
        foreach (var run in Waiting(handling, DrawOrder.Inspectors))
            if (Workflow.AssignmentOf(handling.Definition, handling.State, run.Number, chain.Context(handling, actor)).Units.FirstOrDefault(units.Contains) is { } unit)
                return (run, unit);
        return null;
    }

    private static IEnumerable<StepRun> Waiting(Handling handling, string what) =>
        handling.State.OpenRuns.Where(run => handling.Definition.Step(run.Step) is Step.Draw draw && string.Equals(draw.What, what, StringComparison.Ordinal));
}
