using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Notices;

/// <summary>Reads notices: a unit's inbox, a deadline's history, what self-audit misses.</summary>
public static class Inbox
{
    /// <summary>The newest notices; of one jurisdiction and unit, or of all.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder; null for all.</param>
    /// <param name="unit">The receiving unit; null for all.</param>
    /// <param name="beforeId">Only older ones, for paging; null begins with the newest.</param>
    /// <param name="most">How many at most, up to 500.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<NoticeRow>> NewestAsync(NpgsqlConnection connection, string? jurisdiction, string? unit, long? beforeId, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<NoticeRow>(new CommandDefinition(
            """
            select * from notice
            where (@jurisdiction::text is null or jurisdiction = @jurisdiction) and (@unit::text is null or recipient_unit = @unit) and (@beforeId::bigint is null or id < @beforeId)
            order by id desc limit @most
            """, new { jurisdiction, unit, beforeId, most = Math.Clamp(most, 1, 500) }, cancellationToken: cancel))];

    /// <summary>One notice, or null.</summary>
    public static Task<NoticeRow?> GetAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<NoticeRow>(new CommandDefinition("select * from notice where id = @id", new { id }, cancellationToken: cancel));

    /// <summary>Notes that a notice was read; the first time counts.</summary>
    public static Task ReadAsync(NpgsqlConnection connection, long id, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("update notice set read_at = @now where id = @id and read_at is null", new { id, now }, cancellationToken: cancel));

    /// <summary>What was told of one deadline, oldest first.</summary>
    public static async Task<IReadOnlyList<NoticeRow>> OfDeadlineAsync(NpgsqlConnection connection, Core.Planning.DeadlineKey key, CancellationToken cancel) =>
        [.. await connection.QueryAsync<NoticeRow>(new CommandDefinition(
            """
            select * from notice where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period)
            union all
            select n.* from notice n where n.jurisdiction = @Jurisdiction and n.kind = 'digest' and exists (
                select 1 from unnest(n.covers) cover where starts_with(cover, @Obligation || '/' || @Unit || '/' || @Period || '#'))
            order by id
            """, key, cancellationToken: cancel))];

    /// <summary>Rungs that should have been told between two instants, while their deadline stood open, and that no notice accounts for.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The last instant, left out.</param>
    /// <param name="grace">How long a rung may wait to be told: what is handed in within it stops the rung rightly.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<string>> UnaccountedAsync(
        NpgsqlConnection connection, string jurisdiction, DateTimeOffset from, DateTimeOffset to, TimeSpan grace, CancellationToken cancel)
    {
        const string sql = """
            with expected as (
                select d.obligation || '/' || d.unit || '/' || d.period || '#' || r.id || '@' || to_char(d.due_on, 'YYYY-MM-DD') as cover
                from deadline d cross join unnest(d.rung_ids, d.rung_at) with ordinality as r (id, at, place)
                where d.jurisdiction = @jurisdiction and d.status in ('open', 'met', 'met-late', 'waived') and r.place > d.first_rung
                  and r.at >= @from and r.at < @to and (d.settled_at is null or greatest(r.at, d.made_at) < d.settled_at - @grace)
                  -- Of a deadline that was made past its day the last rung is told at the next sweep, unless it is settled before.
                  -- While something that was handed in waits for the receiver, the ladder rests.
                  and not exists (select 1 from submission s where s.submitted_at - @grace <= r.at and coalesce(s.decided_at, 'infinity') >= r.at
                                  and (s.jurisdiction, s.obligation, s.unit, s.period) = (d.jurisdiction, d.obligation, d.unit, d.period)))
            select cover from expected where cover not in (select unnest(covers) from notice where jurisdiction = @jurisdiction) order by cover limit 1000
            """;
        return [.. await connection.QueryAsync<string>(new CommandDefinition(sql, new { jurisdiction, from, to, grace }, cancellationToken: cancel))];
    }
}
