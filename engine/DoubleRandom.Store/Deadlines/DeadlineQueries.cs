using Dapper;
using DoubleRandom.Core.Planning;
using Npgsql;

namespace DoubleRandom.Store.Deadlines;

/// <summary>What to look for among the deadlines; null asks for any.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Status">A status, or <c>overdue</c>.</param>
/// <param name="From">First due day.</param>
/// <param name="To">Last due day.</param>
/// <param name="Offset">How many to leave out.</param>
/// <param name="Limit">How many at most; bounded by <see cref="MostRows"/>.</param>
public sealed record DeadlineFilter(
    string? Jurisdiction = null, string? Unit = null, string? Obligation = null, string? Status = null, DateOnly? From = null, DateOnly? To = null, int Offset = 0, int Limit = 100)
{
    /// <summary>The largest page.</summary>
    public const int MostRows = 1000;
}

/// <summary>Reads deadlines for pages and the API: every query has an index and a bound.</summary>
public static class DeadlineQueries
{
    /// <summary>A page of deadlines by due day, and how many there are in all.</summary>
    public static async Task<(IReadOnlyList<DeadlineRow> Rows, long Total)> FindAsync(NpgsqlConnection connection, DeadlineFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        const string where = """
            from deadline
            where (@Jurisdiction::text is null or jurisdiction = @Jurisdiction) and (@Unit::text is null or unit = @Unit) and (@Obligation::text is null or obligation = @Obligation)
              and (@From::date is null or due_on >= @From) and (@To::date is null or due_on <= @To)
              and (@Status::text is null and status <> 'withdrawn' or status = @Status or @Status = 'overdue' and status = 'open' and strength = 'must' and due_at <= @now and (handed_in_at is null or handed_in_at > due_at))
            """;
        const string sql = $"""
            select count(*) {where};
            select * {where} order by due_on, jurisdiction, obligation, unit, period offset @Offset limit @limit;
            """;
        var parameters = new
        {
            filter.Jurisdiction,
            filter.Unit,
            filter.Obligation,
            filter.Status,
            filter.From,
            filter.To,
            Offset = Math.Max(0, filter.Offset),
            now,
            limit = Math.Clamp(filter.Limit, 1, DeadlineFilter.MostRows),
        };
        await using var reader = await connection.QueryMultipleAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        var total = await reader.ReadSingleAsync<long>();
        return ([.. await reader.ReadAsync<DeadlineRow>()], total);
    }

    /// <summary>One deadline, or null.</summary>
    public static Task<DeadlineRow?> GetAsync(NpgsqlConnection connection, DeadlineKey key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<DeadlineRow>(new CommandDefinition(
            "select * from deadline where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period)", key, cancellationToken: cancel));

    /// <summary>One deadline, locked until the transaction ends, or null.</summary>
    public static Task<DeadlineRow?> LockAsync(NpgsqlConnection connection, DeadlineKey key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<DeadlineRow>(new CommandDefinition(
            "select * from deadline where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period) for update", key, cancellationToken: cancel));

    /// <summary>What a calendar shows, withdrawn deadlines included, so that a program that has them strikes them out; by due day.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="unit">Who owes; null for all.</param>
    /// <param name="from">First due day.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<DeadlineRow>> CalendarAsync(NpgsqlConnection connection, string jurisdiction, string? unit, DateOnly from, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DeadlineRow>(new CommandDefinition(
            """
            select * from deadline where jurisdiction = @jurisdiction and due_on >= @from and status <> 'history' and (@unit::text is null or unit = @unit)
            order by due_on, obligation, unit, period limit @most
            """, new { jurisdiction, unit, from, most }, cancellationToken: cancel))];

    /// <summary>Settles a deadline (met, met-late or waived) and stops its ladder.</summary>
    public static Task SettleAsync(NpgsqlConnection connection, DeadlineKey key, string status, string? reason, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update deadline set status = @status, settled_at = @now, changed_at = @now, next_rung_at = null, reason = coalesce(@reason, reason)
            where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period)
            """, new { key.Jurisdiction, key.Obligation, key.Unit, key.Period, status, reason, now }, cancellationToken: cancel));

    /// <summary>Gives a deadline a later day and the ladder of that day; the ladder rests while something waits for the receiver.</summary>
    public static Task ExtendAsync(NpgsqlConnection connection, PlannedDeadline extended, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        var first = extended.FirstRung(now);
        return connection.ExecuteAsync(new CommandDefinition(
            """
            update deadline set extended_on = @DueOn, due_on = @DueOn, due_at = @DueAt, digest = @Digest, rung_ids = @ids, rung_at = @at, first_rung = @first, next_rung = @first,
                   next_rung_at = case when exists (select 1 from submission s where s.state = 'submitted'
                                                    and (s.jurisdiction, s.obligation, s.unit, s.period) = (@Jurisdiction, @Obligation, @Unit, @Period)) then null else @next end,
                   reason = @reason, revision = revision + 1, changed_at = @now
            where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period)
            """,
            new
            {
                extended.Key.Jurisdiction,
                extended.Key.Obligation,
                extended.Key.Unit,
                extended.Key.Period,
                extended.Deadline.DueOn,
                extended.DueAt,
                extended.Digest,
                reason,
                first,
                now,
                ids = extended.Deadline.Ladder.Select(rung => rung.Id).ToArray(),
                at = extended.RungAt.Select(at => at.UtcDateTime).ToArray(),
                next = first < extended.RungAt.Count ? extended.RungAt[first] : (DateTimeOffset?)null,
            }, cancellationToken: cancel));
    }

    /// <summary>Lets the ladder rest while something that was handed in waits for the receiver.</summary>
    public static Task PauseAsync(NpgsqlConnection connection, DeadlineKey key, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update deadline set next_rung_at = null, handed_in_at = coalesce(handed_in_at, @now) where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period)",
            new { key.Jurisdiction, key.Obligation, key.Unit, key.Period, now }, cancellationToken: cancel));

    /// <summary>Takes the ladder up again after something was sent back, at the first rung that is still to come; not while something else waits for the receiver.</summary>
    public static Task ResumeAsync(NpgsqlConnection connection, DeadlineKey key, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update deadline d set next_rung = n.place, first_rung = n.place, next_rung_at = d.rung_at[n.place + 1], handed_in_at = null
            from (select count(*)::smallint as place from deadline, unnest(rung_at) at
                  where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period) and at <= @now) n
            where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period) and d.status = 'open'
              and not exists (select 1 from submission s where s.state = 'submitted'
                              and (s.jurisdiction, s.obligation, s.unit, s.period) = (@Jurisdiction, @Obligation, @Unit, @Period))
            """, new { key.Jurisdiction, key.Obligation, key.Unit, key.Period, now }, cancellationToken: cancel));
}
