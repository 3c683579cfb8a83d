using Dapper;
using DoubleRandom.Core.Publication;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>The public chain: written in the transaction of the act that it tells of. Nothing about persons passes it, whoever states it.</summary>
public static class PublicLedger
{
    /// <summary>Appends a statement. The chain's end is locked until the transaction ends, so that links never fork.</summary>
    /// <param name="connection">Inside the transaction of what is stated.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="statement">What is said. Correcting and withdrawing need a record that is shown.</param>
    /// <param name="files">The bytes of each of the statement's files, by name.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new link.</returns>
    /// <exception cref="ArgumentException">The statement cannot stand, or a file's bytes are missing or others than stated; nothing was written.</exception>
    public static async Task<PublicEntry> AppendAsync(
        NpgsqlConnection connection, string jurisdiction, Statement statement, IReadOnlyDictionary<string, byte[]> files, DateTimeOffset at, CancellationToken cancel) =>
        (await AppendAsync(connection, jurisdiction, [new(statement) { Files = files }], at, cancel))[0];

    /// <summary>Appends statements in order, all at once: a task with thousands of targets is one write.</summary>
    /// <param name="connection">Inside the transaction of what is stated.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="drafts">What is said; one may speak of what another one before it said.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The new links, in order.</returns>
    /// <exception cref="ArgumentException">One of the statements cannot stand, or a file's bytes are missing or others than stated; nothing was written.</exception>
    public static async Task<IReadOnlyList<PublicEntry>> AppendAsync(
        NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<StatementDraft> drafts, DateTimeOffset at, CancellationToken cancel)
    {
        if (drafts.Count == 0)
            return [];
        var discretion = await PersonalWords.OfAsync(connection, jurisdiction, cancel);
        var end = await EndAsync(connection, jurisdiction, cancel);
        var before = await Standing.OfAsync(connection, jurisdiction, drafts.Select(draft => draft.Statement), cancel);
        var (links, after) = (new List<Link>(drafts.Count), new Dictionary<(string, string), PublicRecordRow>());
        foreach (var draft in drafts)
        {
            CheckFiles(draft);
            var (statement, place) = (discretion.Without(draft.Statement), (draft.Statement.Kind.Word(), draft.Statement.Key));
            var standing = after.GetValueOrDefault(place) ?? before.GetValueOrDefault(place);
            var link = Linked(jurisdiction, statement, standing, end, at);
            (end, after[place]) = ((link.Entry.Sequence, link.Entry.Hash), Standing.After(link.Entry, link.Json, statement, standing));
            links.Add(link);
        }

        await InsertAsync(connection, jurisdiction, links, cancel);
        await Standing.SaveAsync(connection, jurisdiction, after.Values, cancel);
        await KeepAsync(connection, drafts, cancel);
        return [.. links.Select(link => link.Entry)];
    }

    /// <summary>Takes the chain's end for this transaction; taking it again costs nothing.</summary>
    public static Task LockAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtextextended('public:' || @jurisdiction, 0))", new { jurisdiction }, cancellationToken: cancel));

    private static void CheckFiles(StatementDraft draft)
    {
        foreach (var file in draft.Statement.Files)
            if (!draft.Files.TryGetValue(file.Name, out var bytes) || StatementFile.Of(file.Name, file.MediaType, bytes) != file)
                throw new ArgumentException($"The bytes of '{file.Name}' of '{draft.Statement.Key}' are missing or others than stated.", nameof(draft));
    }

    private static async Task<(long Sequence, string Hash)> EndAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        await LockAsync(connection, jurisdiction, cancel);
        return await LedgerTable.EndAsync(connection, jurisdiction, cancel) ?? (0, PublicEntry.Beginning);
    }

    private static Link Linked(string jurisdiction, Statement statement, PublicRecordRow? before, (long Sequence, string Hash) end, DateTimeOffset at)
    {
        var content = StatementContent.Of(statement);
        if (statement.Act is StatementAct.Correct or StatementAct.Withdraw && before is not { State: "published" or "corrected" })
            throw new ArgumentException($"'{statement.Key}' is not shown: it can be neither corrected nor withdrawn.", nameof(statement));
        var microseconds = new DateTimeOffset(at.UtcTicks - at.UtcTicks % 10, TimeSpan.Zero);
        var entry = new PublicEntry(jurisdiction, end.Sequence + 1, statement.Kind, statement.Key, (before?.Version ?? 0) + 1, statement.Act, statement.On, microseconds, content.Sha256, end.Hash, "");
        return new(entry with { Hash = entry.Expected() }, content.Json);
    }

    private static Task InsertAsync(NpgsqlConnection connection, string jurisdiction, List<Link> links, CancellationToken cancel)
    {
        const string sql = """
            insert into public_entry (jurisdiction, sequence, kind, key, version, act, day, at, content, content_hash, previous, hash)
            select @jurisdiction, sequence, kind, key, version, act, day, @At, content, content_hash, previous, hash
            from unnest(@sequences, @kinds, @keys, @versions, @acts, @days, @contents, @contentHashes, @previous, @hashes)
                 as e (sequence, kind, key, version, act, day, content, content_hash, previous, hash)
            """;
        var parameters = new
        {
            jurisdiction,
            links[0].Entry.At,
            sequences = Of(links, link => link.Entry.Sequence),
            kinds = Of(links, link => link.Entry.Kind.Word()),
            keys = Of(links, link => link.Entry.Key),
            versions = Of(links, link => link.Entry.Version),
            acts = Of(links, link => link.Entry.Act.Word()),
            days = Of(links, link => link.Entry.On),
            contents = Of(links, link => link.Json),
            contentHashes = Of(links, link => link.Entry.Content),
            previous = Of(links, link => link.Entry.Previous),
            hashes = Of(links, link => link.Entry.Hash),
        };
        return connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
    }

    private static async Task KeepAsync(NpgsqlConnection connection, IReadOnlyCollection<StatementDraft> drafts, CancellationToken cancel)
    {
        foreach (var draft in drafts.Where(draft => draft.Statement.Act is StatementAct.Publish or StatementAct.Correct))
            foreach (var file in draft.Statement.Files)
                await connection.ExecuteAsync(new CommandDefinition(
                    "insert into public_file (sha256, content) values (@Sha256, @content) on conflict do nothing", new { file.Sha256, content = draft.Files[file.Name] }, cancellationToken: cancel));
    }

    private static TValue[] Of<TValue>(List<Link> links, Func<Link, TValue> value) => [.. links.Select(value)];

    /// <summary>A link with the canonical JSON that it names.</summary>
    private sealed record Link(PublicEntry Entry, string Json);
}
