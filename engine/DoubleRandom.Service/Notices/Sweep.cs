using System.Diagnostics;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Telemetry;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Packs;
using DoubleRandom.Store.People;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>How a sweep works.</summary>
/// <param name="LateAfter">How long after its time a rung counts as missed.</param>
/// <param name="Batch">How many deadlines one transaction handles.</param>
/// <param name="Workers">How many batches are in hand at once: while one is put into words, the database writes another.</param>
public sealed record SweepOptions(TimeSpan LateAfter, int Batch = 2000, int Workers = 2)
{
    /// <summary>An hour late is late.</summary>
    public static SweepOptions Usual { get; } = new(TimeSpan.FromHours(1));
}

/// <summary>Claims the rungs whose time has come and writes their notices, each batch in one transaction. Any number of nodes may sweep at once.</summary>
public sealed class Sweep(
    NpgsqlDataSource source, RunningPacks packs, DirectorySnapshot directory, NoticeComposer composer, OutboxWriter outbox, SweepOptions options, TimeProvider time, ILogger<Sweep> log)
{
    /// <summary>Handles everything that is due now. Returns how many notices were written.</summary>
    /// <remarks>A jurisdiction whose pack cannot run here waits and holds up no other.</remarks>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var trace = EngineMeter.Traces.StartActivity("sweep");
        var (written, began) = (0, Stopwatch.GetTimestamp());
        foreach (var jurisdiction in await source.ReadAsync(connection => Outbox.BehindAsync(connection, time.GetUtcNow() - options.LateAfter, cancel), cancel))
            if (packs.Of(jurisdiction) is not null)
                written += await source.UnlessNullAsync(connection => MissedAsync(connection, jurisdiction, cancel), cancel) ?? 0;
        written += (await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => TimelyAsync(cancel), cancel)))).Sum();
        EngineMeter.SweepDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        EngineMeter.NoticesWritten.Add(written);
        trace?.SetTag("notices", written);
        return written;
    }

    /// <summary>What was missed in a jurisdiction is claimed whole and by one node, so that each recipient hears of it in one notice.</summary>
    private async Task<int?> MissedAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await Outbox.TakeMissedAsync(connection, jurisdiction, cancel)
            ? await TellAsync(connection, await Outbox.ClaimAsync(connection, now, null, [jurisdiction], int.MaxValue, cancel), now, cancel)
            : 0;
    }

    /// <summary>One worker: batch after batch until there is less than one.</summary>
    private async Task<int> TimelyAsync(CancellationToken cancel)
    {
        var (claimed, written) = (0, 0);
        do
        {
            (claimed, var notices) = await source.UnlessNullAsync(connection => BatchAsync(connection, cancel), cancel) ?? (0, 0);
            written += notices;
        }
        while (claimed == options.Batch);
        return written;
    }

    private async Task<(int Claimed, int Written)?> BatchAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var due = await Outbox.ClaimAsync(connection, now, now - options.LateAfter, [.. packs.All.Keys], options.Batch, cancel);
        return await TellAsync(connection, due, now, cancel) is { } written ? (due.Count, written) : null;
    }

    /// <summary>Writes the notices of claimed rungs; null, and the claim has to be undone, when another node adopted a pack that is not known here yet.</summary>
    private async Task<int?> TellAsync(NpgsqlConnection connection, IReadOnlyList<DueDeadline> due, DateTimeOffset now, CancellationToken cancel)
    {
        if (due.Count == 0)
            return 0;
        var groups = due.ToLookup(deadline => deadline.Jurisdiction, StringComparer.Ordinal);
        var running = await PackVersions.RunningHashesAsync(connection, [.. groups.Select(group => group.Key)], cancel);
        if (groups.Any(group => !string.Equals(packs.Of(group.Key)?.ContentHash, running.GetValueOrDefault(group.Key), StringComparison.Ordinal)))
            return null;
        var drafts = new List<NoticeDraft>(due.Count);
        foreach (var group in groups)
            drafts.AddRange(Drafts(packs.Of(group.Key)!, [.. group], await directory.OfAsync(connection, group.Key, cancel), now));
        var written = await outbox.WriteAsync(connection, drafts, now, cancel);
        // Last, because the end of a chain stays locked: workers that share a jurisdiction wait for each other's commit only.
        await AuditTrail.AppendAsync(connection, [.. written.Select(pair => Entry(pair.Key, pair.Value, groups[pair.Key].Count(), now))], cancel);
        return written.Values.Sum();
    }

    private IEnumerable<NoticeDraft> Drafts(Pack pack, IReadOnlyList<DueDeadline> due, ILookup<Recipient, PersonRow> people, DateTimeOffset now) =>
        NoticeRules.Decide(pack, Rungs(pack, due), now, options.LateAfter)
            .SelectMany(decision => OutboxWriter.Languages(people, decision.Recipient).Select(language => composer.Compose(pack, decision, language, now)));

    private static AuditEntry Entry(string jurisdiction, int notices, int deadlines, DateTimeOffset now) =>
        new(jurisdiction, 0, now, "system", "notices.written", jurisdiction, $"{{\"notices\":{notices},\"deadlines\":{deadlines}}}", [], []);

    private List<DueRung> Rungs(Pack pack, IReadOnlyList<DueDeadline> due)
    {
        var rungs = new List<DueRung>(due.Count);
        foreach (var deadline in due)
        {
            if (pack.Obligation(deadline.Obligation) is not { } obligation || pack.Unit(deadline.Unit) is not { } unit)
            {
                log.LogWarning("{Jurisdiction}/{Obligation}/{Unit} is no longer in the running pack; reconciliation will withdraw it.", deadline.Jurisdiction, deadline.Obligation, deadline.Unit);
                continue;
            }

            for (var i = 0; i < deadline.RungIds.Length; i++)
                if (obligation.Ladder.Rungs.FirstOrDefault(rung => rung.IsOf(deadline.RungIds[i])) is { } rung)
                    rungs.Add(new(obligation, unit, deadline.Period, deadline.DueOn, rung, new DateTimeOffset(deadline.RungAt[i], TimeSpan.Zero), deadline.Counted, deadline.Required, deadline.Provisional) { RungId = deadline.RungIds[i] });
        }

        return rungs;
    }
}
