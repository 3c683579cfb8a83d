using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Directories;

/// <summary>Reads directories: a page of what holds, one row with its history, a whole directory as of a day.</summary>
public static class DirectoryQueries
{
    private const int MostWalked = 5000;
    private const int MostVersions = 500;
    private const int MostImports = 50;
    private const string HasName = "grams @> @grams and strpos(upper(name collate \"C\"), @Name) > 0";
    private const string Place = "jurisdiction = @Jurisdiction and directory = @Directory";

    /// <summary>A page of the rows that hold, by code.</summary>
    /// <remarks>
    /// How many names hold a text cannot be told beforehand: its pairs of characters come together more often than by chance. A common text is found among the first rows at
    /// once; one that is not common there is rare enough to be fetched by the index of pairs, before anything is put in order.
    /// </remarks>
    public static async Task<IReadOnlyList<DirectoryRow>> ListAsync(NpgsqlConnection connection, DirectoryPlace place, DirectoryFilter filter, CancellationToken cancel)
    {
        // Only the conditions that are asked for stand in the text: each combination gets the plan that fits it.
        var (where, parameters) = (string.Join(" and ", Conditions(filter)), Parameters(place, filter));
        if (filter.Name is null)
            return await RowsAsync($"directory_row where {where}");
        if (filter.Name.Length < NameGrams.Fewest)
            return [];
        var (first, isAll) = await FirstAsync(connection, where, parameters, cancel);
        // "offset 0" keeps the page's order from choosing how the rows are found.
        return isAll || first.Count == Limit(filter) ? first : await RowsAsync($"(select * from directory_row where {where} and {HasName} offset 0) found");

        async Task<IReadOnlyList<DirectoryRow>> RowsAsync(string rows) =>
            [.. await connection.QueryAsync<DirectoryRow>(new CommandDefinition($"select {DirectoryRow.Columns} from {rows} order by code limit @limit", parameters, cancellationToken: cancel))];
    }

    /// <summary>The page among the first rows, and whether these were all there are.</summary>
    private static async Task<(IReadOnlyList<DirectoryRow> Rows, bool IsAll)> FirstAsync(NpgsqlConnection connection, string where, DynamicParameters parameters, CancellationToken cancel)
    {
        var sql = $"""
            with walked as materialized (select * from directory_row where {where} order by code limit {MostWalked})
            select count.walked, found.* from (select count(*) as walked from walked) count
            left join lateral (select {DirectoryRow.Columns} from walked where {HasName} order by code limit @limit) found on true
            """;
        var rows = (await connection.QueryAsync<long, DirectoryRow?, (long Walked, DirectoryRow? Row)>(
            new CommandDefinition(sql, parameters, cancellationToken: cancel), (walked, row) => (walked, row), splitOn: "code")).ToArray();
        return ([.. rows.Select(row => row.Row).OfType<DirectoryRow>()], rows[0].Walked < MostWalked);
    }

    private static DynamicParameters Parameters(DirectoryPlace place, DirectoryFilter filter)
    {
        var parameters = new DynamicParameters(new { place.Jurisdiction, place.Directory, filter.Class, filter.Unit, filter.After, groups = new[] { filter.Group ?? "" }, limit = Limit(filter) });
        parameters.Add("Name", filter.Name is { } name ? NameGrams.Folded(name) : null);
        parameters.Add("grams", NameGrams.Of(filter.Name ?? ""));
        AddBeginning(parameters, "Code", filter.Code);
        AddBeginning(parameters, "Area", filter.Area);
        AddBeginning(parameters, "Industry", filter.Industry);
        return parameters;
    }

    private static int Limit(DirectoryFilter filter) => Math.Clamp(filter.Limit, 1, DirectoryFilter.MostRows);

    /// <summary>How many rows hold now.</summary>
    public static Task<long> CountAsync(NpgsqlConnection connection, DirectoryPlace place, CancellationToken cancel) =>
        connection.QuerySingleAsync<long>(new CommandDefinition($"select count(*) from directory_row where {Place} and valid_to is null", place, cancellationToken: cancel));

