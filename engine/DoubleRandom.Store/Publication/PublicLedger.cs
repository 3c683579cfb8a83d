using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>The public chain: written in the transaction of the act that it tells of.</summary>
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
        NpgsqlConnection connection, string jurisdiction, Statement statement, IReadOnlyDictionary<string, byte[]> files, DateTimeOffset at, CancellationToken cancel)
    {
        var content = StatementContent.Of(statement);
        CheckFiles(statement, files);
        var end = await EndAsync(connection, jurisdiction, cancel);
        var before = await StandingAsync(connection, jurisdiction, statement, cancel);
        CheckStanding(statement, before);
        var entry = Linked(jurisdiction, statement, content, before?.Version ?? 0, end, at);
        await InsertAsync(connection, entry, content, cancel);
        await StandAsync(connection, entry, statement, before, cancel);
        if (statement.Act is StatementAct.Publish or StatementAct.Correct)
            await KeepAsync(connection, statement, files, cancel);
        return entry;
    }

    /// <summary>Takes the chain's end for this transaction; taking it again costs nothing.</summary>
    public static Task LockAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtextextended('public:' || @jurisdiction, 0))", new { jurisdiction }, cancellationToken: cancel));

    private static void CheckFiles(Statement statement, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var file in statement.Files)
            if (!files.TryGetValue(file.Name, out var bytes) || StatementFile.Of(file.Name, file.MediaType, bytes) != file)
                throw new ArgumentException($"The bytes of '{file.Name}' of '{statement.Key}' are missing or others than stated.", nameof(files));
    }

    private static void CheckStanding(Statement statement, Standing? before)
    {
        if (statement.Act is StatementAct.Correct or StatementAct.Withdraw && before is not { IsShown: true })
            throw new ArgumentException($"'{statement.Key}' is not shown: it can be neither corrected nor withdrawn.", nameof(statement));
    }

    private static async Task<(long Sequence, string Hash)> EndAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        await LockAsync(connection, jurisdiction, cancel);
        const string sql = "select sequence, hash from public_entry where jurisdiction = @jurisdiction order by sequence desc limit 1";
        return await connection.QuerySingleOrDefaultAsync<(long, string)?>(new CommandDefinition(sql, new { jurisdiction }, cancellationToken: cancel)) ?? (0, PublicEntry.Beginning);
    }

    private static Task<Standing?> StandingAsync(NpgsqlConnection connection, string jurisdiction, Statement statement, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<Standing>(new CommandDefinition(
            "select version, state, title, unit, code, shown_from from public_record where jurisdiction = @jurisdiction and kind = @kind and key = @Key",
            new { jurisdiction, kind = statement.Kind.Word(), statement.Key }, cancellationToken: cancel));

    private static PublicEntry Linked(string jurisdiction, Statement statement, StatementContent content, int version, (long Sequence, string Hash) end, DateTimeOffset at)
    {
        var microseconds = new DateTimeOffset(at.UtcTicks - at.UtcTicks % 10, TimeSpan.Zero);
        var entry = new PublicEntry(jurisdiction, end.Sequence + 1, statement.Kind, statement.Key, version + 1, statement.Act, statement.On, microseconds, content.Sha256, end.Hash, "");
        return entry with { Hash = entry.Expected() };
    }

    private static Task InsertAsync(NpgsqlConnection connection, PublicEntry entry, StatementContent content, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into public_entry (jurisdiction, sequence, kind, key, version, act, day, at, content, content_hash, previous, hash)
            values (@Jurisdiction, @Sequence, @kind, @Key, @Version, @act, @On, @At, @Json, @Content, @Previous, @Hash)
            """,
            new { entry.Jurisdiction, entry.Sequence, kind = entry.Kind.Word(), entry.Key, entry.Version, act = entry.Act.Word(), entry.On, entry.At, content.Json, entry.Content, entry.Previous, entry.Hash },
            cancellationToken: cancel));

    /// <summary>What was taken back or withheld is not shown any more, neither it nor any version before; a withheld record keeps no words at all.</summary>
    private static Task StandAsync(NpgsqlConnection connection, PublicEntry entry, Statement statement, Standing? before, CancellationToken cancel)
    {
        var isWithheld = statement.Act == StatementAct.Withhold;
        var isShown = statement.Act is StatementAct.Publish or StatementAct.Correct;
        var title = isWithheld ? "" : statement.Title;
        var row = new
        {
            entry.Jurisdiction,
            kind = entry.Kind.Word(),
            entry.Key,
            entry.Version,
            entry.Sequence,
            entry.On,
            entry.At,
            title,
            shownFrom = isShown ? before?.ShownFrom ?? 1 : entry.Version + 1,
            state = entry.Act.State().Word(),
            unit = isWithheld ? null : statement.Unit ?? before?.Unit,
            code = isWithheld ? null : isShown ? CodeOf(statement.Body) : before?.Code,
            grams = NameGrams.Of(title),
        };
        return connection.ExecuteAsync(new CommandDefinition(
            """
            insert into public_record (jurisdiction, kind, key, version, sequence, shown_from, state, day, first_on, unit, code, title, grams, changed_at)
            values (@Jurisdiction, @kind, @Key, @Version, @Sequence, @shownFrom, @state, @On, @On, @unit, @code, @title, @grams, @At)
            on conflict (jurisdiction, kind, key) do update set version = excluded.version, sequence = excluded.sequence, shown_from = excluded.shown_from, state = excluded.state,
                day = excluded.day, unit = excluded.unit, code = excluded.code, title = excluded.title, grams = excluded.grams, changed_at = excluded.changed_at
            """, row, cancellationToken: cancel));
    }

    /// <summary>The code of the target that a body speaks of.</summary>
    private static string? CodeOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("target", out var target) && target.ValueKind == JsonValueKind.Object
            && target.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
    }

    private static async Task KeepAsync(NpgsqlConnection connection, Statement statement, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        foreach (var file in statement.Files)
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into public_file (sha256, content) values (@Sha256, @content) on conflict do nothing", new { file.Sha256, content = files[file.Name] }, cancellationToken: cancel));
    }

    private sealed record Standing(int Version, string State, string Title, string? Unit, string? Code, int ShownFrom)
    {
        public bool IsShown => StatementWords.StateOf(State) is PublicState.Published or PublicState.Corrected;
    }
}
