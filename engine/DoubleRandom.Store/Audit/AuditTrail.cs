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
        // In the order of the jurisdictions, so that two transactions never wait for each other in a circle.
        const string last = """
            select pg_advisory_xact_lock(hashtextextended('audit:' || jurisdiction, 0)) from unnest(@jurisdictions) as jurisdiction;
            select a.jurisdiction, a.sequence, a.hash from unnest(@jurisdictions) as of,
                   lateral (select * from audit_entry where jurisdiction = of order by sequence desc limit 1) a;
            """;
        var jurisdictions = entries.Select(entry => entry.Jurisdiction).Order(StringComparer.Ordinal).ToArray();
        await using var reader = await connection.QueryMultipleAsync(new CommandDefinition(last, new { jurisdictions }, cancellationToken: cancel));
        await reader.ReadAsync();
        var ends = (await reader.ReadAsync<(string Jurisdiction, long Sequence, byte[] Hash)>()).ToDictionary(end => end.Jurisdiction, end => (end.Sequence, end.Hash), StringComparer.Ordinal);
        await reader.DisposeAsync();
        await InsertAsync(connection, [.. entries.Select(entry => Linked(entry, ends.GetValueOrDefault(entry.Jurisdiction, (AuditReach.Start.Sequence, AuditReach.Start.Hash))))], cancel);
    }

    private static AuditEntry Linked(AuditEntry entry, (long Sequence, byte[] Hash) end)
    {
        var microseconds = new DateTimeOffset(entry.At.UtcTicks - entry.At.UtcTicks % 10, TimeSpan.Zero);
        var linked = entry with { Sequence = end.Sequence + 1, At = microseconds, Previous = end.Hash };
        return linked with { Hash = linked.Expected() };
    }

    private static Task InsertAsync(NpgsqlConnection connection, AuditEntry[] entries, CancellationToken cancel)
    {
        const string insert = "insert into audit_entry select * from unnest(@jurisdictions, @sequences, @at, @actors, @actions, @subjects, @details, @previous, @hashes)";
        var columns = new
        {
            jurisdictions = Column(entry => entry.Jurisdiction),
            sequences = Column(entry => entry.Sequence),
            at = Column(entry => entry.At),
            actors = Column(entry => entry.Actor),
            actions = Column(entry => entry.Action),
            subjects = Column(entry => entry.Subject),
            details = Column(entry => entry.Detail),
            previous = Column(entry => entry.Previous),
            hashes = Column(entry => entry.Hash),
        };
        return connection.ExecuteAsync(new CommandDefinition(insert, columns, cancellationToken: cancel));

        T[] Column<T>(Func<AuditEntry, T> of) => Array.ConvertAll(entries, entry => of(entry));
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
