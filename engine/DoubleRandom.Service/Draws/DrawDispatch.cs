using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;
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
        var answers = await DrawAnswers.ReadAsync(chain, draw);
        while (answers.Next(chain, handling, actor) is var (run, unit))
        {
            var items = answers.Take(unit);
            await DrawTable.TellAsync(chain.Connection, draw, unit, run, chain.Cancel);
            await AssignAsync(chain, instance, unit, answers.TeamOf(unit));
            chain.Add(new(instance, state => new WorkflowCommand.Drawn(run, draw.Number, items) { Version = state.Version }, Actor.Engine, 0, draw.Number));
            if (await chain.RunAsync() is { Count: > 0 } refusals)
                return (told, refusals);
            told++;
        }

        return (told, []);
    }

    /// <summary>Another target joins those that are being checked, where the workflow provides for that. Who may add it is the workflow's to say.</summary>
    /// <param name="chain">The turn.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="target">The target.</param>
    /// <param name="team">Who goes there.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who adds it.</param>
    public static async Task<IReadOnlyList<Refusal>> AddAsync(CommandChain chain, DrawRow draw, string target, IEnumerable<DrawAssignmentRow> team, string reason, Actor actor)
    {
        if (draw.Instance is not { } instance || await chain.OpenAsync(instance) is not { State.Status: InstanceStatus.Running } handling
            || Batches(handling).FirstOrDefault(batch => !batch.IsClosed) is not { } batch)
            return [];
        foreach (var unit in team.GroupBy(one => one.Unit, StringComparer.Ordinal))
            await AssignAsync(chain, instance, unit.Key, unit.Select(one => one with { Target = target }));
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

    /// <summary>The open steps that wait for a draw of targets or of inspectors.</summary>
    internal static IEnumerable<StepRun> Waiting(Handling handling, string what) =>
        handling.State.OpenRuns.Where(run => handling.Definition.Step(run.Step) is Step.Draw draw && string.Equals(draw.What, what, StringComparison.Ordinal));
}
