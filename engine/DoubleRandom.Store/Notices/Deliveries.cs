using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Notices;

/// <summary>A delivery that is to be tried now, with what it carries.</summary>
public sealed record PendingDelivery(
    long Notice, string Channel, string Address, int Attempts, string Key, string Jurisdiction, string Language, string Subject, string Body, DateTimeOffset CreatedAt,
    string Obligation, string Unit, string Period, string Kind);

/// <summary>A delivery that was given up.</summary>
public sealed record DeadLetter(long Notice, string Channel, string Address, int Attempts, string? LastError, string Jurisdiction, string RecipientUnit, string Subject, DateTimeOffset CreatedAt);

/// <summary>One way out of a notice, and what became of it.</summary>
/// <param name="Notice">Number of the notice.</param>
/// <param name="Channel"><c>mail</c> or <c>webhook</c>.</param>
/// <param name="Address">Where to.</param>
/// <param name="State"><c>pending</c>, <c>delivered</c> or <c>dead</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When it will be tried again (UTC); null unless pending.</param>
/// <param name="LastError">What went wrong last; null when nothing did.</param>
/// <param name="DeliveredAt">When it arrived (UTC).</param>
public sealed record DeliveryRow(
    long Notice, string Channel, string Address, string State, int Attempts, DateTimeOffset? NextAttemptAt, string? LastError, DateTimeOffset? DeliveredAt);

/// <summary>The ways out of a notice: one row per channel and address, tried until it succeeds or is given up in sight of everybody.</summary>
public static class Deliveries
{
    /// <summary>Claims deliveries whose time has come by setting their next attempt ahead: a node that dies leaves them to be tried again then.</summary>
    public static async Task<IReadOnlyList<PendingDelivery>> ClaimAsync(NpgsqlConnection connection, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel)
    {
        const string sql = """
            with claimed as (
                select notice, channel, address from delivery where state = 'pending' and next_attempt_at <= @now
                order by next_attempt_at limit @most for update skip locked)
            update delivery d set next_attempt_at = @until, attempts = attempts + 1
            from claimed c join notice n on n.id = c.notice
            where (d.notice, d.channel, d.address) = (c.notice, c.channel, c.address)
            returning d.notice, d.channel, d.address, d.attempts, n.key, n.jurisdiction, n.language, n.subject, n.body, n.created_at, n.obligation, n.unit, n.period, n.kind
            """;
        return [.. await connection.QueryAsync<PendingDelivery>(new CommandDefinition(sql, new { now, until = now + lease, most }, cancellationToken: cancel))];
    }

    /// <summary>Notes what became of an attempt; a failure that comes after its lease ended, when another node tried again, is no news.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="delivery">The delivery tried.</param>
    /// <param name="state"><c>delivered</c>, <c>pending</c> or <c>dead</c>.</param>
    /// <param name="nextAttemptAt">When to try again; null unless pending.</param>
    /// <param name="error">What went wrong; null when delivered.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task NoteAsync(
        NpgsqlConnection connection, PendingDelivery delivery, string state, DateTimeOffset? nextAttemptAt, string? error, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update delivery set state = @state, next_attempt_at = @nextAttemptAt, last_error = @error, delivered_at = case when @state = 'delivered' then @now end
            where (notice, channel, address) = (@Notice, @Channel, @Address)
              and (@state = 'delivered' or state = 'pending' and attempts = @Attempts)
            """, new { delivery.Notice, delivery.Channel, delivery.Address, delivery.Attempts, state, nextAttemptAt, error, now }, cancellationToken: cancel));

    /// <summary>The ways on which one notice went out.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> OfAsync(NpgsqlConnection connection, long notice, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DeliveryRow>(new CommandDefinition(
            """
            select notice, channel, address, state, attempts, next_attempt_at, last_error, delivered_at
            from delivery where notice = @notice order by channel, address limit 200
            """, new { notice }, cancellationToken: cancel))];

    /// <summary>The newest dead letters.</summary>
    public static async Task<IReadOnlyList<DeadLetter>> DeadAsync(NpgsqlConnection connection, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DeadLetter>(new CommandDefinition(
            """
            select d.notice, d.channel, d.address, d.attempts, d.last_error, n.jurisdiction, n.recipient_unit, n.subject, n.created_at
            from delivery d join notice n on n.id = d.notice where d.state = 'dead' order by d.notice desc limit @most
            """, new { most }, cancellationToken: cancel))];

    /// <summary>Gives a dead letter another round of attempts.</summary>
    public static Task<int> RetryAsync(NpgsqlConnection connection, long notice, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("update delivery set state = 'pending', attempts = 0, next_attempt_at = @now where notice = @notice and state = 'dead'", new { notice, now }, cancellationToken: cancel));
}
