using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Notices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Service.Notices;

/// <summary>How a sweep works.</summary>
/// <param name="LateAfter">How long after its time a rung counts as missed.</param>
/// <param name="Batch">How many deadlines one transaction handles.</param>
public sealed record SweepOptions(TimeSpan LateAfter, int Batch = 2000)
{
    /// <summary>An hour late is late.</summary>
    public static SweepOptions Usual { get; } = new(TimeSpan.FromHours(1));
}

/// <summary>Claims the rungs whose time has come and writes their notices, each batch in one transaction. Any number of nodes may sweep at once.</summary>
public sealed class Sweep(
    NpgsqlDataSource source, RunningPacks packs, DirectorySnapshot directory, NoticeComposer composer, OutboxWriter outbox, SweepOptions options, TimeProvider time, ILogger<Sweep> log)
{
    /// <summary>Handles everything that is due now. Returns how many notices were written.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var written = 0;
        foreach (var jurisdiction in await source.ReadAsync(connection => Outbox.BehindAsync(connection, time.GetUtcNow() - options.LateAfter, cancel), cancel))
            written += (await BatchAsync(jurisdiction, int.MaxValue, cancel)).Written;
        int claimed;
        do
        {
            (claimed, var notices) = await BatchAsync(null, options.Batch, cancel);
            written += notices;
        }
        while (claimed == options.Batch);
        return written;
    }

    /// <summary>One transaction. What was missed in a jurisdiction is claimed whole, so that each recipient hears of it in one notice.</summary>
    private Task<(int Claimed, int Written)> BatchAsync(string? jurisdiction, int most, CancellationToken cancel) => source.InTransactionAsync(
        async connection =>
        {
            var now = time.GetUtcNow();
            var due = await Outbox.ClaimAsync(connection, now, jurisdiction, most, cancel);
            var written = 0;
            foreach (var group in due.GroupBy(deadline => deadline.Jurisdiction, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                written += await OneAsync(connection, group.Key, [.. group], now, cancel);
            if (due.Count > 0)
                await Outbox.AdvanceAsync(connection, due, now, cancel);
            return (due.Count, written);
        },
        cancel);

    private async Task<int> OneAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyList<DueDeadline> due, DateTimeOffset now, CancellationToken cancel)
    {
        if (packs.Of(jurisdiction) is not { } pack)
        {
            log.LogError("No pack of {Jurisdiction} runs; {Count} rungs wait for it.", jurisdiction, due.Count);
            throw new InvalidOperationException($"No pack of {jurisdiction} runs.");
        }

        var people = await directory.OfAsync(connection, jurisdiction, cancel);
        var decisions = NoticeRules.Decide(pack, Rungs(pack, due, now), now, options.LateAfter);
        var drafts = decisions
            .SelectMany(decision => OutboxWriter.Languages(people, decision.Recipient).Select(language => composer.Compose(pack, decision, language, now)))
            .ToArray();
        var written = await outbox.WriteAsync(connection, pack, drafts, now, cancel);
        if (written > 0)
            await AuditTrail.AppendAsync(connection, jurisdiction, now, "system", "notices.written", jurisdiction, $"{{\"notices\":{written},\"deadlines\":{due.Count}}}", cancel);
        return written;
    }

    private List<DueRung> Rungs(Pack pack, IReadOnlyList<DueDeadline> due, DateTimeOffset now)
    {
        var rungs = new List<DueRung>(due.Count);
        foreach (var deadline in due)
        {
            if (pack.Obligation(deadline.Obligation) is not { } obligation || pack.Unit(deadline.Unit) is not { } unit)
            {
                log.LogWarning("{Jurisdiction}/{Obligation}/{Unit} is no longer in the running pack; reconciliation will withdraw it.", deadline.Jurisdiction, deadline.Obligation, deadline.Unit);
                continue;
            }

            for (var i = deadline.NextRung; i < deadline.AfterDue(now); i++)
                if (obligation.Ladder.Rungs.FirstOrDefault(rung => string.Equals(rung.Id, deadline.RungIds[i], StringComparison.Ordinal)) is { } rung)
                    rungs.Add(new(obligation, unit, deadline.Period, deadline.DueOn, rung, new DateTimeOffset(deadline.RungAt[i], TimeSpan.Zero), deadline.Counted, deadline.Required, deadline.Provisional));
        }

        return rungs;
    }
}
