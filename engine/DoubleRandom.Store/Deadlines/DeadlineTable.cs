using Dapper;
using DoubleRandom.Core.Planning;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Store.Deadlines;

/// <summary>Writes deadlines: in bulk, and idempotent by their natural key.</summary>
public static class DeadlineTable
{
    private const string Columns = """
        jurisdiction, obligation, unit, period, opens_on, planned_on, due_on, due_at, strength, provisional, trigger, counted, required, ladder,
        rung_ids, rung_at, first_rung, next_rung, next_rung_at, status, settled_at, digest, made_at, instance
        """;

    /// <summary>What is stored of a jurisdiction's obligations from a day on, for comparing with the plan. Deadlines of steps are not planned: their instances keep them.</summary>
    public static async Task<IDictionary<DeadlineKey, StoredDeadline>> StoredAsync(NpgsqlConnection connection, string jurisdiction, DateOnly from, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select obligation, unit, period, digest, status = 'withdrawn', extended_on from deadline where jurisdiction = $1 and planned_on >= $2 and instance is null", connection);
        command.Parameters.Add(new() { Value = jurisdiction });
        command.Parameters.Add(new() { Value = from });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var stored = new Dictionary<DeadlineKey, StoredDeadline>();
        while (await reader.ReadAsync(cancel))
            stored.Add(new(jurisdiction, reader.GetString(0), reader.GetString(1), reader.GetString(2)), new(reader.GetInt64(3), reader.GetBoolean(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)));
        return stored;
    }

    /// <summary>Adds new deadlines with COPY.</summary>
    public static Task AddAsync(NpgsqlConnection connection, IReadOnlyCollection<PlannedDeadline> added, DateTimeOffset now, CancellationToken cancel) =>
        CopyAsync(connection, "deadline", added, now, cancel);

    /// <summary>Brings changed deadlines up to the plan. What was extended comes as extended; what was met or waived keeps its status.</summary>
    /// <remarks>
    /// One that somebody extends at this very moment stays as they left it; the next reconciliation brings its ladder up to the pack.
    /// A new ladder begins no later than the rung at which the old one stood: what was missed and not yet swept is not lost when a program that was down
    /// comes back to a changed pack. A ladder that rests because something waits for the receiver goes on resting.
    /// </remarks>
    /// <returns>Those whose due day moved or that came back, with their old day.</returns>
    public static async Task<IReadOnlyList<MovedDeadline>> ChangeAsync(
        NpgsqlConnection connection, IReadOnlyCollection<PlannedDeadline> changed, DateTimeOffset now, CancellationToken cancel)
    {
        if (changed.Count == 0)
            return [];
        await connection.ExecuteAsync(new CommandDefinition("create temp table planned (like deadline including defaults) on commit drop", cancellationToken: cancel));
        await CopyAsync(connection, "planned", changed, now, cancel);
        const string sql = """
            with before as (
                select d.obligation, d.unit, d.period, d.due_on, d.status,
                       d.status in ('met', 'met-late', 'waived') as settled,
                       coalesce(d.extended_on > p.due_on, false) as extended,
                       d.rung_ids = p.rung_ids and d.rung_at = p.rung_at and (d.status = p.status or d.status = 'open' and p.status in ('met', 'met-late')) as same_ladder,
                       exists (select 1 from submission s where s.state = 'submitted'
                               and (s.jurisdiction, s.obligation, s.unit, s.period) = (d.jurisdiction, d.obligation, d.unit, d.period)) as rests,
                       least(p.first_rung, (select count(*) from unnest(p.rung_at) at where at < d.next_rung_at))::smallint as first_rung
                from deadline d join planned p using (jurisdiction, obligation, unit, period)),
            changed as (
                update deadline d set
                    opens_on = p.opens_on, planned_on = p.planned_on, strength = p.strength, provisional = p.provisional, trigger = p.trigger,
                    counted = p.counted, required = p.required, ladder = p.ladder, digest = case when b.extended then d.digest else p.digest end,
                    due_on = case when b.extended then d.due_on else p.due_on end,
                    due_at = case when b.extended then d.due_at else p.due_at end,
                    rung_ids = case when b.extended then d.rung_ids else p.rung_ids end,
                    rung_at = case when b.extended then d.rung_at else p.rung_at end,
                    first_rung = case when b.extended then d.first_rung when b.same_ladder and d.due_on = p.due_on then d.first_rung when b.same_ladder then d.next_rung else b.first_rung end,
                    next_rung = case when b.extended or b.same_ladder then d.next_rung else b.first_rung end,
                    next_rung_at = case when b.settled or b.rests or p.status <> 'open' then null when b.extended or b.same_ladder then d.next_rung_at else p.rung_at[b.first_rung + 1] end,
                    status = case when b.settled then d.status else p.status end,
                    settled_at = case when b.settled then d.settled_at else p.settled_at end,
                    revision = d.revision + 1, changed_at = @now
                from planned p join before b using (obligation, unit, period)
                where (d.jurisdiction, d.obligation, d.unit, d.period) = (p.jurisdiction, p.obligation, p.unit, p.period)
                returning d.obligation, d.unit, d.period, d.due_on, d.status, d.revision)
            select c.obligation, c.unit, c.period, b.due_on as old_due_on, c.due_on, c.revision
            from changed c join before b using (obligation, unit, period)
            where c.status = 'open' and (c.due_on <> b.due_on or b.status = 'withdrawn');
            """;
        var moved = await connection.QueryAsync<MovedDeadline>(new CommandDefinition(sql, new { now }, cancellationToken: cancel));
        var result = moved.ToArray();
        await connection.ExecuteAsync(new CommandDefinition("drop table planned", cancellationToken: cancel));
        return result;
    }

