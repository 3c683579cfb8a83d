using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Demo;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Simulation;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>What people do beside the steps, where definitions provide for it: postpone what they will not manage, cancel what is no longer wanted, correct what turned out wrong after the end.</summary>
/// <remarks>Each task and instance is thought about once. Whoever would be refused lets it be: one does not see the button.</remarks>
internal sealed class ModelledInterventions(SimulatedCounty county, Turns turns, WorkflowDesk desk)
{
    private const string Reason = "样例理由 / a sample reason";
    private const int MostDaysMore = 10;
    private const int MostDaysAfter = 20;

    private readonly Rehearsal _rehearsal = new(county, turns);
    private readonly SampleLists _lists = new(county);
    private readonly HashSet<(string Kind, long Instance, int Run)> _thought = [];

    /// <summary>What is postponed, cancelled and corrected on a working day, before people turn to their tasks.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        var wanted = county.Order.Behaviour.Interventions;
        if (wanted == Core.Simulation.Interventions.None)
            return;
        var instances = await county.Source.ReadAsync(connection => WholeLife.InstancesAsync(connection, county.Folder, cancel), cancel);
        foreach (var row in instances)
            await OnWholeAsync(row, wanted, cancel);
        var tasks = await county.Source.ReadAsync(connection => WholeLife.TasksAsync(connection, county.Folder, isOpen: true, cancel), cancel);
        foreach (var task in tasks.Where(task => task.DueOn is not null))
            await PostponeAsync(task, wanted.Postpone, cancel);
    }

    private async Task OnWholeAsync(InstanceRow row, Core.Simulation.Interventions wanted, CancellationToken cancel)
    {
        var (kind, share, since) = row.Status switch
        {
            "running" => (ActionKind.Cancel, wanted.Cancel, row.StartedAt),
            "ended" => (ActionKind.Correct, wanted.Correct, row.EndedAt ?? row.ChangedAt),
            _ => (default, 0, default),
        };
        var key = $"{row.Workflow}/{row.Subject}";
        if (share == 0 || county.Chance.Below(100, $"{kind}", key) >= share || county.Today < After(since, $"{kind}-on", key))
            return;
        if (county.Pack.Workflows[row.Workflow].ActionsOf(kind).FirstOrDefault() is { } action && _thought.Add(($"{kind}", row.Id, 0)))
            await GiveAsync(row.Id, key, action, 0, state => CommandOf(action, key, state), cancel);
    }

    /// <summary>On the last working day before it is due, whoever may moves it on.</summary>
    private async Task PostponeAsync(TaskRow task, int share, CancellationToken cancel)
    {
        var key = $"{TaskAtHand.NameOf(task)}#{task.Run}";
        if (county.Chance.Below(100, "Postpone", key) >= share || county.Today < county.Pack.Calendar.AddWorkingDays(task.DueOn!.Value, -1))
            return;
        var action = county.Pack.Workflows[task.Workflow].ActionsOf(ActionKind.Postpone).FirstOrDefault(one => one.Steps.Count == 0 || one.Steps.Contains(task.Step, StringComparer.Ordinal));
        if (action is null || !_thought.Add(("Postpone", task.Instance, task.Run)))
            return;
        var to = county.Pack.Calendar.AddWorkingDays(task.DueOn.Value > county.Today ? task.DueOn.Value : county.Today, county.Chance.From(1, MostDaysMore, "Postpone-by", key));
        await GiveAsync(task.Instance, key, action, task.Run, state => new WorkflowCommand.Postpone(task.Run, to, Reason) { Version = state.Version }, cancel);
    }

    private DateOnly After(DateTimeOffset since, string what, string key) => county.Pack.Calendar.AddWorkingDays(county.Zone.DayOf(since), county.Chance.From(1, MostDaysAfter, what, key));

    private WorkflowCommand CommandOf(WorkflowAction action, string key, WorkflowInstance state)
    {
        if (action.Kind == ActionKind.Cancel)
            return new WorkflowCommand.Cancel(Reason) { Version = state.Version };
        var content = action.Form is { } form ? SampleContent.Of(county.Pack.Forms[form], county.Today).GetRawText() : null;
        var lists = action.Sets.Count == 0 ? null : _lists.Of(county.Pack.Workflows[state.Definition], state, action.Sets, key);
        return new WorkflowCommand.Act(action.Id, Reason, content, lists) { Version = state.Version };
    }

    /// <summary>Gives the command by the first of the action's people who may; what none may do is left.</summary>
    private async Task GiveAsync(long instance, string name, WorkflowAction action, int run, Func<WorkflowInstance, WorkflowCommand> command, CancellationToken cancel)
    {
        var row = await county.Source.ReadAsync(connection => InstanceTable.GetAsync(connection, instance, cancel), cancel);
        var state = (await county.Source.ReadAsync(connection => turns.Shelf.ReadAsync(connection, row!, cancel), cancel)).State;
        var (definition, wanted) = (county.Pack.Workflows[row!.Workflow], command(state));
        foreach (var actor in Units(action.Owner, state).Select(unit => county.ActorOf(unit, action.Owner.Function)))
        {
            if (_rehearsal.Against(definition, state, wanted, actor).Count > 0)
                continue;
            var answer = await desk.GiveAsync(instance, wanted, new(actor.Unit, actor.Person), cancel);
            if (!answer.IsDone)
                county.Refused("refused", $"{name}/{action.Id}{(run > 0 ? $"#{run}" : "")}", answer.Refusals);
            return;
        }
    }

    private IEnumerable<string> Units(Owner owner, WorkflowInstance state) => owner switch
    {
        { Unit: { } unit } => [unit],
        { IsStarter: true } => state.StarterUnit.Length > 0 ? [state.StarterUnit] : [],
        { Role: { } role } => state.Cast.GetValueOrDefault(role) ?? county.Holding(role),
        _ => [],
    };
}
