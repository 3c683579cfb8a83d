using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Notices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>What a day's self-audit of a jurisdiction found.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Missing">Rungs that should have been told and that no notice accounts for.</param>
/// <param name="BrokenLink">The first link of the audit chain that does not fit; null when it holds.</param>
/// <param name="PublicFault">The first thing that does not fit in the public chain; null when it holds.</param>
public sealed record SelfAuditReport(string Jurisdiction, IReadOnlyList<string> Missing, long? BrokenLink, Refusal? PublicFault)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool IsClean => Missing.Count == 0 && BrokenLink is null && PublicFault is null;
}

/// <summary>Compares, every day, what the plan says should have been sent with what was, and checks the audit chain and the public one.</summary>
public sealed class SelfAudit(NpgsqlDataSource source, RunningPacks packs, LedgerCheck ledger, SweepOptions options, TimeProvider time, ILogger<SelfAudit> log)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(32);

    /// <summary>Audits every jurisdiction; what is found goes to the log and into the audit chain.</summary>
    public async Task<IReadOnlyList<SelfAuditReport>> RunAsync(CancellationToken cancel)
    {
        var reports = new List<SelfAuditReport>();
        foreach (var folder in packs.All.Keys.Order(StringComparer.Ordinal))
        {
            var fault = await ledger.FaultAsync(folder, cancel);
            reports.Add(await source.InTransactionAsync(connection => OneAsync(connection, folder, fault, cancel), cancel));
        }

        return reports;
    }

    private async Task<SelfAuditReport> OneAsync(NpgsqlConnection connection, string folder, Refusal? publicFault, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var missing = await Inbox.UnaccountedAsync(connection, folder, now - LooksBack, now - options.LateAfter, options.LateAfter, cancel);
        var report = new SelfAuditReport(folder, missing, await AuditTrail.FirstBrokenAsync(connection, folder, cancel), publicFault);
        if (!report.IsClean)
            log.LogError("Self-audit of {Jurisdiction}: {Missing} rungs without notice (first: {First}), broken audit link: {Broken}, public chain: {Public}", folder, missing.Count, missing.FirstOrDefault(), report.BrokenLink, publicFault is null ? "holds" : $"{publicFault.Subject}: {publicFault.Problem.En}");
        await AuditTrail.AppendAsync(connection, folder, now, "system", "self-audit", folder, JsonSerializer.Serialize(new { report.IsClean, report.Missing, report.BrokenLink, PublicFault = report.PublicFault?.Problem.En }), cancel);
        return report;
    }
}
