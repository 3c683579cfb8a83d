using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>Reads instances and tasks for pages and the API, in words.</summary>
public sealed class WorkflowReader(NpgsqlDataSource source, RunningPacks packs, Turns turns, DirectorySnapshot directory, TimeProvider time)
{
    private const int MostLines = 500;

    /// <summary>A page of instances, newest first. The next page begins before the last number of this one.</summary>
    public Task<IReadOnlyList<InstanceLine>> InstancesAsync(InstanceFilter filter, CancellationToken cancel) => source.ReadAsync<IReadOnlyList<InstanceLine>>(
        async connection =>
        {
            var lines = new List<InstanceLine>();
            foreach (var row in await WorkflowQueries.InstancesAsync(connection, filter with { Jurisdiction = Folder(filter.Jurisdiction) }, cancel))
                lines.Add(Line(row, await VersionAsync(connection, row.Jurisdiction, row.PackHash, cancel)));
            return lines;
        },
        cancel);

    /// <summary>The newest starts by event or date that were refused.</summary>
    /// <param name="jurisdiction">The pack's folder, division code or id; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<MissedStart>> MissedAsync(string? jurisdiction, int most, CancellationToken cancel) => source.ReadAsync<IReadOnlyList<MissedStart>>(
        async connection => [.. (await MissedStarts.NewestAsync(connection, Folder(jurisdiction), most, cancel)).Select(row => new MissedStart(
            row.Jurisdiction, row.Workflow, packs.Of(row.Jurisdiction)?.Workflows.GetValueOrDefault(row.Workflow)?.Name ?? Itself(row.Workflow), row.Subject, row.Event, row.HappenedOn,
            JsonSerializer.Deserialize<Refusal[]>(row.Refusals, JsonSerializerOptions.Web) ?? [], row.MissedAt))],
        cancel);

    /// <summary>A page of tasks, those due first at the top.</summary>
    public Task<IReadOnlyList<TaskLine>> TasksAsync(TaskFilter filter, CancellationToken cancel) =>
        source.ReadAsync(connection => TasksAsync(connection, filter with { Jurisdiction = Folder(filter.Jurisdiction) }, cancel), cancel);

    /// <summary>The open tasks of a unit: those that name it, and those of the roles that it holds today.</summary>
    /// <param name="jurisdiction">The pack's folder, division code or id.</param>
    /// <param name="unit">Id of the unit.</param>
    /// <param name="offset">How many to leave out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<TaskLine>> TasksOfUnitAsync(string jurisdiction, string unit, int offset, int limit, CancellationToken cancel)
    {
        if (packs.Named(jurisdiction) is not { } pack)
            return Task.FromResult<IReadOnlyList<TaskLine>>([]);
        var today = Today(pack);
        var roles = pack.Unit(unit)?.Roles.Select(holding => holding.Role).Where(role => pack.Unit(unit)!.Holds(role, today)).Select(WorkflowTasks.OfRole) ?? [];
        return TasksAsync(new TaskFilter(pack.Jurisdiction.Folder, [WorkflowTasks.OfUnit(unit), .. roles], Offset: offset, Limit: limit), cancel);
    }

    /// <summary>One instance with its journal in words; null when there is none, or its version cannot be read here.</summary>
    /// <param name="id">Number of the instance.</param>
    /// <param name="most">How many lines of the journal at most, the newest; up to 500.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<InstanceDetail?> InstanceAsync(long id, int most, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            if (await InstanceTable.GetAsync(connection, id, cancel) is not { } row || await VersionAsync(connection, row.Jurisdiction, row.PackHash, cancel) is not { } pack
                || pack.Workflows.GetValueOrDefault(row.Workflow) is not { } definition)
                return null;
            var state = (await turns.Shelf.ReadAsync(connection, row, cancel)).State;
            var earlier = Math.Max(0, row.Version - Math.Clamp(most, 1, MostLines));
            var words = new JournalWords(definition, state);
            var journal = await JournalTable.AfterAsync(connection, id, earlier, row.Version, cancel);
            var tasks = await TasksAsync(connection, new(Instance: id, IsOpen: false, Limit: InstanceFilter.MostRows), cancel);
            return new InstanceDetail(
                Line(row, pack), pack, definition, state, [.. tasks.OrderBy(task => task.Row.ClosedAt is not null)], await WorkflowFiles.OfAsync(connection, id, cancel),
                await WorkflowQueries.CalledAsync(connection, id, cancel), [.. journal.Select(words.Of)], earlier);
        },
        cancel);

    private async Task<IReadOnlyList<TaskLine>> TasksAsync(NpgsqlConnection connection, TaskFilter filter, CancellationToken cancel)
    {
        var rows = await WorkflowQueries.TasksAsync(connection, filter, cancel);
        var hashes = await WorkflowQueries.VersionsAsync(connection, [.. rows.Select(row => row.Instance).Distinct()], cancel);
        var lines = new List<TaskLine>(rows.Count);
        foreach (var row in rows)
        {
            var definition = (await VersionAsync(connection, row.Jurisdiction, hashes[row.Instance], cancel))?.Workflows.GetValueOrDefault(row.Workflow);
            var running = row.ClosedAt is null ? packs.Of(row.Jurisdiction) : null;
            var isLate = running is not null && row.DueOn is { } due && due < Today(running);
            var people = running is null ? [] : TaskPeople.Of(row, running, Today(running), await directory.OfAsync(connection, row.Jurisdiction, cancel));
            lines.Add(new(row, definition?.Name ?? Itself(row.Workflow), NameOf(definition, row.Step), isLate, people));
        }

        return lines;
    }

    private async Task<Pack?> VersionAsync(NpgsqlConnection connection, string folder, string hash, CancellationToken cancel) =>
        packs.Of(folder) is { } running ? await turns.VersionAsync(connection, running, hash, cancel) : await packs.VersionAsync(connection, folder, hash, cancel);

    private static InstanceLine Line(InstanceRow row, Pack? pack)
    {
        var definition = pack?.Workflows.GetValueOrDefault(row.Workflow);
        var open = JsonSerializer.Deserialize<SortedDictionary<string, int>>(row.OpenSteps) ?? [];
        var trouble = row.Trouble is null ? [] : JsonSerializer.Deserialize<Refusal[]>(row.Trouble, JsonSerializerOptions.Web) ?? [];
        return new(row, definition?.Name ?? Itself(row.Workflow), [.. open.Select(step => (step.Key, NameOf(definition, step.Key), step.Value))], trouble, pack?.Jurisdiction.TimeZone ?? "Etc/UTC");
    }

    private string? Folder(string? jurisdiction) => jurisdiction is null ? null : packs.Named(jurisdiction)?.Jurisdiction.Folder ?? jurisdiction;

    private DateOnly Today(Pack pack) => JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());

    private static Bilingual NameOf(WorkflowDefinition? definition, string step) => definition?.Step(step)?.Name ?? Itself(step);

    private static Bilingual Itself(string id) => new(id, id);
}
