using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Simulation;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>Owners of workflow tasks, who do them in time, late or never; a stand-in answers for draws, and publications are reported as made.</summary>
internal sealed class ModelledTasks(SimulatedCounty county, Turns turns, WorkflowDesk desk)
{
    private const int MostRounds = 40;
    private const int MostTimes = 12;
    private readonly Rehearsal _rehearsal = new(county, turns);
    private readonly SampleLists _lists = new(county);
    private readonly Dictionary<(long Instance, int Run), (string Name, IReadOnlyList<Refusal> Refusals)> _blocked = [];
    private readonly HashSet<(long Instance, int Run)> _circling = [];

    /// <summary>The tasks that were tried and could not be done, with every reason against what was tried first.</summary>
    public IReadOnlyDictionary<(long Instance, int Run), (string Name, IReadOnlyList<Refusal> Refusals)> Blocked => _blocked;

    /// <summary>What is done on a working day: whatever its owner gets round to, and what follows from that on the same day.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        var tried = new HashSet<(long, int)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var (open, count) = (await county.Source.ReadAsync(connection => WholeLife.TasksAsync(connection, county.Folder, isOpen: true, cancel), cancel), tried.Count);
            foreach (var task in open.OrderBy(TaskAtHand.NameOf, StringComparer.Ordinal).ThenBy(task => task.Instance).ThenBy(task => task.Run))
                if (!tried.Contains((task.Instance, task.Run)) && await IsDueAsync(task, cancel) is { } hand && tried.Add((task.Instance, task.Run)))
                    await DoAsync(hand, cancel);
            if (tried.Count == count)
                return;
        }
    }

    /// <summary>The task with everything that is known of it, when its owner gets round to it today; null otherwise.</summary>
    private async Task<TaskAtHand?> IsDueAsync(TaskRow task, CancellationToken cancel)
    {
        if (OwnerOf(task) is not { } unit)
        {
            _blocked[(task.Instance, task.Run)] = (TaskAtHand.NameOf(task), [new("nobody", task.Role ?? "", new("没有单位担任该角色", "no unit holds the role"), new("指定单位", "name units"))]);
            return null;
        }

        var conduct = county.Order.Behaviour.Of(new(unit, null, task.Workflow, task.Step));
        var (opened, key) = (county.Zone.DayOf(task.OpenedAt), $"{TaskAtHand.NameOf(task)}#{task.Run}");
        var on = task.DueOn is { } due ? county.Pace.DoneOn(conduct, key, opened, due) : county.Pace.DoneOn(conduct, key, opened);
        if (on is null || on > county.Today)
            return null;
        var row = await county.Source.ReadAsync(connection => InstanceTable.GetAsync(connection, task.Instance, cancel), cancel);
        var state = (await county.Source.ReadAsync(connection => turns.Shelf.ReadAsync(connection, row!, cancel), cancel)).State;
        var definition = county.Pack.Workflows[task.Workflow];
        return state.Runs[task.Run].State == RunState.Open ? new(task, definition, definition.Step(task.Step)!, state, county.ActorOf(unit, task.Function), conduct) : null;
    }

    private string? OwnerOf(TaskRow task)
    {
        var units = task.Units.Length > 0 ? task.Units : task.Role is { } role ? county.Holding(role) : [];
        return units.Count > 0 ? county.Chance.Some(1, units, "owner", TaskAtHand.NameOf(task))[0] : null;
    }

    private async Task DoAsync(TaskAtHand hand, CancellationToken cancel)
    {
        if (hand.TimesDone >= MostTimes)
        {
            if (_circling.Add((hand.Row.Instance, hand.Row.Run)))
                county.Found("stuck", hand.Name, new($"该环节已办 {hand.TimesDone} 次，仍回到这里", $"the step was done {hand.TimesDone} times and comes back again"));
            return;
        }

        if (await PreparedAsync(hand, cancel) is not { } ready)
            return;
        var (command, refusals) = Chosen(ready);
        if (command is null)
        {
            _blocked[(hand.Row.Instance, hand.Row.Run)] = (hand.Name, refusals);
            return;
        }

        _blocked.Remove((hand.Row.Instance, hand.Row.Run));
        await GiveAsync(ready, command, cancel);
    }

    /// <summary>What must be attached or claimed first is; null when that was refused.</summary>
    private async Task<TaskAtHand?> PreparedAsync(TaskAtHand hand, CancellationToken cancel)
    {
        var (run, person) = (hand.State.Runs[hand.Row.Run], new WorkflowPerson(hand.Actor.Unit, hand.Actor.Person));
        if (hand.Step.Form is { } form && county.Pack.Forms[form].AttachmentRequired && run.Attachments == 0)
        {
            var answer = await desk.AttachAsync(hand.Row.Instance, run.Number, new("sample.txt", "text/plain", "sample"u8.ToArray()), hand.State.Version, person, cancel);
            return Taken(hand, answer) ? await AgainAsync(hand, cancel) : null;
        }

        if (hand.Step.OneAtATime is null || run.Person is not null || hand.Step is not (Step.Task or Step.Decision))
            return hand;
        var claim = new WorkflowCommand.Claim(run.Number) { Version = hand.State.Version };
        if (_rehearsal.Against(hand.Definition, hand.State, claim, hand.Actor) is { Count: > 0 } refusals)
        {
            _blocked[(hand.Row.Instance, hand.Row.Run)] = (hand.Name, refusals);
            return null;
        }

        return Taken(hand, await desk.GiveAsync(hand.Row.Instance, claim, person, cancel)) ? await AgainAsync(hand, cancel) : null;
    }

    private async Task<TaskAtHand> AgainAsync(TaskAtHand hand, CancellationToken cancel)
    {
        var row = await county.Source.ReadAsync(connection => InstanceTable.GetAsync(connection, hand.Row.Instance, cancel), cancel);
        return hand with { State = (await county.Source.ReadAsync(connection => turns.Shelf.ReadAsync(connection, row!, cancel), cancel)).State };
    }

    /// <summary>The first command that would be taken; else what speaks against the one that was wanted most.</summary>
    private (WorkflowCommand? Command, IReadOnlyList<Refusal> Refusals) Chosen(TaskAtHand hand)
    {
        // The desk lets the office report for the engine what belongs to nobody.
        var actor = hand.Step is { Owner: null } and (Step.Draw or Step.Publish) ? Actor.Engine : hand.Actor;
        IReadOnlyList<Refusal> first = [];
        foreach (var command in hand.Commands(county, _lists))
        {
            if (_rehearsal.Against(hand.Definition, hand.State, command, actor) is not { Count: > 0 } refusals)
                return (command, []);
            first = first.Count == 0 ? refusals : first;
        }

        return (null, first);
    }

    private async Task GiveAsync(TaskAtHand hand, WorkflowCommand command, CancellationToken cancel) =>
        Taken(hand, await desk.GiveAsync(hand.Row.Instance, command, new(hand.Actor.Unit, hand.Actor.Person), cancel));

    private bool Taken(TaskAtHand hand, Answer<WorkflowReceipt> answer)
    {
        if (!answer.IsDone)
            county.Refused("refused", hand.Name, answer.Refusals);
        return answer.IsDone;
    }
}
