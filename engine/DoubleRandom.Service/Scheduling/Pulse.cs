using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using Npgsql;

namespace DoubleRandom.Service.Scheduling;

/// <summary>What the engine does at every beat: the day's reconciliation, self-audit and signing of the public chains when a new day has begun, what workflows wait for, whom draws send, then the sweep and the reminders of tasks without a due day.</summary>
public sealed class Pulse(NpgsqlDataSource source, RunningPacks packs, Reconciler reconciler, WorkflowRounds workflows, DispatchRounds draws, Sweep sweep, StaleTaskReminders stale, SelfAudit selfAudit, LedgerSigner signer, TimeProvider time)
{
    /// <summary>One beat. Returns how many notices were written.</summary>
    public async Task<int> BeatAsync(CancellationToken cancel)
    {
        await packs.RefreshAsync(cancel);
        await DailyAsync("reconcile", reconciler.AllAsync, cancel);
        await workflows.RunAsync(cancel);
        await draws.RunAsync(cancel);
        var written = await sweep.RunAsync(cancel) + await stale.RunAsync(cancel);
        await DailyAsync("self-audit", selfAudit.RunAsync, cancel);
        await DailyAsync("ledger-heads", signer.AllAsync, cancel);
        return written;
    }

    /// <summary>The claim commits after the work: a node that dies in the middle leaves the day to be done again.</summary>
    private async Task DailyAsync<T>(string name, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await source.InTransactionAsync(
            async connection =>
            {
                if (await DailyRuns.ClaimAsync(connection, name, DateOnly.FromDateTime(now.UtcDateTime), now, cancel))
                    await work(cancel);
                return 0;
            },
            cancel);
    }
}
