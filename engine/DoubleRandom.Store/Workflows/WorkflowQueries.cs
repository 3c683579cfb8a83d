using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>Lists instances and tasks for pages and the API: every query has an index and a bound.</summary>
public static class WorkflowQueries
{
    /// <summary>A page of instances, newest first.</summary>
    public static async Task<IReadOnlyList<InstanceRow>> InstancesAsync(NpgsqlConnection connection, InstanceFilter filter, CancellationToken cancel)
    {
        // Only the conditions that are asked for stand in the text: each combination gets the plan that fits it.
        var (from, number) = filter is { Unit: not null, Jurisdiction: not null }
            ? ("workflow_party p join workflow_instance i on i.id = p.instance", "p.instance")
            : ("workflow_instance i", "i.id");
        var conditions = Conditions(filter, number).ToArray();
        var sql = $"""
            select {InstanceTable.Columns.Replace("id, jurisdiction, workflow,", "i.id, i.jurisdiction, i.workflow,", StringComparison.Ordinal).Replace(" status,", " i.status,", StringComparison.Ordinal)}
            from {from} {(conditions.Length > 0 ? "where " + string.Join(" and ", conditions) : "")} order by {number} desc limit @limit
            """;
        var parameters = new { filter.Jurisdiction, filter.Unit, filter.Workflow, filter.Status, filter.Subject, filter.Before, limit = Math.Clamp(filter.Limit, 1, InstanceFilter.MostRows) };
        return [.. await connection.QueryAsync<InstanceRow>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
    }

    /// <summary>A page of tasks, those that are due first at the top, and those without a due day at the end.</summary>
    public static async Task<IReadOnlyList<TaskRow>> TasksAsync(NpgsqlConnection connection, TaskFilter filter, CancellationToken cancel)
    {
        var conditions = Conditions(filter).ToArray();
        var sql = $"""
            select * from workflow_task {(conditions.Length > 0 ? "where " + string.Join(" and ", conditions) : "")}
            order by due_on nulls last, instance, run offset @Offset limit @limit
            """;
        var parameters = new
        {
            filter.Jurisdiction,
            Owners = filter.Owners?.ToArray(),
            filter.Person,
            filter.Instance,
            Offset = Math.Max(0, filter.Offset),
            limit = Math.Clamp(filter.Limit, 1, InstanceFilter.MostRows),
        };
        return [.. await connection.QueryAsync<TaskRow>(new CommandDefinition(sql, parameters, cancellationToken: cancel))];
    }

    /// <summary>Running instances of a workflow that are not on a pack version, newest first; at most 200.</summary>
    public static async Task<IReadOnlyList<InstanceRow>> ElsewhereAsync(NpgsqlConnection connection, string jurisdiction, string workflow, string hash, long? before, CancellationToken cancel) =>
        [.. await connection.QueryAsync<InstanceRow>(new CommandDefinition(
            $"""
            select {InstanceTable.Columns} from workflow_instance
            where jurisdiction = @jurisdiction and workflow = @workflow and status = 'running' and pack_hash <> @hash and (@before::bigint is null or id < @before) order by id desc limit 200
            """, new { jurisdiction, workflow, hash, before }, cancellationToken: cancel))];

    /// <summary>How many instances run on workflows that are none of these: a pack that drops a workflow leaves them on the version they have.</summary>
    public static Task<int> LeftBehindAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<string> workflows, CancellationToken cancel) =>
        connection.QuerySingleAsync<int>(new CommandDefinition(
            "select count(*)::int from workflow_instance where jurisdiction = @jurisdiction and status = 'running' and workflow <> all(@workflows)",
            new { jurisdiction, workflows = workflows.ToArray() }, cancellationToken: cancel));

    /// <summary>One task, or null.</summary>
    public static Task<TaskRow?> TaskAsync(NpgsqlConnection connection, long instance, int run, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<TaskRow>(new CommandDefinition("select * from workflow_task where instance = @instance and run = @run", new { instance, run }, cancellationToken: cancel));

    /// <summary>Numbers of the instances that an instance called, in order; at most 500.</summary>
    public static async Task<IReadOnlyList<long>> CalledAsync(NpgsqlConnection connection, long parent, CancellationToken cancel) =>
        [.. await connection.QueryAsync<long>(new CommandDefinition("select id from workflow_instance where parent = @parent order by id limit 500", new { parent }, cancellationToken: cancel))];

    /// <summary>On which pack version instances run, by number.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> VersionsAsync(NpgsqlConnection connection, long[] instances, CancellationToken cancel) =>
        (await connection.QueryAsync<(long Id, string Hash)>(new CommandDefinition("select id, pack_hash from workflow_instance where id = any(@instances)", new { instances }, cancellationToken: cancel)))
        .ToDictionary(row => row.Id, row => row.Hash);

    /// <summary>How many instances of each workflow stand how; of one jurisdiction, or of all.</summary>
    public static async Task<IReadOnlyList<WorkflowTally>> TallyAsync(NpgsqlConnection connection, string? jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<WorkflowTally>(new CommandDefinition(
            $"""
            select jurisdiction, workflow, status, count(*)::int as instances from workflow_instance {(jurisdiction is null ? "" : "where jurisdiction = @jurisdiction")}
            group by jurisdiction, workflow, status order by jurisdiction, workflow, status limit 10000
            """, new { jurisdiction }, cancellationToken: cancel))];

    private static IEnumerable<string> Conditions(InstanceFilter filter, string number)
    {
        var side = number[0]; // Of the two tables the one whose index is walked.
        if (filter.Jurisdiction is not null)
            yield return $"{side}.jurisdiction = @Jurisdiction";
        if (filter.Unit is not null)
            yield return side is 'p' ? "p.unit = @Unit" : "exists (select 1 from workflow_party q where (q.jurisdiction, q.unit, q.instance) = (i.jurisdiction, @Unit, i.id))";
        if (filter.Workflow is not null)
            yield return $"{side}.workflow = @Workflow";
        if (filter.Status is "trouble")
            yield return "i.trouble is not null";
        else if (filter.Status is not null)
            yield return $"{side}.status = @Status";
        if (filter.Subject is not null)
            yield return "i.subject = @Subject";
        if (filter.Before is not null)
            yield return $"{number} < @Before";
    }

    private static IEnumerable<string> Conditions(TaskFilter filter)
    {
        if (filter.IsOpen)
            yield return "closed_at is null";
        if (filter.Jurisdiction is not null)
            yield return "jurisdiction = @Jurisdiction";
        if (filter.Owners is not null)
            yield return "owners && @Owners::text[]";
        if (filter.Person is not null)
            yield return "person = @Person";
        if (filter.Instance is not null)
            yield return "instance = @Instance";
    }
}
