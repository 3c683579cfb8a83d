using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>Reads the public chain for handing it out, and keeps its signed heads and the key.</summary>
public static class LedgerTable
{
    /// <summary>Links after one, in order. What was withdrawn or withheld since comes without content: its hash alone keeps the chain whole.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> AfterAsync(NpgsqlConnection connection, string jurisdiction, long after, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<LedgerRow>(new CommandDefinition(
            """
            select e.sequence, e.kind, e.key, e.version, e.act, e.day, e.at,
                   case when e.act = 'withhold' or e.version >= r.shown_from or e.act = 'withdraw' and r.state <> 'withheld' then e.content end as content,
                   e.content_hash, e.previous, e.hash
            from public_entry e join public_record r on r.jurisdiction = e.jurisdiction and r.kind = e.kind and r.key = e.key
            where e.jurisdiction = @jurisdiction and e.sequence > @after order by e.sequence limit @most
            """, new { jurisdiction, after, most }, cancellationToken: cancel))];

    /// <summary>The end of a chain; null when nothing was ever published.</summary>
    public static Task<(long Sequence, string Hash)?> EndAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<(long, string)?>(new CommandDefinition(
            "select sequence, hash from public_entry where jurisdiction = @jurisdiction order by sequence desc limit 1", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>The heads that cover links after one, up to another.</summary>
    public static async Task<IReadOnlyList<LedgerHeadRow>> HeadsAsync(NpgsqlConnection connection, string jurisdiction, long after, long upTo, CancellationToken cancel) =>
        [.. await connection.QueryAsync<LedgerHeadRow>(new CommandDefinition(
            "select day, sequence, head, signature from ledger_head where jurisdiction = @jurisdiction and sequence > @after and sequence <= @upTo order by day",
            new { jurisdiction, after, upTo }, cancellationToken: cancel))];

    /// <summary>The newest head; null when none was signed yet.</summary>
    public static Task<LedgerHeadRow?> NewestHeadAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<LedgerHeadRow>(new CommandDefinition(
            "select day, sequence, head, signature from ledger_head where jurisdiction = @jurisdiction order by day desc limit 1", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>Keeps a head; one of the same day gives way to one that covers more.</summary>
    public static Task KeepHeadAsync(NpgsqlConnection connection, string jurisdiction, LedgerHeadRow head, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into ledger_head (jurisdiction, day, sequence, head, signature) values (@jurisdiction, @Day, @Sequence, @Head, @Signature)
            on conflict (jurisdiction, day) do update set sequence = excluded.sequence, head = excluded.head, signature = excluded.signature
            where ledger_head.sequence < excluded.sequence
            """, new { jurisdiction, head.Day, head.Sequence, head.Head, head.Signature }, cancellationToken: cancel));

    /// <summary>The key that signs; null before the first head.</summary>
    public static Task<LedgerKeyRow?> KeyAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<LedgerKeyRow>(new CommandDefinition("select private_key, public_key from ledger_key", cancellationToken: cancel));

    /// <summary>Keeps a new key, unless another node was faster; gives the one that is kept.</summary>
    public static async Task<LedgerKeyRow> KeepKeyAsync(NpgsqlConnection connection, LedgerKeyRow key, DateTimeOffset now, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into ledger_key values (1, @PrivateKey, @PublicKey, @now) on conflict do nothing", new { key.PrivateKey, key.PublicKey, now }, cancellationToken: cancel));
        return (await KeyAsync(connection, cancel))!;
    }
}
