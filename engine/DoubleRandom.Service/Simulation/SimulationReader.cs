using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Simulation;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Simulation;

/// <summary>Reads what a simulation left behind, and looks for what should not be.</summary>
internal sealed class SimulationReader(SimulatedCounty county, ModelledTasks work)
{
    private readonly DateTimeOffset _end = county.Clock.GetUtcNow();

    public Task<SimulationLog> ReadAsync(CancellationToken cancel) => county.Source.ReadAsync(connection => ReadAsync(connection, cancel), cancel);

    private async Task<SimulationLog> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var rows = await WholeLife.InstancesAsync(connection, county.Folder, cancel);
        var names = new InstanceNames(county.Pack, rows);
        var instances = new Dictionary<long, SimulatedInstance>();
        foreach (var row in rows)
            instances[row.Id] = new(row, names[row.Id], county.Pack.Workflows[row.Workflow], await JournalTable.AfterAsync(connection, row.Id, 0, row.Version, cancel));
        var deadlines = await WholeLife.DeadlinesAsync(connection, county.Folder, county.Order.To, cancel);
        var notices = (await WholeLife.NoticesAsync(connection, county.Folder, cancel)).Select(row => Notice(row, names)).ToArray();
        var tasks = await WholeLife.TasksAsync(connection, county.Folder, isOpen: false, cancel);
        Blocked(tasks);
        Stuck(instances, tasks);
        Doubled(notices);
        Missed(await MissedStarts.NewestAsync(connection, county.Folder, int.MaxValue, cancel));
        return new(
            county.Order,
            [.. deadlines.Where(row => row.DueOn >= county.Order.From).Select(row => Deadline(row, names)).OrderBy(line => line.At).ThenBy(line => $"{line.Obligation}/{line.Unit}/{line.Period}", StringComparer.Ordinal)],
            [.. notices.OrderBy(line => line.At).ThenBy(line => $"{line.Kind}/{line.Obligation}/{line.Unit}/{line.Period}>{line.Recipient}/{line.Function}/{line.Language}#{string.Join(',', line.Covers)}", StringComparer.Ordinal)],
            [.. tasks.Select(row => Task(row, instances[row.Instance])).OrderBy(line => line.At).ThenBy(line => line.Instance, StringComparer.Ordinal).ThenBy(line => line.Run)],
            [.. instances.Values.SelectMany(instance => instance.Decisions()).OrderBy(line => line.At).ThenBy(line => line.Instance, StringComparer.Ordinal).ThenBy(line => line.Version)],
            [.. (await WholeLife.SubmissionsAsync(connection, county.Folder, cancel)).Select(row => new LoggedSubmission(row.SubmittedAt, row.Obligation, row.Unit, row.Period, row.State, row.DecidedAt))
                .OrderBy(line => line.At).ThenBy(line => $"{line.Obligation}/{line.Unit}/{line.Period}", StringComparer.Ordinal)],
            [.. (await WholeLife.EventsAsync(connection, county.Folder, cancel)).Select(row => new LoggedEvent(row.RecordedAt, row.Event, row.On, row.Subject, row.Unit))
                .OrderBy(line => line.At).ThenBy(line => $"{line.Event}/{line.Subject}/{line.Unit}", StringComparer.Ordinal).ThenBy(line => line.On)],
            [.. instances.Values.Select(instance => Instance(instance, names)).OrderBy(line => line.At).ThenBy(line => line.Name, StringComparer.Ordinal)],
            [.. county.Findings.OrderBy(finding => finding.At).ThenBy(finding => $"{finding.Kind}/{finding.Subject}/{finding.Text.En}", StringComparer.Ordinal)]);
    }

    private LoggedDeadline Deadline(DeadlineRow row, InstanceNames names) => new(
        row.MadeAt, row.Obligation, row.Unit, names.Period(row.Obligation, row.Period), row.DueOn, row.Strength is "must",
        row.Status switch { "met-late" => "late", "open" when row.DueAt <= _end && !(row.HandedInAt <= row.DueAt) => "missed", var other => other }, row.SettledAt);

    private static LoggedNotice Notice(NoticeRow row, InstanceNames names) => new(
        row.CreatedAt, row.Kind, row.Obligation, row.Unit, names.Period(row.Obligation, row.Period), row.RecipientUnit, row.Function, row.Language, row.Subject, row.Late, row.Circular,
        [.. row.Covers.Select(names.Cover)]);

    private static LoggedTask Task(TaskRow row, SimulatedInstance instance)
    {
        var run = instance.State.Runs[row.Run];
        IReadOnlyList<string> owner = row.Units.Length > 0 ? row.Units : row.Role is { } role ? [$"role:{role}"] : [];
        return new(row.OpenedAt, instance.Name, row.Step, row.Item, row.Run, row.Kind, owner, run.DueOn, row.ClosedAt, run.State == RunState.Done ? run.Outcome : null, run.ByUnit is { Length: > 0 } unit ? unit : null);
    }

    private static LoggedInstance Instance(SimulatedInstance instance, InstanceNames names) => new(
        instance.Row.StartedAt, instance.Name, instance.Row.Workflow, instance.Row.Subject, instance.Row.StarterUnit, instance.Row.Parent is { } parent ? names[parent] : null, instance.Row.Status,
        instance.Row.Outcome, instance.Row.EndedAt, instance.Open);

    private void Blocked(IReadOnlyList<TaskRow> tasks)
    {
        foreach (var task in tasks.Where(task => task.ClosedAt is null))
            if (work.Blocked.TryGetValue((task.Instance, task.Run), out var blocked))
                county.Refused(blocked.Refusals[0].Code is "nobody" ? "nobody" : "blocked", blocked.Name, blocked.Refusals);
    }

    private void Stuck(Dictionary<long, SimulatedInstance> instances, IReadOnlyList<TaskRow> tasks)
    {
        var open = tasks.Where(task => task.ClosedAt is null).ToLookup(task => task.Instance, task => task.Run);
        var calls = instances.Values.Where(instance => instance.Row is { Status: "running", Parent: not null }).ToLookup(instance => instance.Row.Parent!.Value, instance => instance.Row.ParentRun ?? 0);
        foreach (var instance in instances.Values)
        {
            if (instance.Row.Trouble is { } trouble)
                county.Refused("trouble", instance.Name, JsonSerializer.Deserialize<Refusal[]>(trouble, JsonSerializerOptions.Web) ?? []);
            if (instance.IsStuck(open[instance.Row.Id].ToHashSet(), calls[instance.Row.Id].ToHashSet()))
                county.Found("stuck", instance.Name, new($"没有人也没有事能使它继续：{string.Join("、", instance.Open)}", $"nobody and nothing can move it on: {string.Join(", ", instance.Open)}"));
        }
    }

    /// <summary>What an event or date starts begins, unless its document is not in force: nothing should arise then.</summary>
    private void Missed(IEnumerable<MissedStartRow> missed)
    {
        foreach (var start in missed)
            if (JsonSerializer.Deserialize<Refusal[]>(start.Refusals, JsonSerializerOptions.Web) is { } refusals && !refusals.All(refusal => refusal.Code.StartsWith("document-", StringComparison.Ordinal)))
                county.Refused("not-started", $"{start.Workflow}/{start.Subject}", refusals);
    }

    /// <summary>Nobody hears of one rung twice.</summary>
    private void Doubled(IEnumerable<LoggedNotice> notices)
    {
        var told = notices.Where(notice => notice.Kind is not "correction").SelectMany(notice => notice.Covers.Select(cover => $"{cover}>{notice.Recipient}/{notice.Function}/{notice.Language}"));
        foreach (var twice in told.GroupBy(rung => rung, StringComparer.Ordinal).Where(group => group.Count() > 1))
            county.Found("doubled", twice.Key, new($"告知了 {twice.Count()} 次", $"was told {twice.Count()} times"));
    }
}
