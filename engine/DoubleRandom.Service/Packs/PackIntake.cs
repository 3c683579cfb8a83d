using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Telemetry;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Packs;
using DoubleRandom.Store.Workflows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Packs;

/// <summary>What became of one folder.</summary>
/// <param name="Folder">The pack's folder.</param>
/// <param name="Outcome"><c>adopted</c>, <c>unchanged</c> or <c>refused</c>.</param>
/// <param name="Compiled">The pack and all that was found in it.</param>
/// <param name="Reconciled">What adopting it did to the deadlines; null unless adopted.</param>
public sealed record IntakeOutcome(string Folder, string Outcome, PackReport Compiled, ReconcileReport? Reconciled);

/// <summary>Takes pack folders in: a changed folder that validates becomes a new version and its deadlines follow in the same transaction; one that does not changes nothing.</summary>
public sealed class PackIntake(NpgsqlDataSource source, RunningPacks packs, Reconciler reconciler, StepDeadlineKeeper steps, TimeProvider time, ILogger<PackIntake> log)
{
    private readonly TaskCompletionSource _takenIn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the packs were taken in for the first time since the start.</summary>
    public Task TakenIn => _takenIn.Task;

    /// <summary>Takes in every jurisdiction of the library.</summary>
    public async Task<IReadOnlyList<IntakeOutcome>> TakeInAsync(PackLibrary library, CancellationToken cancel)
    {
        var outcomes = new List<IntakeOutcome>();
        foreach (var folder in library.Jurisdictions)
            outcomes.Add(await OneAsync(library, folder, PackValidation.Of(library, folder), cancel));
        await packs.RefreshAsync(cancel);
        _takenIn.TrySetResult();
        return outcomes;
    }

    private async Task<IntakeOutcome> OneAsync(PackLibrary library, string folder, PackReport compiled, CancellationToken cancel)
    {
        using var trace = EngineMeter.Traces.StartActivity("adopt");
        trace?.SetTag("jurisdiction", folder);
        if (!compiled.IsValid)
        {
            EngineMeter.PacksTakenIn.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
            await RefuseAsync(folder, compiled, cancel);
            return new(folder, "refused", compiled, null);
        }

        var pack = compiled.Pack!;
        var report = await source.InTransactionAsync(connection => AdoptAsync(connection, library, pack, cancel), cancel);
        if (report is not null)
            EngineMeter.PacksTakenIn.Add(1, new KeyValuePair<string, object?>("outcome", "adopted"));
        return new(folder, report is null ? "unchanged" : "adopted", compiled, report);
    }

    private async Task<ReconcileReport?> AdoptAsync(NpgsqlConnection connection, PackLibrary library, Pack pack, CancellationToken cancel)
    {
        var (who, now) = (pack.Jurisdiction, time.GetUtcNow());
        packs.Keep(pack);
        // Who gives a command at this moment decides by the pack that ran until now, or by this one, never by both.
        await InstanceTable.TakeTurnAsync(connection, who.Folder, null, cancel);
        var known = await PackVersions.LockAsync(connection, who.Folder, cancel);
        if (string.Equals(known?.RunningVersion, pack.ContentHash, StringComparison.Ordinal))
        {
            await PackVersions.AcceptAsync(connection, who.Folder, cancel);
            return null;
        }

        var firstPublishedOn = known?.FirstPublishedOn ?? JurisdictionZone.Of(who.TimeZone).DayOf(now);
        var row = new JurisdictionRow(who.Folder, who.Code, who.Name.Zh, who.Name.En, who.TimeZone, pack.ContentHash, firstPublishedOn, null, null);
        var files = pack.Layers.SelectMany(library.Of).Concat(library.Calendars);
        await PackVersions.AdoptAsync(connection, row, pack.ContentHash, files, now, cancel);
        await steps.FollowAsync(connection, pack, async (workflow, hash) => (await packs.VersionAsync(connection, who.Folder, hash, cancel))?.Workflows.GetValueOrDefault(workflow), now, cancel);
        var kept = await WorkflowQueries.LeftBehindAsync(connection, who.Folder, [.. pack.Workflows.Keys], cancel);
        // The chain's end is locked last, as everywhere: a sweep that holds deadlines waits for it.
        var report = await reconciler.WithinAsync(connection, pack, cancel);
        await AuditTrail.AppendAsync(connection, who.Folder, now, "system", "pack.adopted", pack.ContentHash, JsonSerializer.Serialize(new { from = known?.RunningVersion ?? "", left = kept }), cancel);
        if (kept > 0)
            log.LogWarning("{Folder}: {Kept} running instances are of workflows that version {Hash} no longer has; they go on on the version they began with.", who.Folder, kept, pack.ContentHash[..12]);
        log.LogInformation("Adopted {Folder} {Hash}: {Report}", who.Folder, pack.ContentHash[..12], report);
        return report;
    }

    private async Task RefuseAsync(string folder, PackReport compiled, CancellationToken cancel)
    {
        foreach (var diagnostic in compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))
            log.LogError("{Folder} is refused; the last good version runs on. {Place}: {Code} {Problem} → {Remedy}", folder, diagnostic.Place, diagnostic.Code, diagnostic.Problem, diagnostic.Remedy);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await PackVersions.RejectAsync(connection, new(folder, compiled.Pack?.ContentHash ?? "", time.GetUtcNow(), JsonSerializer.Serialize(compiled.Diagnostics, JsonSerializerOptions.Web)), cancel);
    }
}
