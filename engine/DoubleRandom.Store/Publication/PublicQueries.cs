using Dapper;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>Reads what the public may see. A page reads a bounded number of rows by an index; whole kinds are read row by row, so that their size costs no memory.</summary>
public static class PublicQueries
{
    private const int MostWalked = 5000;
    private const int MostVersions = 200;
    private const int MostCounted = 10_000;

    /// <summary>A page of records that are not withheld, newest first.</summary>
    /// <remarks>
    /// How many titles hold a text cannot be told beforehand: its pairs of characters come together more often than by chance. A common text is found among the newest
    /// records at once; one that is not common there is rare enough to be fetched by the index of pairs, and "offset 0" keeps the page's order from choosing another way.
    /// </remarks>
    public static async Task<IReadOnlyList<PublicRecordRow>> ListAsync(NpgsqlConnection connection, string jurisdiction, PublicFilter filter, CancellationToken cancel)
    {
        var place = string.Join(" and ", Place(filter));
        if (filter.Title is null)
            return await ListAsync(connection, jurisdiction, filter, "public_record", place, cancel);
        if (filter.Title.Length < NameGrams.Fewest)
            return [];
        const string title = "r.grams @> @grams and strpos(upper(r.title collate \"C\"), @title) > 0";
        var newest = await ListAsync(connection, jurisdiction, filter, $"(select * from public_record r where {place} order by r.day desc, r.key desc limit {MostWalked})", title, cancel);
        return newest.Count == Limit(filter) ? newest : await ListAsync(connection, jurisdiction, filter, $"(select * from public_record r where {place} and {title} offset 0)", "true", cancel);
    }

    private static async Task<IReadOnlyList<PublicRecordRow>> ListAsync(NpgsqlConnection connection, string jurisdiction, PublicFilter filter, string records, string where, CancellationToken cancel)
    {
        var sql = $"select {PublicRecordRow.Columns} from {records} r {PublicRecordRow.Join} where {where} order by r.day desc, r.key desc limit @limit";
        var parameters = new
        {
            jurisdiction,
            filter.Kind,
            filter.Code,
            title = NameGrams.Folded(filter.Title ?? ""),
            grams = NameGrams.Of(filter.Title ?? ""),
            day = filter.After?.Day,
            key = filter.After?.Key,
            limit = Limit(filter),
        };
        return [.. await connection.QueryAsync<PublicRecordRow>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
    }

    private static int Limit(PublicFilter filter) => Math.Clamp(filter.Limit, 1, PublicFilter.MostRows);

    /// <summary>How many records of each kind are shown, counted up to 10,000.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountsAsync(NpgsqlConnection connection, string jurisdiction, IEnumerable<string> kinds, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<(string Kind, int Count)>(new CommandDefinition(
            $"""
            select k, (select count(*)::int from (select 1 from public_record where jurisdiction = @jurisdiction and kind = k and state <> 'withheld' limit {MostCounted}) counted)
            from unnest(@kinds) as k
            """, new { jurisdiction, kinds = kinds.ToArray() }, cancellationToken: cancel));
        return rows.ToDictionary(row => row.Kind, row => row.Count, StringComparer.Ordinal);
    }

    /// <summary>How one record stands; null when nothing was ever said of it.</summary>
    public static Task<PublicRecordRow?> RecordAsync(NpgsqlConnection connection, string jurisdiction, string kind, string key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<PublicRecordRow>(new CommandDefinition(
            $"select {PublicRecordRow.Columns} from public_record r {PublicRecordRow.Join} where r.jurisdiction = @jurisdiction and r.kind = @kind and r.key = @key", new { jurisdiction, kind, key }, cancellationToken: cancel));

    /// <summary>The statements about one record, newest first. Whoever shows them leaves out what may no longer be shown.</summary>
    public static async Task<IReadOnlyList<PublicVersionRow>> VersionsAsync(NpgsqlConnection connection, string jurisdiction, string kind, string key, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PublicVersionRow>(new CommandDefinition(
            $"""
            select sequence, version, act, day, at, content, hash from public_entry
            where jurisdiction = @jurisdiction and kind = @kind and key = @key order by version desc limit {MostVersions}
            """, new { jurisdiction, kind, key }, cancellationToken: cancel))];

    /// <summary>The records that changed last, of all kinds, withheld ones included.</summary>
    public static async Task<IReadOnlyList<PublicRecordRow>> NewestAsync(NpgsqlConnection connection, string jurisdiction, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PublicRecordRow>(new CommandDefinition(
            $"select {PublicRecordRow.Columns} from public_record r {PublicRecordRow.Join} where r.jurisdiction = @jurisdiction order by r.sequence desc limit @most", new { jurisdiction, most }, cancellationToken: cancel))];

    /// <summary>Every record of a kind by key, withheld ones included.</summary>
    public static IAsyncEnumerable<PublicRecordRow> AllAsync(NpgsqlConnection connection, string jurisdiction, string kind) =>
        connection.QueryUnbufferedAsync<PublicRecordRow>(
            $"select {PublicRecordRow.Columns} from public_record r {PublicRecordRow.Join} where r.jurisdiction = @jurisdiction and r.kind = @kind order by r.key", new { jurisdiction, kind }, commandTimeout: 0);

    /// <summary>The bytes of a file under their hash; null when there are none.</summary>
    public static Task<byte[]?> FileAsync(NpgsqlConnection connection, string sha256, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition("select content from public_file where sha256 = @sha256", new { sha256 }, cancellationToken: cancel));

    private static IEnumerable<string> Place(PublicFilter filter)
    {
        yield return "r.jurisdiction = @jurisdiction and r.kind = @Kind and r.state <> 'withheld'";
        if (filter.Code is not null)
            yield return "r.code = @Code";
        if (filter.After is not null)
            yield return "(r.day, r.key) < (@day, @key)";
    }
}
