using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Store.Notices;

/// <summary>Claims rungs and writes notices, in one transaction: a notice exists exactly when its rung is behind us.</summary>
public static class Outbox
{
    /// <summary>The jurisdictions in which a rung was missed: it fell before <paramref name="before"/> and was not handled.</summary>
    public static async Task<IReadOnlyList<string>> BehindAsync(NpgsqlConnection connection, DateTimeOffset before, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition("select distinct jurisdiction from deadline where next_rung_at < @before order by 1", new { before }, cancellationToken: cancel))];

    /// <summary>Claims deadlines whose next rung has come; rows that another node holds are passed over.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="jurisdiction">Only of this one; null for any.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up; nothing was claimed then.</param>
    public static async Task<IReadOnlyList<DueDeadline>> ClaimAsync(NpgsqlConnection connection, DateTimeOffset now, string? jurisdiction, int most, CancellationToken cancel)
    {
        const string sql = """
            select jurisdiction, obligation, unit, period, due_on, counted, required, provisional, rung_ids, rung_at, next_rung
            from deadline where next_rung_at <= $1 and ($2::text is null or jurisdiction = $2)
            order by next_rung_at limit $3 for update skip locked
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)jurisdiction ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = most });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var due = new List<DueDeadline>();
        while (await reader.ReadAsync(cancel))
            due.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.GetBoolean(7),
                reader.GetFieldValue<string[]>(8), reader.GetFieldValue<DateTime[]>(9), reader.GetInt16(10)));
        return due;
    }

    /// <summary>Moves claimed deadlines on to the rung after those that were handled.</summary>
    public static async Task AdvanceAsync(NpgsqlConnection connection, IReadOnlyList<DueDeadline> due, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql = """
            update deadline d set next_rung = a.next_rung, next_rung_at = d.rung_at[a.next_rung + 1]
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[]) as a (jurisdiction, obligation, unit, period, next_rung)
            where (d.jurisdiction, d.obligation, d.unit, d.period) = (a.jurisdiction, a.obligation, a.unit, a.period)
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        Add(command, due, d => d.Jurisdiction);
        Add(command, due, d => d.Obligation);
        Add(command, due, d => d.Unit);
        Add(command, due, d => d.Period);
        command.Parameters.Add(new() { Value = due.Select(d => d.AfterDue(now)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Writes notices. Those whose key is there already are passed over.</summary>
    /// <returns>The numbers of those that were written, by key.</returns>
    public static async Task<IDictionary<string, long>> WriteAsync(NpgsqlConnection connection, IReadOnlyList<NoticeDraft> notices, DateTimeOffset now, CancellationToken cancel)
    {
        // covers travels as one text per notice, since unnest flattens arrays of arrays.
        const string sql = """
            insert into notice (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, late, circular, due_on, created_at)
            select key, jurisdiction, obligation, unit, period, kind, string_to_array(covers, E'\n'), recipient_unit, function, language, subject, body, late, circular, due_on, $16
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                        $13::boolean[], $14::boolean[], $15::date[])
                 as n (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, late, circular, due_on)
            on conflict (key) do nothing
            returning key, id
            """;
        var written = new Dictionary<string, long>(StringComparer.Ordinal);
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
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            written.Add(reader.GetString(0), reader.GetInt64(1));
        return written;
    }

    /// <summary>Who was told of a deadline, so that a correction reaches exactly them.</summary>
    public static async Task<IReadOnlyList<(string Unit, string Function, string Language)>> ToldAsync(
        NpgsqlConnection connection, string jurisdiction, string obligation, string unit, string period, CancellationToken cancel)
    {
        const string sql = """
            select distinct recipient_unit, function, language from notice
            where jurisdiction = @jurisdiction and obligation = @obligation and unit = @unit and period = @period and kind <> 'correction'
            order by 1, 2, 3
            """;
        return [.. await connection.QueryAsync<(string, string, string)>(new CommandDefinition(sql, new { jurisdiction, obligation, unit, period }, cancellationToken: cancel))];
    }

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<T> rows, Func<T, string> text)
    {
        var values = new string[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = text(rows[i]);
        command.Parameters.Add(new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }
}
