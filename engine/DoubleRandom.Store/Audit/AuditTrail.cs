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
    public static async Task AppendAsync(
        NpgsqlConnection connection, string jurisdiction, DateTimeOffset at, string actor, string action, string subject, string detail, CancellationToken cancel)
    {
        const string last = """
            select pg_advisory_xact_lock(hashtextextended('audit:' || @jurisdiction, 0));
            select sequence, hash from audit_entry where jurisdiction = @jurisdiction order by sequence desc limit 1;
            """;
        await using var reader = await connection.QueryMultipleAsync(new CommandDefinition(last, new { jurisdiction }, cancellationToken: cancel));
        await reader.ReadAsync();
        var (sequence, previous) = (await reader.ReadAsync<(long, byte[])>()).DefaultIfEmpty((AuditReach.Start.Sequence, AuditReach.Start.Hash)).Single();
        await reader.DisposeAsync();

        var microseconds = new DateTimeOffset(at.UtcTicks - at.UtcTicks % 10, TimeSpan.Zero);
        var entry = new AuditEntry(jurisdiction, sequence + 1, microseconds, actor, action, subject, detail, previous, []);
        const string insert = "insert into audit_entry values (@Jurisdiction, @Sequence, @At, @Actor, @Action, @Subject, @Detail, @Previous, @Hash)";
        await connection.ExecuteAsync(new CommandDefinition(insert, entry with { Hash = entry.Expected() }, cancellationToken: cancel));
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