    /// <summary>Every version of a row, oldest first, with those that it had under the number before its code.</summary>
    public static async Task<IReadOnlyList<DirectoryRow>> VersionsAsync(NpgsqlConnection connection, DirectoryPlace place, string code, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DirectoryRow>(new CommandDefinition(
            $"""
            select {DirectoryRow.Columns} from directory_row
            where {Place} and (code = @code or code in (select former from directory_row where {Place} and code = @code and former is not null))
            order by opened_by, code limit {MostVersions}
            """, new { place.Jurisdiction, place.Directory, code }, cancellationToken: cancel))];

    /// <summary>The whole directory as it held on a day, by the bytes of the code; read row by row, so that its size costs no memory.</summary>
    public static IAsyncEnumerable<DirectoryRow> AsOfAsync(NpgsqlConnection connection, DirectoryPlace place, DateOnly on) =>
        connection.QueryUnbufferedAsync<DirectoryRow>(
            $"select {DirectoryRow.Columns} from directory_row where {Place} and valid_from <= @on and (valid_to is null or valid_to > @on) order by code",
            new { place.Jurisdiction, place.Directory, on }, commandTimeout: 0);

    /// <summary>Those rows of a directory that are asked for, as they held on a day, by the bytes of the code; who was not there is left out.</summary>
    public static async Task<IReadOnlyList<DirectoryRow>> AsOfAsync(NpgsqlConnection connection, DirectoryPlace place, DateOnly on, IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DirectoryRow>(new CommandDefinition(
            $"select {DirectoryRow.Columns} from directory_row where {Place} and code = any(@codes) and valid_from <= @on and (valid_to is null or valid_to > @on) order by code",
            new { place.Jurisdiction, place.Directory, on, codes = codes.ToArray() }, cancellationToken: cancel))];

    /// <summary>The whole directory as an import left it, by the bytes of the code: exact where several imports fell on one day.</summary>
    public static IAsyncEnumerable<DirectoryRow> AfterImportAsync(NpgsqlConnection connection, DirectoryPlace place, long import) =>
        connection.QueryUnbufferedAsync<DirectoryRow>(
            $"select {DirectoryRow.Columns} from directory_row where {Place} and opened_by <= @import and (closed_by is null or closed_by > @import) order by code",
            new { place.Jurisdiction, place.Directory, import }, commandTimeout: 0);

    /// <summary>The newest imports that changed something.</summary>
    public static async Task<IReadOnlyList<DirectoryImportRow>> ImportsAsync(NpgsqlConnection connection, DirectoryPlace place, CancellationToken cancel) =>
        [.. await connection.QueryAsync<DirectoryImportRow>(new CommandDefinition(
            $"select id, day, imported_at, imported_by, sha256, lines, added, changed, closed from directory_import where {Place} order by id desc limit {MostImports}", place, cancellationToken: cancel))];

    private static IEnumerable<string> Conditions(DirectoryFilter filter)
    {
        yield return $"{Place} and valid_to is null";
        if (filter.Code is not null)
            yield return "code >= @Code and code < @CodeEnd";
        if (filter.Area is not null)
            yield return "area >= @Area and area < @AreaEnd";
        if (filter.Industry is not null)
            yield return "industry >= @Industry and industry < @IndustryEnd";
        if (filter.Class is not null)
            yield return "class = @Class";
        if (filter.Unit is not null)
            yield return "unit = @Unit";
        if (filter.Group is not null)
            yield return "groups @> @groups and groups <> '{}'";
        if (filter.After is not null)
            yield return "code > @After";
    }

    /// <summary>What begins with a text lies between it and the text followed by a character after all that codes have.</summary>
    private static void AddBeginning(DynamicParameters parameters, string name, string? beginning)
    {
        parameters.Add(name, beginning);
        parameters.Add(name + "End", beginning + "~");
    }
}
