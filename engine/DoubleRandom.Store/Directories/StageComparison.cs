using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Directories;

/// <summary>Holds the lines of a file against a directory, all at once.</summary>
public static class StageComparison
{
    // A row that was kept by its old number is the same as the line that gives it a code.
    internal const string Present = "r.jurisdiction = @Jurisdiction and r.directory = @Directory and r.valid_to is null";

    /// <summary>Lines that cannot both be right, by line; at most so many.</summary>
    public static async Task<IReadOnlyList<StageClash>> ClashesAsync(NpgsqlConnection connection, DirectoryPlace place, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<StageClash>(new CommandDefinition(
            $"""
            select * from (
                select 'code' as kind, line, code, first, code as other
                from (select line, code, min(line) over (partition by code) as first from directory_stage) s where line > first
                union all
                select 'former', line, former, first, other
                from (select line, former, min(line) over w as first, first_value(code) over (w order by line) as other from directory_stage where former is not null window w as (partition by former)) s where line > first
                union all
                select 'number', s.line, s.code, o.line, o.code from directory_stage s join directory_stage o on o.former = s.code
                union all
                select 'number', s.line, s.code, 0, r.code from directory_stage s join directory_row r on {Present} and r.former = s.code
                union all
                select 'taken', s.line, s.former, 0, r.code from directory_stage s join directory_row r on {Present} and r.former = s.former and r.code <> s.code
            ) clash order by line, kind limit @most
            """, new { place.Jurisdiction, place.Directory, most }, commandTimeout: 0, cancellationToken: cancel))];

    /// <summary>How many rows are new, different, equal and missing.</summary>
    public static Task<StageEffect> CountAsync(NpgsqlConnection connection, DirectoryPlace place, CancellationToken cancel) =>
        connection.QuerySingleAsync<StageEffect>(new CommandDefinition(
            $"""
            select count(*) filter (where r.code is null and f.code is null)::int as added,
                   count(*) filter (where f.code is not null or r.digest <> s.digest)::int as changed,
                   count(*) filter (where f.code is null and r.digest = s.digest)::int as same,
                   (select count(*) from directory_row r where {Present} and {IsMissing})::int as missing
            from directory_stage s
            left join (select code, digest from directory_row r where {Present}) r on r.code = s.code
            left join (select code from directory_row r where {Present}) f on f.code = s.former
            """, place, commandTimeout: 0, cancellationToken: cancel));

    internal const string IsMissing = "not exists (select 1 from directory_stage s where s.code = r.code) and not exists (select 1 from directory_stage s where s.former = r.code)";

    /// <summary>The first rows of each kind, by code.</summary>
    public static async Task<IReadOnlyList<StageSample>> SamplesAsync(NpgsqlConnection connection, DirectoryPlace place, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<StageSample>(new CommandDefinition(
            $"""
            (select 'added' as kind, s.code, s.name, null as before, s.content::text as after from directory_stage s
             where not exists (select 1 from directory_row r where {Present} and (r.code = s.code or r.code = s.former)) order by s.code limit @most)
            union all
            (select 'changed', s.code, s.name, r.content::text, s.content::text from directory_stage s join directory_row r on {Present} and r.code in (s.code, s.former)
             where r.code = s.former or r.digest <> s.digest order by s.code limit @most)
            union all
            (select 'missing', r.code, r.name, r.content::text, null from directory_row r where {Present} and {IsMissing} order by r.code limit @most)
            """, new { place.Jurisdiction, place.Directory, most }, commandTimeout: 0, cancellationToken: cancel))];
}
