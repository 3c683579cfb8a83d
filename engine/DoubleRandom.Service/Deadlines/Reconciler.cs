using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Telemetry;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Packs;
using Npgsql;

namespace DoubleRandom.Service.Deadlines;

/// <summary>What a reconciliation did.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Added">New deadlines.</param>
/// <param name="Changed">Deadlines planned otherwise now, moved ones included.</param>
/// <param name="Moved">Open deadlines whose day moved.</param>
/// <param name="Withdrawn">Deadlines no longer planned.</param>
/// <param name="Unchanged">Deadlines that are as planned.</param>
/// <param name="Corrections">Notices that put right what had been told.</param>
public sealed record ReconcileReport(string Jurisdiction, int Added, int Changed, int Moved, int Withdrawn, int Unchanged, int Corrections)
{
    /// <summary>Whether anything changed.</summary>
    public bool IsChange => Added + Changed + Withdrawn > 0;
}

/// <summary>Makes the table of deadlines match the plan. Idempotent: a second run changes nothing.</summary>
public sealed class Reconciler(NpgsqlDataSource source, RunningPacks packs, Corrections corrections, TimeProvider time)
{
    /// <summary>How far ahead deadlines are rows.</summary>
    public const int HorizonMonths = 24;

    /// <summary>How far before its first publication a pack's past is shown as history.</summary>
    public const int HistoryMonths = 12;

    /// <summary>Reconciles every jurisdiction, one transaction each.</summary>
    public async Task<IReadOnlyList<ReconcileReport>> AllAsync(CancellationToken cancel)
    {
        var reports = new List<ReconcileReport>();
        foreach (var folder in packs.All.Keys.Order(StringComparer.Ordinal))
            if (await OneAsync(folder, cancel) is { } report)
                reports.Add(report);
        return reports;
    }

    /// <summary>Reconciles one jurisdiction in a transaction of its own; null when no pack of it runs.</summary>
    public async Task<ReconcileReport?> OneAsync(string folder, CancellationToken cancel) =>
        packs.Of(folder) is { } pack ? await source.InTransactionAsync(connection => AloneAsync(connection, pack, cancel), cancel) : null;

    private async Task<ReconcileReport> AloneAsync(NpgsqlConnection connection, Pack pack, CancellationToken cancel)
    {
        var report = await WithinAsync(connection, pack, cancel);
        if (report is { IsChange: false, Corrections: 0 })
            await connection.NeedNotLastAsync(cancel); // Only that somebody looked; after a crash somebody looks again.
        return report;
    }

    /// <summary>Reconciles within the transaction of what caused it: an adopted pack, an event.</summary>
    public async Task<ReconcileReport> WithinAsync(NpgsqlConnection connection, Pack pack, CancellationToken cancel)
    {
        var (folder, now) = (pack.Jurisdiction.Folder, time.GetUtcNow());
        using var trace = EngineMeter.Traces.StartActivity("reconcile");
        trace?.SetTag("jurisdiction", folder);
        var jurisdiction = await PackVersions.LockAsync(connection, folder, cancel)
            ?? throw new InvalidOperationException($"{folder} was never adopted.");
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now);
        var (from, to) = (jurisdiction.FirstPublishedOn.AddMonths(-HistoryMonths), Later(today.AddMonths(HorizonMonths), jurisdiction.PlannedTo));
        var events = await EventLog.OfAsync(connection, folder, cancel);

        var shape = new PlannedDeadlines(pack);
        // Planning needs the processor and reading needs the database: they go side by side.
        var planning = Task.Run(() => Planner.Plan(new(pack, from, to, events, jurisdiction.FirstPublishedOn)).Deadlines.ToArray(), cancel);
        var stored = await DeadlineTable.StoredAsync(connection, folder, from, cancel);
        var changes = Reconciliation.Of(stored, await planning, pack);

        await DeadlineTable.AddAsync(connection, [.. changes.Added.Select(shape.Of)], now, cancel);
        var moved = await DeadlineTable.ChangeAsync(connection, [.. changes.Changed.Select(shape.Of)], now, cancel);
        var withdrawn = await DeadlineTable.WithdrawAsync(connection, folder, changes.Withdrawn, now, cancel);
        var corrected = await corrections.WriteAsync(connection, pack, [.. moved, .. withdrawn], now, cancel);
        await DeadlineTable.PlannedToAsync(connection, folder, to, now, cancel);
        var report = new ReconcileReport(folder, changes.Added.Count, changes.Changed.Count, moved.Count, withdrawn.Count, changes.Unchanged, corrected);
        EngineMeter.Reconciled(report);
        if (report.IsChange)
            await AuditTrail.AppendAsync(connection, folder, now, "system", "deadlines.reconciled", folder, Text(report), cancel);
        return report;
    }

    /// <summary>The horizon only ever moves on: a clock set back withdraws nothing.</summary>
    private static DateOnly Later(DateOnly horizon, DateOnly? plannedTo) => plannedTo is { } known && known > horizon ? known : horizon;

    private static string Text(ReconcileReport report) =>
        System.Text.Json.JsonSerializer.Serialize(new { report.Added, report.Changed, report.Moved, report.Withdrawn, report.Unchanged, report.Corrections });
}
