using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Workflows;

/// <summary>Keeps the deadlines of steps beside those of obligations: the same rows, ladders, corrections.</summary>
public sealed class StepDeadlineKeeper(Corrections corrections)
{
    /// <summary>Makes the table agree with what a transaction decided.</summary>
    internal async Task KeepAsync(NpgsqlConnection connection, Pack pack, IEnumerable<Handling> handled, DateTimeOffset now, CancellationToken cancel)
    {
        var shape = new PlannedDeadlines(pack);
        var (added, changed, moved) = (new List<PlannedDeadline>(), new List<PlannedDeadline>(), new List<MovedDeadline>());
        foreach (var handling in handled.Where(handling => handling.Deadlines.Count > 0))
        {
            var fresh = handling.Deadlines.Where(wish => handling.NewRuns.Contains(wish.Key)).Select(wish => wish.Value).OfType<Effect.SetDeadline>();
            added.AddRange(Planned(pack, shape, handling, fresh));
            var known = handling.Deadlines.Where(wish => !handling.NewRuns.Contains(wish.Key)).Select(wish => wish.Value).ToArray();
            moved.AddRange(await KnownAsync(connection, pack, shape, handling, known, added, changed, now, cancel));
        }

        await DeadlineTable.AddAsync(connection, added, now, cancel);
        moved.AddRange(await DeadlineTable.ChangeAsync(connection, changed, now, cancel));
        await corrections.WriteAsync(connection, pack, moved, now, cancel);
    }

    /// <summary>Lays the ladders of all open steps anew, by a pack that is about to run: rungs that it no longer has would be told by nobody.</summary>
    /// <param name="connection">In the transaction of the adoption.</param>
    /// <param name="pack">The new pack.</param>
    /// <param name="definition">The definition of a workflow in a pack version, or null when it cannot be read.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task FollowAsync(
        NpgsqlConnection connection, Pack pack, Func<string, string, Task<Core.Workflows.Model.WorkflowDefinition?>> definition, DateTimeOffset now, CancellationToken cancel)
    {
        var (shape, known) = (new PlannedDeadlines(pack), new Dictionary<(string, string), Dictionary<string, Obligation>>());
        var (changed, gone) = (new List<PlannedDeadline>(), new List<DeadlineKey>());
        foreach (var (row, workflow, hash, digest) in await StepDeadlineTable.OpenAsync(connection, pack.Jurisdiction.Folder, cancel))
        {
            if (!known.TryGetValue((workflow, hash), out var duties))
                known[(workflow, hash)] = duties = await definition(workflow, hash) is { } version ? StepDeadlines.Duties(pack, version).ToDictionary(duty => duty.Id, StringComparer.Ordinal) : [];
            if (!duties.TryGetValue(row.Obligation, out var duty))
                continue; // It stands as it is until its version can be read again.
            if (StepDeadlines.Relaid(pack, duty, row.Key, OccurrenceOf(row)) is not { } relaid)
                gone.Add(row.Key);
            else if (PlanDigest.Of(relaid) != digest)
                changed.Add(shape.Of(relaid) with { Instance = row.Instance });
        }

        var moved = await DeadlineTable.ChangeAsync(connection, changed, now, cancel);
        var withdrawn = await DeadlineTable.WithdrawAsync(connection, pack.Jurisdiction.Folder, gone, now, cancel);
        await corrections.WriteAsync(connection, pack, [.. moved, .. withdrawn], now, cancel);
    }

    private static async Task<IEnumerable<MovedDeadline>> KnownAsync(
        NpgsqlConnection connection, Pack pack, PlannedDeadlines shape, Handling handling, Effect[] known, List<PlannedDeadline> added, List<PlannedDeadline> changed, DateTimeOffset now,
        CancellationToken cancel)
    {
        var met = known.OfType<Effect.WithdrawDeadline>().Where(over => over.IsMet).Select(over => StepDeadlineTable.Period(handling.Id, over.Run)).ToArray();
        if (met.Length > 0)
            await StepDeadlineTable.SettleAsync(connection, handling.Id, met, now, cancel);
        var others = known.Where(wish => wish is not Effect.WithdrawDeadline { IsMet: true }).Select(wish => StepDeadlineTable.Period(handling.Id, RunOf(wish))).ToArray();
        if (others.Length == 0)
            return [];
        var stored = await StepDeadlineTable.StoredAsync(connection, handling.Id, others, cancel);
        var plan = known.OfType<Effect.SetDeadline>().SelectMany(set => StepDeadlines.Of(pack, handling.Definition, handling.State.Id, set));
        var changes = Reconciliation.Of(stored, plan, pack);
        added.AddRange(changes.Added.Select(deadline => shape.Of(deadline) with { Instance = handling.Id }));
        changed.AddRange(changes.Changed.Select(deadline => shape.Of(deadline) with { Instance = handling.Id }));
        return await DeadlineTable.WithdrawAsync(connection, pack.Jurisdiction.Folder, changes.Withdrawn, now, cancel);
    }

    private static IEnumerable<PlannedDeadline> Planned(Pack pack, PlannedDeadlines shape, Handling handling, IEnumerable<Effect.SetDeadline> wishes) => wishes
        .SelectMany(set => StepDeadlines.Of(pack, handling.Definition, handling.State.Id, set))
        .Select(deadline => shape.Of(deadline) with { Instance = handling.Id });

    private static int RunOf(Effect wish) => wish switch
    {
        Effect.SetDeadline set => set.Run,
        Effect.WithdrawDeadline over => over.Run,
        _ => throw new InvalidOperationException($"{wish.GetType().Name} is about no deadline."),
    };

    /// <summary>The dates of a row. The day by the rule is not kept in it; only telling how it came about needs that one.</summary>
    private static Occurrence OccurrenceOf(DeadlineRow row) => new(
        "", row.OpensOn, row.PlannedOn, row.PlannedOn, row.Trigger.Split('@') is [var name, var on] ? new(name, DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "", null) : null,
        row.Provisional);
}
