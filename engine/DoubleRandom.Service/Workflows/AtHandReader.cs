using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>Reads a page of instances together with what waits in each, so that a list can draw where they stand.</summary>
public sealed class AtHandReader(NpgsqlDataSource source, RunningPacks packs, WorkflowReader reader, Turns turns)
{
    /// <summary>How many open tasks of one instance are read.</summary>
    public const int MostTasks = 200;

    /// <summary>The longest journal that is folded for a list; longer ones are drawn by their open steps alone.</summary>
    private const long MostEntries = 2_000;

    /// <summary>A page of instances, newest first.</summary>
    public async Task<IReadOnlyList<RunningInstance>> ReadAsync(InstanceFilter filter, CancellationToken cancel)
    {
        var lines = await reader.InstancesAsync(filter, cancel);
        return lines.Count == 0 ? [] : await source.ReadAsync(connection => FillAsync(connection, lines, cancel), cancel);
    }

    private async Task<IReadOnlyList<RunningInstance>> FillAsync(NpgsqlConnection connection, IReadOnlyList<InstanceLine> lines, CancellationToken cancel)
    {
        var tasks = (await TasksAtHand.OfAsync(connection, [.. lines.Select(line => line.Row.Id)], MostTasks, cancel)).ToLookup(task => task.Instance);
        var filled = new List<RunningInstance>(lines.Count);
        foreach (var line in lines)
        {
            var pack = await PackAsync(connection, line.Row, cancel);
            filled.Add(new(line, pack, pack?.Workflows.GetValueOrDefault(line.Row.Workflow), await StateAsync(connection, line.Row, cancel), [.. tasks[line.Row.Id]]));
        }

        return filled;
    }

    private async Task<Pack?> PackAsync(NpgsqlConnection connection, InstanceRow row, CancellationToken cancel) =>
        packs.Of(row.Jurisdiction) is { } running ? await turns.VersionAsync(connection, running, row.PackHash, cancel) : null;

    /// <summary>The state at the version of the row that was listed: what was committed since is seen the next time.</summary>
    private async Task<WorkflowInstance?> StateAsync(NpgsqlConnection connection, InstanceRow row, CancellationToken cancel) =>
        row.Version <= MostEntries ? (await turns.Shelf.ReadAsync(connection, row, cancel)).State : null;
}
