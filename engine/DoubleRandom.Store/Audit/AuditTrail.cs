using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Audit;

/// <summary>One link of a jurisdiction's audit chain (留痕).</summary>
/// <param name="Jurisdiction">The chain it belongs to.</param>
/// <param name="Sequence">Its place, from 1, without gap.</param>
/// <param name="At">When (UTC, microseconds).</param>
/// <param name="Actor">Who: a person's name, or <c>system</c>.</param>
/// <param name="Action">What was done: <c>pack.adopted</c>, <c>deadline.waived</c>, <c>notices.written</c>…</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">The particulars, as JSON or a sentence.</param>
/// <param name="Previous">Hash of the link before; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over everything above.</param>
public sealed record AuditEntry(
    string Jurisdiction, long Sequence, DateTimeOffset At, string Actor, string Action, string Subject, string Detail, byte[] Previous, byte[] Hash)
{
    /// <summary>The hash that the content demands.</summary>
    public byte[] Expected() => SHA256.HashData(
    [
        .. Previous,
        .. Encoding.UTF8.GetBytes(string.Join('\u001f', Jurisdiction, Sequence.ToString(CultureInfo.InvariantCulture), At.UtcTicks / 10, Actor, Action, Subject, Detail)),
    ]);
}

/// <summary>The audit chain: written in the transaction of the change it tells of, verifiable by anybody who has the rows.</summary>
public static class AuditTrail
{
    /// <summary>Appends a link. The chain's end is locked until the transaction ends, so that links never fork.</summary>
    public static Task AppendAsync(
        NpgsqlConnection connection, string jurisdiction, DateTimeOffset at, string actor, string action, string subject, string detail, CancellationToken cancel) =>
        AppendAsync(connection, [new(jurisdiction, 0, at, actor, action, subject, detail, [], [])], cancel);

    /// <summary>Appends a link to each of several chains: sequence, previous and hash are found here. No two entries may be of one jurisdiction.</summary>
    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancel)
    {
        if (entries.Count == 0)
            return;
        var ends = await EndsAsync(connection, [.. entries.Select(entry => entry.Jurisdiction).Order(StringComparer.Ordinal)], cancel);
        await InsertAsync(connection, [.. entries.Select(entry => Linked(entry, ends.GetValueOrDefault(entry.Jurisdiction, (AuditReach.Start.Sequence, AuditReach.Start.Hash))))], cancel);
    }

    /// <summary>Locks the ends of chains and tells them. In the order of the jurisdictions, so that two transactions never wait for each other in a circle.</summary>
    private static async Task<Dictionary<string, (long Sequence, byte[] Hash)>> EndsAsync(NpgsqlConnection connection, string[] jurisdictions, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended('audit:' || jurisdiction, 0)) from unnest($1) as jurisdiction") { Parameters = { new() { Value = jurisdictions } } },
                new("""
                    select a.jurisdiction, a.sequence, a.hash from unnest($1) as of,
                           lateral (select * from audit_entry where jurisdiction = of order by sequence desc limit 1) a
                    """) { Parameters = { new() { Value = jurisdictions } } },
            },
        };
        await batch.PrepareAsync(cancel); // Whatever changes, a link is appended: a connection plans these once.
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        var ends = new Dictionary<string, (long, byte[])>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
            ends.Add(reader.GetString(0), (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        return ends;
    }

    private static AuditEntry Linked(AuditEntry entry, (long Sequence, byte[] Hash) end)
    {
        var microseconds = new DateTimeOffset(entry.At.UtcTicks - entry.At.UtcTicks % 10, TimeSpan.Zero);
        var linked = entry with { Sequence = end.Sequence + 1, At = microseconds, Previous = end.Hash };
        return linked with { Hash = linked.Expected() };
    }

    private static async Task InsertAsync(NpgsqlConnection connection, AuditEntry[] entries, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("insert into audit_entry select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)", connection)
        {
            Parameters =
            {
                Column(entry => entry.Jurisdiction), Column(entry => entry.Sequence), Column(entry => entry.At.UtcDateTime), Column(entry => entry.Actor), Column(entry => entry.Action),
                Column(entry => entry.Subject), Column(entry => entry.Detail), Column(entry => entry.Previous), Column(entry => entry.Hash),
            },
        };
        await command.PrepareAsync(cancel);
        await command.ExecuteNonQueryAsync(cancel);

        NpgsqlParameter Column<T>(Func<AuditEntry, T> of) => new() { Value = Array.ConvertAll(entries, entry => of(entry)) };
    }

    /// <summary>The newest links of a chain.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> NewestAsync(NpgsqlConnection connection, string jurisdiction, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<AuditEntry>(new CommandDefinition("select * from audit_entry where jurisdiction = @jurisdiction order by sequence desc limit @most", new { jurisdiction, most }, cancellationToken: cancel))];

    /// <summary>The first link that does not fit, or null when the whole chain holds.</summary>
    public static async Task<long?> FirstBrokenAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        (await FollowAsync(connection, jurisdiction, AuditReach.Start, long.MaxValue, cancel)).Broken;

    /// <summary>Follows a chain on from where it was followed to, so that a long one can be checked a stretch at a time.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The chain.</param>
    /// <param name="from">How far it was followed; <see cref="AuditReach.Start"/> begins.</param>
    /// <param name="most">How many links at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<AuditReach> FollowAsync(NpgsqlConnection connection, string jurisdiction, AuditReach from, long most, CancellationToken cancel)
    {
        var (reach, left) = (from, most);
        const string sql = "select * from audit_entry where jurisdiction = @jurisdiction and sequence > @Sequence order by sequence limit @most";
        await foreach (var entry in connection.QueryUnbufferedAsync<AuditEntry>(sql, new { jurisdiction, from.Sequence, most }).WithCancellation(cancel))
        {
            if (entry.Sequence != reach.Sequence + 1 || !entry.Previous.AsSpan().SequenceEqual(reach.Hash) || !entry.Hash.AsSpan().SequenceEqual(entry.Expected()))
                return reach with { Broken = entry.Sequence };
            (reach, left) = (reach with { Sequence = entry.Sequence, Hash = entry.Hash }, left - 1);
        }

        return reach with { IsEnd = left > 0 };
    }
}
