using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Directories;

/// <summary>Writes a compared file into its directory: what is different is closed and opened anew, what is equal stays untouched.</summary>
public static class DirectoryRows
{
    /// <summary>So many changes alter what the planner has to know.</summary>
    private const int Many = 10_000;

    /// <summary>Takes the directory for this transaction; false when another import has it.</summary>
    public static Task<bool> TryLockAsync(NpgsqlConnection connection, DirectoryPlace place, CancellationToken cancel) =>
        connection.QuerySingleAsync<bool>(new CommandDefinition("select pg_try_advisory_xact_lock(hashtextextended('directory:' || @Jurisdiction || ':' || @Directory, 0))", place, cancellationToken: cancel));

    /// <summary>Applies the stage.</summary>
    /// <param name="connection">In the transaction of the stage.</param>
    /// <param name="place">The directory.</param>
    /// <param name="import">What is done: <see cref="DirectoryImportRow.Id"/> is found here, and its day is moved to that of the import before when that is later, so that versions never run backwards.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The import as it was recorded.</returns>
    public static async Task<DirectoryImportRow> ApplyAsync(NpgsqlConnection connection, DirectoryPlace place, DirectoryImportRow import, CancellationToken cancel)
    {
        const string record = """
            insert into directory_import (jurisdiction, directory, day, imported_at, imported_by, sha256, lines, added, changed, closed)
            values (@Jurisdiction, @Directory, greatest(@Day, (select day from directory_import where jurisdiction = @Jurisdiction and directory = @Directory order by id desc limit 1)),
                    @ImportedAt, @ImportedBy, @Sha256, @Lines, @Added, @Changed, @Closed)
            returning id, day, imported_at, imported_by, sha256, lines, added, changed, closed
            """;
        var parameters = new { place.Jurisdiction, place.Directory, import.Day, import.ImportedAt, import.ImportedBy, import.Sha256, import.Lines, import.Added, import.Changed, import.Closed };
        var recorded = await connection.QuerySingleAsync<DirectoryImportRow>(new CommandDefinition(record, parameters, cancellationToken: cancel));
        await WriteAsync(connection, place, recorded, cancel);
        return recorded;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, DirectoryPlace place, DirectoryImportRow import, CancellationToken cancel)
    {
        const string changed = $"""
            update directory_row r set valid_to = @Day, closed_by = @Id from directory_stage s
            where {StageComparison.Present} and ((r.code = s.code and r.digest <> s.digest))
            """;
        const string renumbered = $"update directory_row r set valid_to = @Day, closed_by = @Id from directory_stage s where {StageComparison.Present} and r.code = s.former";
        const string missing = $"update directory_row r set valid_to = @Day, closed_by = @Id where {StageComparison.Present} and {StageComparison.IsMissing}";
        const string opened = $"""
            insert into directory_row (jurisdiction, directory, code, opened_by, valid_from, former, name, area, industry, class, unit, groups, grams, digest, content)
            select @Jurisdiction, @Directory, s.code, @Id, @Day, s.former, s.name, s.area, s.industry, s.class, s.unit, s.groups, s.grams, s.digest, s.content
            from directory_stage s where not exists (select 1 from directory_row r where {StageComparison.Present} and r.code = s.code) order by s.code
            """;
        var steps = new List<string>();
        if (import.Changed > 0)
            steps.AddRange([changed, renumbered]);
        if (import.Closed > 0)
            steps.Add(missing);
        if (import.Added + import.Changed > 0)
            steps.Add(opened);
        if (import.Added + import.Changed + import.Closed >= Many)
            steps.Add("analyze directory_row");
        foreach (var step in steps)
            await connection.ExecuteAsync(new CommandDefinition(step, new { place.Jurisdiction, place.Directory, import.Id, import.Day }, commandTimeout: 0, cancellationToken: cancel));
    }
}