    /// <summary>Withdraws what is no longer planned. What was settled stays as it is.</summary>
    /// <returns>Those that were open.</returns>
    public static async Task<IReadOnlyList<MovedDeadline>> WithdrawAsync(
        NpgsqlConnection connection, string jurisdiction, IReadOnlyList<DeadlineKey> keys, DateTimeOffset now, CancellationToken cancel)
    {
        if (keys.Count == 0)
            return [];
        const string sql = """
            update deadline d set status = 'withdrawn', settled_at = @now, changed_at = @now, next_rung_at = null, revision = revision + 1
            from unnest(@obligations, @units, @periods) as gone (obligation, unit, period)
            where d.jurisdiction = @jurisdiction and (d.obligation, d.unit, d.period) = (gone.obligation, gone.unit, gone.period) and d.status in ('open', 'history')
            returning d.obligation, d.unit, d.period, d.due_on as old_due_on, null::date as due_on, d.revision
            """;
        var parameters = new
        {
            jurisdiction,
            now,
            obligations = keys.Select(key => key.Obligation).ToArray(),
            units = keys.Select(key => key.Unit).ToArray(),
            periods = keys.Select(key => key.Period).ToArray(),
        };
        return [.. await connection.QueryAsync<MovedDeadline>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
    }

    /// <summary>Notes up to which day the jurisdiction is planned.</summary>
    public static Task PlannedToAsync(NpgsqlConnection connection, string jurisdiction, DateOnly to, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update jurisdiction set planned_to = @to, reconciled_at = @now where folder = @jurisdiction", new { jurisdiction, to, now }, cancellationToken: cancel));

    private static async Task CopyAsync(NpgsqlConnection connection, string table, IReadOnlyCollection<PlannedDeadline> rows, DateTimeOffset now, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({Columns}) from stdin (format binary)", cancel);
        foreach (var row in rows)
            Write(copy, row, now);
        await copy.CompleteAsync(cancel);
    }

    private static void Write(NpgsqlBinaryImporter copy, PlannedDeadline row, DateTimeOffset now)
    {
        var (deadline, first, status) = (row.Deadline, row.FirstRung(now), row.Status);
        copy.StartRow();
        copy.Write(deadline.Key.Jurisdiction, NpgsqlDbType.Text);
        copy.Write(deadline.Key.Obligation, NpgsqlDbType.Text);
        copy.Write(deadline.Key.Unit, NpgsqlDbType.Text);
        copy.Write(deadline.Key.Period, NpgsqlDbType.Text);
        copy.Write(deadline.OpensOn, NpgsqlDbType.Date);
        copy.Write(deadline.PlannedOn, NpgsqlDbType.Date);
        copy.Write(deadline.DueOn, NpgsqlDbType.Date);
        copy.Write(row.DueAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        copy.Write(deadline.Obligation.Strength == Core.Packs.Model.Strength.Must ? "must" : "should", NpgsqlDbType.Text);
        copy.Write(deadline.Occurrence.Provisional, NpgsqlDbType.Boolean);
        copy.Write(row.Trigger, NpgsqlDbType.Text);
        WriteOrNull(copy, deadline.Progress?.Counted, NpgsqlDbType.Integer);
        WriteOrNull(copy, deadline.Progress?.Required, NpgsqlDbType.Integer);
        copy.Write(deadline.Obligation.Ladder.Id, NpgsqlDbType.Text);
        copy.Write(RungIds(deadline), NpgsqlDbType.Array | NpgsqlDbType.Text);
        copy.Write(Instants(row.RungAt), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);
        copy.Write(first, NpgsqlDbType.Smallint);
        copy.Write(first, NpgsqlDbType.Smallint);
        WriteOrNull(copy, status is "open" && first < row.RungAt.Count ? row.RungAt[first].UtcDateTime : (DateTime?)null, NpgsqlDbType.TimestampTz);
        copy.Write(status, NpgsqlDbType.Text);
        WriteOrNull(copy, status is "open" ? (DateTime?)null : now.UtcDateTime, NpgsqlDbType.TimestampTz);
        copy.Write(row.Digest, NpgsqlDbType.Bigint);
        copy.Write(now.UtcDateTime, NpgsqlDbType.TimestampTz);
        WriteOrNull(copy, row.Instance, NpgsqlDbType.Bigint);
    }

    private static void WriteOrNull<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } given)
            copy.Write(given, type);
        else
            copy.WriteNull();
    }

    private static string[] RungIds(Deadline deadline)
    {
        var ids = new string[deadline.Ladder.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = deadline.Ladder[i].Id;
        return ids;
    }

    private static DateTime[] Instants(IReadOnlyList<DateTimeOffset> at)
    {
        var instants = new DateTime[at.Count];
        for (var i = 0; i < instants.Length; i++)
            instants[i] = at[i].UtcDateTime;
        return instants;
    }
}
