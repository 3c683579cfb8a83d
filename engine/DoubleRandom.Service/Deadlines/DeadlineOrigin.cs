using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Deadlines;

/// <summary>Makes a stored deadline again from where it came from, so that it can be explained or given another day: an obligation is planned, a step is asked of its instance.</summary>
public sealed class DeadlineOrigin(Turns turns)
{
    /// <summary>The deadline as it comes about today; null when the running pack no longer plans it, or the step's version cannot be read.</summary>
    public async Task<Deadline?> OfAsync(NpgsqlConnection connection, Pack pack, DeadlineRow row, CancellationToken cancel)
    {
        if (row.Instance is { } instance)
            return await OfStepAsync(connection, pack, row, instance, cancel);
        if (pack.Obligation(row.Obligation) is not { } obligation)
            return null;
        var events = await EventLog.OfAsync(connection, row.Jurisdiction, cancel);
        return Planner.Deadlines(new(pack, row.PlannedOn, row.PlannedOn, events), obligation).FirstOrDefault(planned => planned.Key == row.Key);
    }

    private async Task<Deadline?> OfStepAsync(NpgsqlConnection connection, Pack pack, DeadlineRow row, long id, CancellationToken cancel)
    {
        if (await InstanceTable.GetAsync(connection, id, cancel) is not { } instance
            || await turns.VersionAsync(connection, pack, instance.PackHash, cancel) is not { } version || version.Workflows.GetValueOrDefault(instance.Workflow) is not { } definition)
            return null;
        var state = (await turns.Shelf.ReadAsync(connection, instance, cancel)).State;
        return StepDeadlines.Of(pack, definition, state, StepDeadlineTable.RunOf(row.Period)).FirstOrDefault(deadline => deadline.Key == row.Key);
    }
}
