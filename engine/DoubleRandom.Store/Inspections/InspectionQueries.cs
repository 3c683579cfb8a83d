using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Inspections;

/// <summary>Reads inspections: every query has an index and a bound.</summary>
public static class InspectionQueries
{
    /// <summary>The most rows on one page.</summary>
    public const int MostRows = 500;

    /// <summary>The most inspections that a report or an archive covers.</summary>
    public const int MostOfAll = 200_000;

    private const string Named = "left join directory_row d on d.jurisdiction = i.jurisdiction and d.directory = 'targets' and d.code = i.target and d.valid_to is null";

    /// <summary>One inspection, with what the directory calls the target; null when there is none.</summary>
    public static Task<InspectionRow?> GetAsync(NpgsqlConnection connection, InspectionKey key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<InspectionRow>(new CommandDefinition(
            $"select {InspectionRow.Columns}, d.name from inspection i {Named} where i.instance = @Instance and i.target = @Target", key, cancellationToken: cancel));

    /// <summary>A page of a task's inspections, by target.</summary>
    public static async Task<IReadOnlyList<InspectionRow>> OfAsync(NpgsqlConnection connection, long instance, string? after, int limit, CancellationToken cancel) =>
        [.. await connection.QueryAsync<InspectionRow>(new CommandDefinition(
            $"select {InspectionRow.Columns}, d.name from inspection i {Named} where i.instance = @instance and (@after::text is null or i.target > @after) order by i.target limit @limit",
            new { instance, after, limit = Math.Clamp(limit, 1, MostOfAll) }, cancellationToken: cancel))];

    /// <summary>A page of a jurisdiction's inspections, the newest task first.</summary>
    public static async Task<IReadOnlyList<InspectionRow>> NewestAsync(NpgsqlConnection connection, string jurisdiction, int offset, int limit, CancellationToken cancel) =>
        [.. await connection.QueryAsync<InspectionRow>(new CommandDefinition(
            $"select {InspectionRow.Columns}, d.name from inspection i {Named} where i.jurisdiction = @jurisdiction order by i.instance desc, i.target offset @offset limit @limit",
            new { jurisdiction, offset, limit = Math.Clamp(limit, 1, MostRows) }, cancellationToken: cancel))];

    /// <summary>The inspections of a jurisdiction with a result on a day of a stretch, by task and target.</summary>
    public static async Task<IReadOnlyList<InspectionRow>> BetweenAsync(NpgsqlConnection connection, string jurisdiction, DateOnly from, DateOnly to, CancellationToken cancel) =>
        [.. await connection.QueryAsync<InspectionRow>(new CommandDefinition(
            $"select {InspectionRow.Columns} from inspection i where i.jurisdiction = @jurisdiction and i.inspected_on between @from and @to order by i.instance, i.target limit {MostOfAll}",
            new { jurisdiction, from, to }, cancellationToken: cancel))];

    /// <summary>The teams of a task, or of one of its targets.</summary>
    public static async Task<IReadOnlyList<TeamRow>> TeamsAsync(NpgsqlConnection connection, long instance, string? target, CancellationToken cancel) =>
        [.. await connection.QueryAsync<TeamRow>(new CommandDefinition(
            $"select target, department, inspector, origin from inspection_team where instance = @instance and (@target::text is null or target = @target) order by target, department, inspector limit {MostOfAll}",
            new { instance, target }, cancellationToken: cancel))];

    /// <summary>Every version of the records of a task, or of one of its targets, oldest first.</summary>
    public static async Task<IReadOnlyList<RecordRow>> RecordsAsync(NpgsqlConnection connection, long instance, string? target, CancellationToken cancel) =>
        [.. await connection.QueryAsync<RecordRow>(new CommandDefinition(
            $"""
            select target, department, version, content::text as content, digest, category, reason, recorded_by, recorded_at from inspection_record
            where instance = @instance and (@target::text is null or target = @target) order by target, department, version limit {MostOfAll}
            """, new { instance, target }, cancellationToken: cancel))];

    /// <summary>Every version of the joint results of a task, or of one of its targets, oldest first.</summary>
    public static async Task<IReadOnlyList<ResultRow>> ResultsAsync(NpgsqlConnection connection, long instance, string? target, CancellationToken cancel) =>
        [.. await connection.QueryAsync<ResultRow>(new CommandDefinition(
            $"""
            select target, version, content::text as content, category, inspected_on, reason, made_at from inspection_result
            where instance = @instance and (@target::text is null or target = @target) order by target, version limit {MostOfAll}
            """, new { instance, target }, cancellationToken: cancel))];

    /// <summary>The newest joint results of tasks, by task and target.</summary>
    public static async Task<IReadOnlyList<(long Instance, string Target, string Content)>> NewestResultsAsync(NpgsqlConnection connection, long[] instances, CancellationToken cancel) =>
        [.. await connection.QueryAsync<(long, string, string)>(new CommandDefinition(
            $"""
            select i.instance, i.target, r.content::text from inspection i join inspection_result r on r.instance = i.instance and r.target = i.target and r.version = i.result
            where i.instance = any(@instances) order by i.instance, i.target limit {MostOfAll}
            """, new { instances }, cancellationToken: cancel))];

    /// <summary>The files of a task, or of one of its targets, by name.</summary>
    public static async Task<IReadOnlyList<FileRow>> FilesAsync(NpgsqlConnection connection, long instance, string? target, CancellationToken cancel) =>
        [.. await connection.QueryAsync<FileRow>(new CommandDefinition(
            $"""
            select target, sha256, name, media_type, length(content)::bigint as bytes, sent_by, sent_unit, sent_at from inspection_file
            where instance = @instance and (@target::text is null or target = @target) order by target, sha256 limit {MostOfAll}
            """, new { instance, target }, cancellationToken: cancel))];

    /// <summary>The bytes of a file; null when it is not there.</summary>
    public static Task<byte[]?> ContentAsync(NpgsqlConnection connection, InspectionKey key, string sha256, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "select content from inspection_file where instance = @Instance and target = @Target and sha256 = @sha256", new { key.Instance, key.Target, sha256 }, cancellationToken: cancel));

