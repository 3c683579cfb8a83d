using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.People;
using DoubleRandom.Store.Submissions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Demo;

/// <summary>
/// Plays the units of a demonstration: most hand in before their day, some late, a few stay silent until they are escalated; receivers accept, tasks are
/// completed, conferences held. What a unit does follows from its deadline's key alone, so every demonstration of the same days is the same.
/// </summary>
public sealed class SampleUnits(
    NpgsqlDataSource source, RunningPacks packs, HandIn handIn, EventRecorder events, TimeProvider time, ILogger<SampleUnits> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);
    private readonly HashSet<string> _peopled = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var pack in packs.All.Values.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal))
                    await ActAsync(pack, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
            {
                log.LogWarning(failure, "The sample units missed a beat.");
            }

            await Task.Delay(Beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ActAsync(Pack pack, CancellationToken cancel)
    {
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        if (_peopled.Add(pack.Jurisdiction.Folder))
            await source.InTransactionAsync(async connection => { await PersonTable.ReplaceAsync(connection, pack.Jurisdiction.Folder, SampleDirectory.Of(pack), cancel); return 0; }, cancel);
        foreach (var happened in SampleEvents.On(pack, today))
            await events.RecordAsync(pack.Jurisdiction.Folder, happened, "样例 / sample", cancel);
        await HandInAsync(pack, today, cancel);
        await DecideAsync(pack, cancel);
    }

    private async Task HandInAsync(Pack pack, DateOnly today, CancellationToken cancel)
    {
        const int ahead = 15;
        const int behind = 40;
        var filter = new DeadlineFilter(pack.Jurisdiction.Folder, Status: "open", From: today.AddDays(-behind), To: today.AddDays(ahead), Limit: DeadlineFilter.MostRows);
        var (rows, _) = await source.ReadAsync(connection => DeadlineQueries.FindAsync(connection, filter, time.GetUtcNow(), cancel), cancel);
        foreach (var row in rows.Where(row => SampleBehaviour.HandsInOn(row.Key, row.DueOn) is { } day && day <= today && row.NextRungAt is not null))
            if (pack.Obligation(row.Obligation) is { MetBy: not MetBy.Event } obligation)
                await handIn.SubmitAsync(new(row.Key, SampleContent.Of(obligation.Form is { } form ? pack.Forms[form] : null, today), Files(pack, obligation), "样例联络员", $"demo-{row.Revision}-{row.DueOn:yyyyMMdd}"), cancel);
    }

    private async Task DecideAsync(Pack pack, CancellationToken cancel)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(1);
        foreach (var waiting in await source.ReadAsync(connection => SubmissionTable.WaitingAsync(connection, pack.Jurisdiction.Folder, before, 200, cancel), cancel))
            await handIn.AcceptAsync(waiting.Id, "样例办公室", cancel);
    }

    private static HandedFile[] Files(Pack pack, Obligation obligation) =>
        obligation.Form is { } form && pack.Forms[form].AttachmentRequired ? [new("sample.txt", "text/plain", "sample"u8.ToArray())] : [];
}
