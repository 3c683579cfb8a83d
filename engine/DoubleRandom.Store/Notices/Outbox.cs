using Dapper;
using DoubleRandom.Store.Deadlines;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Store.Notices;

/// <summary>Somebody who was told of a deadline.</summary>
public sealed record Told(string Obligation, string Unit, string Period, string RecipientUnit, string Function, string Language);

/// <summary>Claims rungs and writes notices, in one transaction: a notice exists exactly when its rung is behind us.</summary>
public static class Outbox
{
    /// <summary>As many notices as one act of a person brings.</summary>
    private const int Few = 20;

    /// <summary>The jurisdictions in which a rung was missed: it fell before <paramref name="before"/> and was not handled.</summary>
    public static async Task<IReadOnlyList<string>> BehindAsync(NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition("select distinct jurisdiction from deadline where next_rung_at < @before order by 1", new { before }, cancellationToken: cancel))];

    /// <summary>Takes it upon this transaction to tell what was missed in a jurisdiction; false when another node is at it, so that nobody gets two digests.</summary>
    public static Task<bool> TakeMissedAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleAsync<bool>(new CommandDefinition("select pg_try_advisory_xact_lock(hashtextextended('missed:' || @jurisdiction, 0))", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>Claims deadlines whose next rung has come and moves them on to the rung after; rows that another node holds are passed over.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="since">Only rungs that fell then or later; null for missed ones too.</param>
    /// <param name="jurisdictions">Only of these.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up; nothing was claimed then.</param>
    public static async Task<IReadOnlyList<DueDeadline>> ClaimAsync(
        NpgsqlConnection connection, DateTimeOffset now, DateTimeOffset? since, IReadOnlyCollection<string> jurisdictions, int most, CancellationToken cancel)
    {
        // Rungs are in order of time, so the bucket of now is the number of those that have come.
        const string sql = """
            with due as (
                select ctid, next_rung from deadline where next_rung_at <= $1 and next_rung_at >= $4 and jurisdiction = any($2)
                order by next_rung_at limit $3 for update skip locked)
            update deadline d set next_rung = width_bucket($1, d.rung_at), next_rung_at = d.rung_at[width_bucket($1, d.rung_at) + 1]
            from due where d.ctid = due.ctid
            returning d.jurisdiction, d.obligation, d.unit, d.period, d.due_on, d.counted, d.required, d.provisional,
                      d.rung_ids[due.next_rung + 1 : d.next_rung], d.rung_at[due.next_rung + 1 : d.next_rung]
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = jurisdictions.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = since?.UtcDateTime ?? DateTime.MinValue, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var due = new List<DueDeadline>();
        while (await reader.ReadAsync(cancel))
            due.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetBoolean(7),
                reader.GetFieldValue<string[]>(8), reader.GetFieldValue<DateTime[]>(9)));
        return due;
    }

    /// <summary>Writes notices and the ways out of them. Notices whose key is there already are passed over, together with their ways out.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="notices">The notices.</param>
    /// <param name="deliveries">The channels and addresses that each notice goes to, by the notice's key.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many notices were new, by jurisdiction; only those that had any.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<NoticeDraft> notices, IReadOnlyList<(string Key, string Channel, string Address)> deliveries, DateTimeOffset now, CancellationToken cancel)
    {
        // covers travels as one text per notice, since unnest flattens arrays of arrays.
        const string sql = """
            with written as (
                insert into notice (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, late, circular, due_on, created_at)
                select key, jurisdiction, obligation, unit, period, kind, string_to_array(covers, E'\n'), recipient_unit, function, language, subject, body, late, circular, due_on, $16
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                            $13::boolean[], $14::boolean[], $15::date[])
                     as n (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, late, circular, due_on)
                on conflict (key) do nothing
                returning key, id, jurisdiction),
            sent as (
                insert into delivery (notice, channel, address, state, next_attempt_at)
                select id, channel, address, 'pending', $16 from written join unnest($17::text[], $18::text[], $19::text[]) as d (key, channel, address) using (key)
                on conflict do nothing)
            select jurisdiction, count(*)::int from written group by jurisdiction
            """;
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        if (notices.Count == 0)
            return written;
        await using var command = new NpgsqlCommand(sql, connection);
        Func<NoticeDraft, string>[] texts =
        [
            n => n.Key, n => n.Jurisdiction, n => n.Obligation, n => n.Unit, n => n.Period, n => n.Kind, n => string.Join('\n', n.Covers),
            n => n.RecipientUnit, n => n.Function, n => n.Language, n => n.Subject, n => n.Body,
        ];
        foreach (var text in texts)
            Add(command, notices, text);
        command.Parameters.Add(new() { Value = notices.Select(n => n.IsLate).ToArray() });
        command.Parameters.Add(new() { Value = notices.Select(n => n.IsCircular).ToArray() });
        command.Parameters.Add(new() { Value = notices.Select(n => n.DueOn).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        Add(command, deliveries, d => d.Key);
        Add(command, deliveries, d => d.Channel);
        Add(command, deliveries, d => d.Address);
        if (notices.Count <= Few)
            await command.PrepareAsync(cancel); // Planned once for few; for thousands a plan of their own pays.
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            written.Add(reader.GetString(0), reader.GetInt32(1));
        return written;
    }

    /// <summary>Who was told of the deadlines that changed, be it in a notice of their own or in a digest, so that a correction reaches exactly them.</summary>
    public static async Task<IReadOnlyList<Told>> ToldAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<MovedDeadline> moved, CancellationToken cancel)
    {
        const string sql = """
            with moved as (select * from unnest(@obligations, @units, @periods) as m (obligation, unit, period))
            select m.obligation, m.unit, m.period, n.recipient_unit, n.function, n.language
            from moved m join notice n on (n.jurisdiction, n.obligation, n.unit, n.period) = (@jurisdiction, m.obligation, m.unit, m.period) and n.kind <> 'correction'
            union
            select m.obligation, m.unit, m.period, n.recipient_unit, n.function, n.language
            from (select recipient_unit, function, language, regexp_replace(unnest(covers), '#[^#]*$', '') as deadline
                  from notice where jurisdiction = @jurisdiction and kind = 'digest') n
            join moved m on n.deadline = m.obligation || '/' || m.unit || '/' || m.period
            order by 1, 2, 3, 4, 5, 6
            """;
        var parameters = new
        {
            jurisdiction,
            obligations = moved.Select(move => move.Obligation).ToArray(),
            units = moved.Select(move => move.Unit).ToArray(),
            periods = moved.Select(move => move.Period).ToArray(),
        };
        return moved.Count == 0 ? [] : [.. await connection.QueryAsync<Told>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
    }

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<T> rows, Func<T, string> text)
    {
        var values = new string[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = text(rows[i]);
        command.Parameters.Add(new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }
}
