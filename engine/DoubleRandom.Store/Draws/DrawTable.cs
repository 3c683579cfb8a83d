using System.Security.Cryptography;
using Dapper;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Store.Draws;

/// <summary>Draws with their files, picks and assignments. All of it is written within a turn of the jurisdiction, so that no two servers draw at once.</summary>
public static class DrawTable
{
    /// <summary>The place of the next draw.</summary>
    public static Task<int> NextAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleAsync<int>(new CommandDefinition("select coalesce(max(sequence), 0) + 1 from draw where jurisdiction = @jurisdiction", new { jurisdiction }, cancellationToken: cancel));

    /// <summary>A draw by its number; null when there is none.</summary>
    public static Task<DrawRow?> FindAsync(NpgsqlConnection connection, string jurisdiction, string number, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<DrawRow>(new CommandDefinition($"select {DrawRow.Columns} from draw where jurisdiction = @jurisdiction and number = @number", new { jurisdiction, number }, cancellationToken: cancel));

    /// <summary>Draws of a jurisdiction, the newest first.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="before">Only those with a smaller place, for the next page; null begins with the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<DrawRow>> ListAsync(NpgsqlConnection connection, string jurisdiction, int? before, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DrawRow>(new CommandDefinition(
            $"select {DrawRow.Columns} from draw where jurisdiction = @jurisdiction and sequence < @before order by sequence desc limit @most",
            new { jurisdiction, before = before ?? int.MaxValue, most }, cancellationToken: cancel))];

    /// <summary>The draws made for an instance, in order.</summary>
    public static async Task<IReadOnlyList<DrawRow>> OfInstanceAsync(NpgsqlConnection connection, long instance, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DrawRow>(new CommandDefinition($"select {DrawRow.Columns} from draw where instance = @instance order by sequence", new { instance }, cancellationToken: cancel))];

    /// <summary>Writes a new draw with its files.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, DrawRow draw, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into draw (jurisdiction, sequence, number, what, stage, instance, series, on_day, asked, manifest, manifest_sha256, pepper, salt, witnesses, beacon_round,
                              prepared_by, prepared_unit, prepared_at, supersedes, reason, changed_at)
            values (@Jurisdiction, @Sequence, @Number, @What, @Stage, @Instance, @Series, @OnDay, @Asked::json, @Manifest::json, @ManifestSha256, @Pepper, @Salt, @Witnesses::jsonb, @BeaconRound,
                    @PreparedBy, @PreparedUnit, @PreparedAt, @Supersedes, @Reason, @ChangedAt)
            """, draw, cancellationToken: cancel));
        await AddFilesAsync(connection, draw, files, cancel);
    }

    /// <summary>Writes where the ceremony stands. What was frozen, given or drawn cannot change: the database refuses it.</summary>
    public static Task SaveAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update draw set stage = @Stage, witnesses = @Witnesses::jsonb, beacon = @Beacon, frozen_by = @FrozenBy, frozen_at = @FrozenAt, drawn_by = @DrawnBy, drawn_at = @DrawnAt,
                   dispatched_at = @DispatchedAt, revealed_at = @RevealedAt, record_sha256 = @RecordSha256, superseded_by = @SupersededBy, reason = @Reason, changed_at = @ChangedAt
            where jurisdiction = @Jurisdiction and sequence = @Sequence
            """, draw, cancellationToken: cancel));

    /// <summary>Adds files to a draw; a name that is there already is an error.</summary>
    public static async Task AddFilesAsync(NpgsqlConnection connection, DrawRow draw, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        foreach (var (name, content) in files)
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into draw_file (jurisdiction, sequence, name, content, sha256) values (@Jurisdiction, @Sequence, @name, @content, @sha256)",
                new { draw.Jurisdiction, draw.Sequence, name, content, sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) }, commandTimeout: 0, cancellationToken: cancel));
    }

    /// <summary>A file of a draw; null when it has none of that name.</summary>
    public static Task<DrawFileRow?> FileAsync(NpgsqlConnection connection, DrawRow draw, string name, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<DrawFileRow>(new CommandDefinition(
            "select name, content, sha256 from draw_file where jurisdiction = @Jurisdiction and sequence = @Sequence and name = @name",
            new { draw.Jurisdiction, draw.Sequence, name }, commandTimeout: 0, cancellationToken: cancel));

    /// <summary>The names of a draw's files with their hashes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FilesAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Name, string Sha256)>(new CommandDefinition(
            "select name, sha256 from draw_file where jurisdiction = @Jurisdiction and sequence = @Sequence order by name", new { draw.Jurisdiction, draw.Sequence }, cancellationToken: cancel)))
        .ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal);

    /// <summary>Writes who was drawn and who goes where.</summary>
    public static async Task AddResultAsync(
        NpgsqlConnection connection, DrawRow draw, IReadOnlyCollection<DrawPickRow> picks, IReadOnlyCollection<DrawAssignmentRow> assignments, DateOnly on, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into draw_pick select @Jurisdiction, @Sequence, code, stratum, place, @on from unnest(@codes, @strata, @places) as pick (code, stratum, place)",
            new { draw.Jurisdiction, draw.Sequence, on, codes = Of(picks, pick => pick.Code), strata = Of(picks, pick => pick.Stratum), places = Of(picks, pick => pick.Place) }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into draw_assignment select @Jurisdiction, @Sequence, target, slot, unit, inspector, pseudonym, @on
            from unnest(@targets, @slots, @units, @inspectors, @pseudonyms) as one (target, slot, unit, inspector, pseudonym)
            """,
            new
            {
                draw.Jurisdiction,
                draw.Sequence,
                on,
                targets = Of(assignments, one => one.Target),
                slots = Of(assignments, one => one.Slot),
                units = Of(assignments, one => one.Unit),
                inspectors = Of(assignments, one => one.Inspector),
                pseudonyms = Of(assignments, one => one.Pseudonym),
            }, cancellationToken: cancel));
    }

    /// <summary>For which units a draw has answered a step already; empty stands for its targets.</summary>
    public static async Task<IReadOnlySet<string>> ToldAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        (await connection.QueryAsync<string>(new CommandDefinition("select unit from draw_told where jurisdiction = @Jurisdiction and sequence = @Sequence", new { draw.Jurisdiction, draw.Sequence }, cancellationToken: cancel)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Notes that a draw has answered a step.</summary>
    public static Task TellAsync(NpgsqlConnection connection, DrawRow draw, string unit, int run, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition("insert into draw_told values (@Jurisdiction, @Sequence, @unit, @run)", new { draw.Jurisdiction, draw.Sequence, unit, run }, cancellationToken: cancel));

    /// <summary>Steps of workflows that wait for a draw, the newest first.</summary>
    public static async Task<IReadOnlyList<(long Instance, string Subject, string What)>> WaitingAsync(NpgsqlConnection connection, string jurisdiction, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<(long Instance, string Subject, string What)>(new CommandDefinition(
            "select distinct instance, subject, what from workflow_task where jurisdiction = @jurisdiction and closed_at is null and kind = 'draw' order by instance desc, what limit @most",
            new { jurisdiction, most }, cancellationToken: cancel))];

    /// <summary>The dispatched draws with inspectors for whose instance a step waits for some.</summary>
    public static async Task<IReadOnlyList<string>> AwaitedAsync(NpgsqlConnection connection, string jurisdiction, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            """
            select d.number from draw d
            where d.jurisdiction = @jurisdiction and d.stage in ('dispatched', 'revealed') and d.superseded_by is null
              and exists (select from workflow_task t join draw_assignment a on a.jurisdiction = d.jurisdiction and a.sequence = d.sequence and a.unit = any (t.units)
                          left join draw_told told on told.jurisdiction = d.jurisdiction and told.sequence = d.sequence and told.unit = a.unit
                          where t.instance = d.instance and t.closed_at is null and t.kind = 'draw' and t.what = 'inspectors' and told.run is null)
            order by d.sequence limit @most
            """, new { jurisdiction, most }, cancellationToken: cancel))];

    /// <summary>The abandoned draws that no record has told of yet, their reasons without what is about persons: a record is public. Those that are told of now are marked.</summary>
    public static async Task<IReadOnlyList<(string Number, string Reason)>> TellAbandonedAsync(NpgsqlConnection connection, string jurisdiction, string toldIn, CancellationToken cancel)
    {
        var abandoned = await connection.QueryAsync<(string Number, string Reason, int Sequence)>(new CommandDefinition(
            "update draw set told_in = @toldIn where jurisdiction = @jurisdiction and stage = 'abandoned' and told_in is null returning number, reason, sequence",
            new { jurisdiction, toldIn }, cancellationToken: cancel));
        var discretion = await PersonalWords.OfAsync(connection, jurisdiction, cancel);
        return [.. abandoned.OrderBy(draw => draw.Sequence).Select(draw => (draw.Number, discretion.Without(draw.Reason)))];
    }

    /// <summary>The hash of the record before: that of the draw made last; null for the first.</summary>
    public static Task<string?> LastRecordAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select record_sha256 from draw where jurisdiction = @jurisdiction and record_sha256 is not null order by drawn_at desc, sequence desc limit 1", new { jurisdiction }, cancellationToken: cancel));

    private static TValue[] Of<T, TValue>(IReadOnlyCollection<T> rows, Func<T, TValue> value) => [.. rows.Select(value)];
}