    /// <summary>Inspectors of the directory as it is today, by pseudonym: their unit and everything that the row says.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InspectorsAsync(NpgsqlConnection connection, string jurisdiction, string[] ids, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Code, string Content)>(new CommandDefinition(
            "select code, content::text from directory_row where jurisdiction = @jurisdiction and directory = 'inspectors' and code = any(@ids) and valid_to is null",
            new { jurisdiction, ids }, cancellationToken: cancel))).ToDictionary(row => row.Code, row => row.Content, StringComparer.Ordinal);

    /// <summary>How many other targets of a task each inspector has.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> LoadsAsync(NpgsqlConnection connection, InspectionKey key, string[] ids, CancellationToken cancel) =>
        (await connection.QueryAsync<(string Inspector, int Targets)>(new CommandDefinition(
            "select inspector, count(distinct target)::int from inspection_team where instance = @Instance and target <> @Target and inspector = any(@ids) group by inspector",
            new { key.Instance, key.Target, ids }, cancellationToken: cancel))).ToDictionary(row => row.Inspector, row => row.Targets, StringComparer.Ordinal);

    /// <summary>Which of some results the public sees now, by the keys of their records.</summary>
    public static async Task<IReadOnlySet<string>> ShownAsync(NpgsqlConnection connection, string jurisdiction, string[] keys, CancellationToken cancel) =>
        (await connection.QueryAsync<string>(new CommandDefinition(
            "select key from public_record where jurisdiction = @jurisdiction and kind = 'result' and key = any(@keys) and state in ('published', 'corrected')",
            new { jurisdiction, keys }, cancellationToken: cancel))).ToHashSet(StringComparer.Ordinal);

    /// <summary>How the deadlines for publishing the results of tasks stand: those of their own steps, and those that arise from their events.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="instances">Numbers of the tasks' instances.</param>
    /// <param name="obligations">Ids of the duties that are met by publishing, those of steps included.</param>
    /// <param name="subjects">Ids of the tasks.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<PublicationDue>> DuesAsync(
        NpgsqlConnection connection, string jurisdiction, long[] instances, string[] obligations, string[] subjects, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PublicationDue>(new CommandDefinition(
            $"""
            select instance, split_part(period, '@', 1) as subject, status, due_at from deadline
            where jurisdiction = @jurisdiction and obligation = any(@obligations) and (instance = any(@instances) or (instance is null and split_part(period, '@', 1) = any(@subjects)))
              and status in ('open', 'met', 'met-late') limit {MostOfAll}
            """, new { jurisdiction, instances, obligations, subjects }, cancellationToken: cancel))];
}
