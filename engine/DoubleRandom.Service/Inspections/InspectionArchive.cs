using System.Globalization;
using System.Text;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Inspections.Reports;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Draws;
using DoubleRandom.Store.Inspections;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Inspections;

/// <summary>Puts everything of a task into one file (立卷归档): journals, forms, attached files, records, photographs, results, the records of draws, the report.</summary>
public sealed class InspectionArchive(NpgsqlDataSource source, RunningPacks packs, Turns turns, InspectionFigures figures)
{
    /// <summary>The value of a pack that says for how many years the file of a task is kept.</summary>
    public const string Retention = "archive-retention";

    private const int MostName = 60;

    /// <summary>Writes the archive of a task; false when there is no such instance, or it cannot be read here.</summary>
    /// <param name="instance">Number of the task's workflow instance.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<bool> WriteAsync(long instance, Stream output, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            if (await InstanceTable.GetAsync(connection, instance, cancel) is not { } row || packs.Of(row.Jurisdiction) is not { } running || await turns.VersionAsync(connection, running, row.PackHash, cancel) is not { } pack)
                return false;
            await ArchiveBundle.WriteAsync(output, async bundle =>
            {
                await InstanceAsync(bundle, connection, row, pack, "task", cancel);
                foreach (var called in await WorkflowQueries.CalledAsync(connection, instance, cancel))
                    await InstanceAsync(bundle, connection, (await InstanceTable.GetAsync(connection, called, cancel))!, pack, string.Create(CultureInfo.InvariantCulture, $"called/{called}"), cancel);
                await InspectionsAsync(bundle, connection, instance, cancel);
                await DrawsAsync(bundle, connection, instance, cancel);
                await ReportAsync(bundle, instance, cancel);
                var endedOn = row.EndedAt is { } at ? JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(at) : (DateOnly?)null;
                return new(
                    ArchiveManifest.Name, row.Jurisdiction, row.Id, row.Workflow, row.Subject, row.Status, endedOn, row.Version, row.PackHash,
                    KeptFor(running, endedOn ?? JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(row.ChangedAt), endedOn), bundle.Files);
            });
            return true;
        },
        cancel);

    private async Task InstanceAsync(ArchiveBundle bundle, NpgsqlConnection connection, InstanceRow row, Pack pack, string folder, CancellationToken cancel)
    {
        var journal = await JournalTable.AfterAsync(connection, row.Id, 0, row.Version, cancel);
        bundle.Add($"{folder}/journal.jsonl", string.Concat(journal.Select(entry => WorkflowJson.Write(entry) + "\n")));
        var state = (await turns.Shelf.ReadAsync(connection, row, cancel)).State;
        foreach (var run in state.Runs.Values.Where(run => run is { State: RunState.Done, Content: not null }))
            bundle.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}/forms/{run.Number:00000}-{Safe(run.Step)}{(state.Frames[run.Frame].Path is { Length: > 0 } path ? "-" + Safe(path) : "")}.json"), run.Content!);
        foreach (var file in await WorkflowFiles.OfAsync(connection, row.Id, cancel))
            bundle.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}/files/{file.Run:00000}-{Safe(file.Name)}"), (await WorkflowFiles.GetAsync(connection, file.Id, cancel))!.Content);
        bundle.Add($"{folder}/definition.txt", $"{row.Workflow} {row.DefinitionVersion}\n{pack.Jurisdiction.Folder} {row.PackHash}\n");
    }

    private static async Task InspectionsAsync(ArchiveBundle bundle, NpgsqlConnection connection, long instance, CancellationToken cancel)
    {
        var teams = (await InspectionQueries.TeamsAsync(connection, instance, null, cancel)).ToLookup(member => member.Target, StringComparer.Ordinal);
        var records = (await InspectionQueries.RecordsAsync(connection, instance, null, cancel)).ToLookup(record => record.Target, StringComparer.Ordinal);
        var results = (await InspectionQueries.ResultsAsync(connection, instance, null, cancel)).ToLookup(result => result.Target, StringComparer.Ordinal);
        var files = (await InspectionQueries.FilesAsync(connection, instance, null, cancel)).ToLookup(file => file.Target, StringComparer.Ordinal);
        foreach (var (row, place) in (await InspectionQueries.OfAsync(connection, instance, null, InspectionQueries.MostOfAll, cancel)).Select((row, place) => (row, place + 1)))
        {
            var folder = string.Create(CultureInfo.InvariantCulture, $"inspections/{place:00000}-{Safe(row.Target)}");
            bundle.Add($"{folder}/inspection.json", InspectionJson.Write(new { row.Target, row.State, row.Lead, departments = InspectionJson.Read<DepartmentItems[]>(row.Departments), row.ScheduledOn, row.OpenedAt, row.DoneAt, team = teams[row.Target] }));
            foreach (var record in records[row.Target])
                bundle.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}/records/{Safe(record.Department)}-{record.Version:000}.json"), InspectionJson.Write(record));
            foreach (var result in results[row.Target])
                bundle.Add(string.Create(CultureInfo.InvariantCulture, $"{folder}/results/{result.Version:000}.json"), InspectionJson.Write(result));
            foreach (var file in files[row.Target])
                bundle.Add($"{folder}/files/{file.Sha256}.{PictureKind.All.First(kind => string.Equals(kind.MediaType, file.MediaType, StringComparison.Ordinal)).Ending}", (await InspectionQueries.ContentAsync(connection, row.Key, file.Sha256, cancel))!);
        }
    }

    private static async Task DrawsAsync(ArchiveBundle bundle, NpgsqlConnection connection, long instance, CancellationToken cancel)
    {
        foreach (var draw in await DrawTable.OfInstanceAsync(connection, instance, cancel))
            foreach (var name in (await DrawTable.FilesAsync(connection, draw, cancel)).Keys.Order(StringComparer.Ordinal))
                bundle.Add($"draws/{Safe(draw.Number)}/{Safe(name)}", (await DrawTable.FileAsync(connection, draw, name, cancel))!.Content);
    }

    private async Task ReportAsync(ArchiveBundle bundle, long instance, CancellationToken cancel)
    {
        if (await figures.TaskAsync(instance, cancel) is not { } task)
            return;
        foreach (var format in InspectionReports.Formats)
        {
            using var report = new MemoryStream();
            await InspectionReports.WriteAsync(TaskReport.Of(task, "zh"), format, report, cancel);
            bundle.Add($"report/report.{format}", report.ToArray());
        }
    }

    /// <summary>Counted in full years after the one in which the task ended, as files of one year are kept together.</summary>
    private static ArchiveRetention? KeptFor(Pack pack, DateOnly on, DateOnly? endedOn) =>
        pack.Values.GetValueOrDefault(Retention)?.History.At(on) is { } value
            ? new(value.Value, endedOn is { } end ? new DateOnly(end.Year + value.Value, 12, 31) : null, value.Basis is { IsLocal: false } law ? $"{law.Document} {law.Article}" : null, value.Basis?.Local?.Zh)
            : null;

    /// <summary>A name that every file system takes and that leads nowhere else.</summary>
    private static string Safe(string name)
    {
        var safe = new StringBuilder(string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'))).ToString().Trim('.');
        return safe.Length == 0 ? "_" : safe.Length <= MostName ? safe : safe[^MostName..];
    }
}
