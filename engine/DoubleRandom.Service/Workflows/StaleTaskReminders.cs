using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.People;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>Reminds of open tasks that have no due day, as the running pack says: each recipient hears of all of a day's in one notice.</summary>
/// <remarks>A reminder falls at the start of office hours of a working day. After an outage the last that fell is told, marked late. Any number of nodes may remind at once.</remarks>
public sealed class StaleTaskReminders(
    NpgsqlDataSource source, RunningPacks packs, Turns turns, DirectorySnapshot directory, NoticeComposer composer, OutboxWriter outbox, TimeProvider time)
{
    private const int Batch = 1_000;
    private const int MostListed = 100;

    private readonly ConcurrentDictionary<string, (string Hash, DateOnly Day)> _done = new(StringComparer.Ordinal);

    /// <summary>Reminds of everything that is due for it. Returns how many notices were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var written = 0;
        foreach (var (folder, pack) in packs.All.OrderBy(one => one.Key, StringComparer.Ordinal))
            if (pack.StaleTasks is { } stale)
                written += await RunAsync(folder, pack, stale, cancel);
        return written;
    }

    private async Task<int> RunAsync(string folder, Pack pack, StaleTasks stale, CancellationToken cancel)
    {
        var (zone, now) = (JurisdictionZone.Of(pack.Jurisdiction.TimeZone), time.GetUtcNow());
        var today = zone.DayOf(now);
        if (_done.GetValueOrDefault(folder) == (pack.ContentHash, today) || now < zone.At(today, pack.OfficeHours.From))
            return 0;
        DateTimeOffset[] openedBefore = [.. stale.OpenedBefore(today, pack.Calendar).Select(on => zone.At(on, TimeOnly.MinValue))];
        var (written, taken) = (0, Batch);
        while (taken == Batch)
            (written, taken) = await source.InTransactionAsync(
                async connection =>
                {
                    var tasks = await StaleTaskTable.TakeAsync(connection, folder, openedBefore, Batch, cancel);
                    return (written + await TellAsync(connection, pack, stale, tasks, now, cancel), tasks.Count);
                },
                cancel);
        _done[folder] = (pack.ContentHash, today);
        return written;
    }

    private async Task<int> TellAsync(NpgsqlConnection connection, Pack pack, StaleTasks stale, IReadOnlyList<TaskRow> tasks, DateTimeOffset now, CancellationToken cancel)
    {
        if (tasks.Count == 0)
            return 0;
        var zone = JurisdictionZone.Of(pack.Jurisdiction.TimeZone);
        var today = zone.DayOf(now);
        var versions = await WorkflowQueries.VersionsAsync(connection, [.. tasks.Select(task => task.Instance).Distinct()], cancel);
        var told = new List<StaleTask>();
        foreach (var task in tasks)
        {
            var openedOn = zone.DayOf(task.OpenedAt);
            var reminder = stale.FallenBy(today, openedOn, pack.Calendar);
            var version = await turns.VersionAsync(connection, pack, versions[task.Instance], cancel);
            told.Add(new(task, reminder, openedOn, stale.DayOf(reminder, openedOn, pack.Calendar), NameOf(version, task)));
        }

        await StaleTaskTable.RemindedAsync(connection, [.. told.Select(one => (one.Task, one.Reminder))], cancel);
        var people = await directory.OfAsync(connection, pack.Jurisdiction.Folder, cancel);
        var drafts = told.SelectMany(one => Recipients(pack, stale, one, today).Select(recipient => (Recipient: recipient, Task: one))).GroupBy(pair => pair.Recipient, pair => pair.Task)
            .SelectMany(group => OutboxWriter.Languages(people, group.Key).Select(language => Draft(pack, stale, group.Key, [.. group], language, now, today)));
        return (await outbox.WriteAsync(connection, [.. drafts], now, cancel)).Values.Sum();
    }

    /// <summary>What the procedure and its step are called in the version that the instance runs on.</summary>
    private static Bilingual NameOf(Pack? version, TaskRow task)
    {
        var definition = version?.Workflows.GetValueOrDefault(task.Workflow);
        var (workflow, step) = (definition?.Name ?? new(task.Workflow, task.Workflow), definition?.Step(task.Step)?.Name ?? new(task.Step, task.Step));
        return new($"{workflow.Zh}：{step.Zh}", $"{workflow.En}: {step.En}");
    }

    private static IEnumerable<Recipient> Recipients(Pack pack, StaleTasks stale, StaleTask one, DateOnly today) => TaskPeople.UnitsOf(one.Task, pack, today)
        .DefaultIfEmpty(pack.Unit(pack.Jurisdiction.OfficeUnit)).OfType<Unit>().SelectMany(unit => NoticeRules.Audience(pack, unit, stale.Audience, today)).Distinct();

    private NoticeDraft Draft(Pack pack, StaleTasks stale, Recipient recipient, IReadOnlyList<StaleTask> tasks, string language, DateTimeOffset now, DateOnly today)
    {
        var folder = pack.Jurisdiction.Folder;
        var data = new NoticeData()
            .With("unit", pack.Unit(recipient.Unit)?.Name.In(language) ?? recipient.Unit)
            .With("counted", (int?)tasks.Count)
            .With("required", (int?)stale.WorkingDays)
            .With("url", composer.TasksUrl(folder, recipient.Unit))
            .With("rungs", tasks.Take(MostListed).Select(one => new NoticeData()
                .With("obligation", one.Name.In(language)).With("deliverable", one.About).With("on", (DateOnly?)one.OpenedOn).With("url", composer.Url(one.Task.Instance))));
        var (subject, body) = composer.Render(pack, stale.Template, composer.Common(data, pack, recipient, language, now), language);
        string[] covers = [.. tasks.Select(one => one.Cover(recipient.Unit))];
        var key = $"{folder}/stale/{today.Iso()}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', covers))))}>{recipient.Unit}/{recipient.Function}/{language}";
        return new(key, folder, "", "", "", "stale", covers, recipient.Unit, recipient.Function, language, subject, body, tasks.Any(one => one.FellOn < today), false, null);
    }

    /// <summary>A task of which a reminder is told.</summary>
    private sealed record StaleTask(TaskRow Task, int Reminder, DateOnly OpenedOn, DateOnly FellOn, Bilingual Name)
    {
        public string About => Task.Item.Length == 0 ? Task.Subject : $"{Task.Subject}/{Task.Item}";

        public string Cover(string unit) => string.Create(
            CultureInfo.InvariantCulture, $"{Task.Workflow}.{Task.Step}/{unit}/{StepDeadlineTable.Period(Task.Instance, Task.Run)}#stale-{Reminder}@{FellOn.Iso()}");
    }
}
