using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Deadlines;
using Npgsql;

namespace DoubleRandom.Service.Submissions;

/// <summary>Waiving and extending a deadline: each by a person, with a reason, on record.</summary>
public sealed class DeadlineDecisions(NpgsqlDataSource source, RunningPacks packs, DeadlineOrigin origin, Corrections corrections, TimeProvider time)
{
    /// <summary>Waives a deadline: its ladder stops, and the reason stands beside it.</summary>
    public Task<Answer<DeadlineKey>> WaiveAsync(DeadlineKey key, string by, string reason, CancellationToken cancel) => source.InTransactionAsync(
        async connection =>
        {
            var deadline = await DeadlineQueries.LockAsync(connection, key, cancel);
            if (Check(key, deadline, by, reason) is { Count: > 0 } refusals)
                return Answer.Refused<DeadlineKey>(refusals);
            var now = time.GetUtcNow();
            await DeadlineQueries.SettleAsync(connection, key, "waived", reason, now, cancel);
            await AuditTrail.AppendAsync(connection, key.Jurisdiction, now, by, "deadline.waived", key.ToString(), JsonSerializer.Serialize(new { reason }), cancel);
            return Answer.Done(key);
        },
        cancel);

    /// <summary>Extends a deadline to a later day; whoever was told the old day is told the new one.</summary>
    public Task<Answer<DeadlineKey>> ExtendAsync(DeadlineKey key, DateOnly to, string by, string reason, CancellationToken cancel) => source.InTransactionAsync(
        async connection =>
        {
            var deadline = await DeadlineQueries.LockAsync(connection, key, cancel);
            var refusals = Check(key, deadline, by, reason);
            if (deadline?.Instance is { } instance)
                refusals.Add(Refusals.IsTask(key, instance));
            if (deadline is not null && to <= deadline.DueOn)
                refusals.Add(Refusals.NotLater(key, deadline.DueOn));
            if (to > PlanSpan.Last)
                refusals.Add(Refusals.TooLate(key, PlanSpan.Last));
            if (refusals.Count > 0)
                return Answer.Refused<DeadlineKey>(refusals);
            if (packs.Of(key.Jurisdiction) is not { } pack || await origin.OfAsync(connection, pack, deadline!, cancel) is not { } planned)
                return Answer.Refused<DeadlineKey>([Refusals.NotPlanned(key)]);
            await ExtendAsync(connection, pack, planned, deadline!, to, by, reason, cancel);
            return Answer.Done(key);
        },
        cancel);

    private async Task ExtendAsync(NpgsqlConnection connection, Pack pack, Deadline planned, DeadlineRow row, DateOnly to, string by, string reason, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var extended = new PlannedDeadlines(pack).Of(Planner.Extend(planned, pack, to));
        await DeadlineQueries.ExtendAsync(connection, extended, reason, now, cancel);
        await corrections.WriteAsync(connection, pack, [new(row.Obligation, row.Unit, row.Period, row.DueOn, to, row.Revision + 1)], now, cancel);
        await AuditTrail.AppendAsync(connection, row.Jurisdiction, now, by, "deadline.extended", row.Key.ToString(), JsonSerializer.Serialize(new { from = row.DueOn, to, reason }), cancel);
    }

    private static List<Refusal> Check(DeadlineKey key, DeadlineRow? deadline, string by, string reason)
    {
        var refusals = new List<Refusal>();
        if (deadline is null)
            refusals.Add(Refusals.NoDeadline(key));
        else if (deadline.Status is not "open")
            refusals.Add(Refusals.Settled(key, deadline.Status));
        if (string.IsNullOrWhiteSpace(reason))
            refusals.Add(Refusals.NoReason(key));
        if (string.IsNullOrWhiteSpace(by))
            refusals.Add(Refusals.NoPerson(key));
        if ((by + reason).Contains('\0', StringComparison.Ordinal))
            refusals.Add(Refusals.NulCharacter("by, reason"));
        return refusals;
    }
}
