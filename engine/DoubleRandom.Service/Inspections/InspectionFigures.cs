using System.Text.Json;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Inspections.Reports;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Inspections;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Inspections;

/// <summary>Gathers what reports tell: tasks with their targets, results and what followed.</summary>
public sealed class InspectionFigures(NpgsqlDataSource source, RunningPacks packs, Turns turns, TimeProvider time)
{
    private const string ReportForm = "inspection-report";
    private const string Handling = "handling";
    private const string Published = "result.published";

    /// <summary>A task; null when there is no such instance, or it inspects nothing.</summary>
    public Task<TaskFigures?> TaskAsync(long instance, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            var rows = await InspectionQueries.OfAsync(connection, instance, null, InspectionQueries.MostOfAll, cancel);
            return rows.Count == 0 ? null : (await TaskAsync(connection, rows, cancel))?.Figures;
        },
        cancel);

    /// <summary>The tasks of a jurisdiction with the targets that were inspected on a day of a stretch, by number.</summary>
    public Task<IReadOnlyList<CountedTask>> BetweenAsync(Pack pack, DateOnly from, DateOnly to, CancellationToken cancel) => source.ReadAsync<IReadOnlyList<CountedTask>>(
        async connection =>
        {
            var tasks = new List<(long Instance, TaskFigures Figures, WorkflowDefinition Definition)>();
            foreach (var rows in (await InspectionQueries.BetweenAsync(connection, pack.Jurisdiction.Folder, from, to, cancel)).GroupBy(row => row.Instance))
                if (await TaskAsync(connection, [.. rows], cancel) is var (figures, definition))
                    tasks.Add((rows.Key, figures, definition));
            var dues = await DuesAsync(connection, pack, tasks, cancel);
            return [.. tasks.Select(task => new CountedTask(task.Figures, IsInTime(dues.Where(due => due.Instance == task.Instance || (due.Instance is null && string.Equals(due.Subject, task.Figures.Subject, StringComparison.Ordinal)))))).OrderBy(task => task.Figures.Subject, StringComparer.Ordinal)];
        },
        cancel);

    private async Task<(TaskFigures Figures, WorkflowDefinition Definition)?> TaskAsync(NpgsqlConnection connection, IReadOnlyList<InspectionRow> rows, CancellationToken cancel)
    {
        var first = rows[0];
        if (await InstanceTable.GetAsync(connection, first.Instance, cancel) is not { } row || await VersionAsync(connection, row, cancel) is not { } pack || pack.Workflows.GetValueOrDefault(row.Workflow) is not { } definition)
            return null;
        var state = (await turns.Shelf.ReadAsync(connection, row, cancel)).State;
        var results = (await InspectionQueries.NewestResultsAsync(connection, [first.Instance], cancel)).ToDictionary(result => result.Target, result => InspectionJson.Read<JointResult>(result.Content), StringComparer.Ordinal);
        var follows = FollowUp.Of(definition, state).ToDictionary(follow => follow.Target, StringComparer.Ordinal);
        TaskTarget[] targets = [.. rows.Where(one => one.State is not "cancelled").Select(one => new TaskTarget(one.Target, one.Name, results.GetValueOrDefault(one.Target), follows.GetValueOrDefault(one.Target)))];
        return (new(pack, definition.Name, first.Subject, first.Lead, InspectionJson.Read<DepartmentItems[]>(first.Departments), targets, Suggestions(definition, state)), definition);
    }

    private async Task<Pack?> VersionAsync(NpgsqlConnection connection, InstanceRow row, CancellationToken cancel) => packs.Of(row.Jurisdiction) is { } running
        ? await turns.VersionAsync(connection, running, row.PackHash, cancel)
        : await packs.VersionAsync(connection, row.Jurisdiction, row.PackHash, cancel);

    /// <summary>What an officer wrote in the report's form goes before what can be told from records.</summary>
    private static string? Suggestions(WorkflowDefinition definition, WorkflowInstance state)
    {
        var run = state.Runs.Values.LastOrDefault(run => run is { State: RunState.Done, Content: not null } && definition.Step(run.Step)?.Form is ReportForm);
        if (run is null)
            return null;
        using var json = JsonDocument.Parse(run.Content!);
        return json.RootElement.TryGetProperty(Handling, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static Task<IReadOnlyList<PublicationDue>> DuesAsync(NpgsqlConnection connection, Pack pack, IReadOnlyList<(long Instance, TaskFigures Figures, WorkflowDefinition Definition)> tasks, CancellationToken cancel)
    {
        var duties = pack.Obligations.Where(obligation => string.Equals(obligation.MetByEvent, Published, StringComparison.Ordinal)).Select(obligation => obligation.Id);
        var steps = tasks.Select(task => task.Definition).DistinctBy(definition => definition.Version, StringComparer.Ordinal)
            .SelectMany(definition => definition.Steps.OfType<Step.Publish>().Where(step => step.What is "results").Select(step => $"{definition.Id}.{step.Id}"));
        return InspectionQueries.DuesAsync(
            connection, pack.Jurisdiction.Folder, [.. tasks.Select(task => task.Instance)], [.. duties.Concat(steps).Distinct(StringComparer.Ordinal)], [.. tasks.Select(task => task.Figures.Subject)], cancel);
    }

    private bool? IsInTime(IEnumerable<PublicationDue> dues)
    {
        var now = time.GetUtcNow();
        PublicationDue[] settled = [.. dues.Where(due => due.Status is not "open" || due.DueAt <= now)];
        return settled.Length == 0 ? null : settled.All(due => due.Status is "met");
    }
}
