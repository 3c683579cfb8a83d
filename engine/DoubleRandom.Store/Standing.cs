using Dapper;
using Npgsql;

namespace DoubleRandom.Store;

/// <summary>How the whole engine stands, in a handful of numbers for health and metrics.</summary>
/// <param name="Open">Open deadlines.</param>
/// <param name="Overdue">Binding ones among them that the clock has closed.</param>
/// <param name="PendingDeliveries">Deliveries still to be made.</param>
/// <param name="DeadLetters">Deliveries given up.</param>
/// <param name="OldestRungAt">When the earliest rung that nobody handled yet falls or fell (UTC); null when none is to come.</param>
public sealed record Standing(long Open, long Overdue, long PendingDeliveries, long DeadLetters, DateTimeOffset? OldestRungAt)
{
    /// <summary>Counts, by indexes made for open deadlines and pending deliveries.</summary>
    public static Task<Standing> OfAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel) =>
        connection.QuerySingleAsync<Standing>(new CommandDefinition(
            """
            select (select count(*) from deadline where status = 'open') as open,
                   (select count(*) from deadline where status = 'open' and strength = 'must' and due_on <= (@now at time zone 'utc')::date + 1 and due_at <= @now) as overdue,
                   (select count(*) from delivery where state = 'pending') as pending_deliveries,
                   (select count(*) from delivery where state = 'dead') as dead_letters,
                   (select min(next_rung_at) from deadline where next_rung_at is not null) as oldest_rung_at
            """, new { now }, cancellationToken: cancel));

    /// <summary>When the earliest rung that nobody handled yet falls or fell (UTC): the cheapest question that proves the database answers.</summary>
    public static async Task<DateTimeOffset?> OldestRungAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // A scalar query would hand the NULL of an empty table to the mapping of instants.
        await using var command = new NpgsqlCommand("select min(next_rung_at) from deadline where next_rung_at is not null", connection);
        return await command.ExecuteScalarAsync(cancel) is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }
}
