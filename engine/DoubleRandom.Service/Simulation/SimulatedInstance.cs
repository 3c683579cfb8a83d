using DoubleRandom.Core;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>An instance at the end of a simulation, with its journal.</summary>
internal sealed class SimulatedInstance(InstanceRow row, string name, WorkflowDefinition definition, IReadOnlyList<JournalEntry> journal)
{
    public InstanceRow Row => row;

    public string Name => name;

    public WorkflowInstance State { get; } = WorkflowInstance.Replay(name, journal);

    /// <summary>The open steps, each with its item.</summary>
    public IReadOnlyList<string> Open => [.. State.OpenRuns.Select(run => With(run.Step, run.Frame)).Order(StringComparer.Ordinal)];

    /// <summary>Whether nobody and nothing can move it on: no task, no day, no event, no called workflow.</summary>
    /// <param name="tasks">Numbers of the runs that are tasks.</param>
    /// <param name="calling">Numbers of the runs whose called workflow still goes on.</param>
    public bool IsStuck(IReadOnlySet<int> tasks, IReadOnlySet<int> calling) =>
        State.Status == InstanceStatus.Running && !State.OpenRuns.Any(run => tasks.Contains(run.Number) || calling.Contains(run.Number) || run.WakesOn is not null || run.Events.Count > 0);

    public IEnumerable<LoggedDecision> Decisions() => journal.Select(Decision).OfType<LoggedDecision>();

    private LoggedDecision? Decision(JournalEntry entry) => entry switch
    {
        JournalEntry.Passed passed when definition.Step(passed.Step) is Step.Decision => Decision(entry, passed.Step, passed.Frame, passed.Outcome, passed.Reasons),
        JournalEntry.Finished finished when State.Runs[finished.Run] is var run && definition.Step(run.Step) is Step.Decision =>
            Decision(entry, run.Step, run.Frame, finished.Outcome, finished.Reason is { } reason ? [new(reason, reason)] : []),
        _ => null,
    };

    private LoggedDecision Decision(JournalEntry entry, string step, int frame, string outcome, IReadOnlyList<Bilingual> reasons) =>
        new(entry.At, name, step, State.Frames[frame].Path, entry.Version, outcome, entry is JournalEntry.Passed || entry.Unit.Length == 0 ? null : entry.Unit, reasons);

    private string With(string step, int frame) => State.Frames[frame].Path is { Length: > 0 } path ? $"{step}@{path}" : step;
}
