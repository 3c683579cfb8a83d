using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Store.Workflows;

/// <summary>How a jurisdiction stands at the beginning of a turn.</summary>
/// <param name="RunningVersion">Content hash of the pack version that runs.</param>
/// <param name="FirstPublishedOn">The civil day on which its first version was adopted.</param>
public sealed record TurnStanding(string RunningVersion, DateOnly FirstPublishedOn);

/// <summary>Instances with everything that changes with them: journal, tasks, parties. One round trip per transaction.</summary>
public static class InstanceTable
{
    internal const string Columns = """
        id, jurisdiction, workflow, subject, pack_hash, definition_version, start_key, version, status, outcome, starter_unit, open_steps::text as open_steps, parent, parent_run, hears,
        next_day, dated_by, trouble::text as trouble, try_on, started_at, changed_at, ended_at
        """;

    private const string Insert = """
        insert into workflow_instance (id, jurisdiction, workflow, subject, pack_hash, definition_version, start_key, version, status, outcome, starter_unit, open_steps, parent, parent_run, hears,
                                       next_day, dated_by, started_at, changed_at, ended_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    private const string Update = """
        update workflow_instance set pack_hash = $2, definition_version = $3, version = $4, status = $5, outcome = $6, open_steps = $7, hears = $8, next_day = $9, dated_by = $10,
               changed_at = $11, ended_at = $12, trouble = null, try_on = null
        where id = $1 and version = $13
        """;

    private const string Append = "insert into workflow_journal (instance, version, entry) select $1, $2 + place, entry::json from unnest($3::text[]) with ordinality as e (entry, place)";

    private const string Show = """
        insert into workflow_task (instance, run, jurisdiction, workflow, subject, step, item, kind, what, role, units, owners, function, person, form, due_on, opened_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        on conflict (instance, run) do update set step = excluded.step, role = excluded.role, units = excluded.units, owners = excluded.owners, function = excluded.function,
            person = excluded.person, form = excluded.form, due_on = excluded.due_on, kind = excluded.kind, what = coalesce(excluded.what, workflow_task.what), closed_at = null
        """;

    private const string Close = "update workflow_task set closed_at = $3 where instance = $1 and run = any($2) and closed_at is null";

    private const string Join = """
        insert into workflow_party (jurisdiction, unit, instance, workflow, status) select $1, unit, $2, $3, $4 from unnest($5::text[]) unit on conflict do nothing
        """;

    private const string Part = "update workflow_party set status = $2 where instance = $1 and status <> $2";

    /// <summary>Waits until no other transaction gives commands in this jurisdiction, on any node, and keeps the turn until the transaction ends.</summary>
    /// <remarks>
    /// What one instance raises another hears in the same transaction, in any order and in circles: with a lock for each instance they would wait for each other,
    /// and an instance that begins to wait while an event is being told would miss it. A jurisdiction's commands end in its one audit chain anyway.
    /// Taken before every other lock; the audit chain's end is the last.
    /// </remarks>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="about">Number of the instance that the turn is about, to be read at once; null for none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How things stand now that no other transaction changes them: null for a jurisdiction that was never published, and for an instance that is not there.</returns>
    public static async Task<(TurnStanding? Standing, InstanceRow? About)> TakeTurnAsync(NpgsqlConnection connection, string jurisdiction, long? about, CancellationToken cancel)
    {
        // Statements of their own: the later ones must see what the one who had the turn before has committed.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command("select pg_advisory_xact_lock(hashtextextended('workflows:' || $1, 0))", Text(jurisdiction)),
                Command("select running_version, first_published_on from jurisdiction where folder = $1 and running_version is not null", Text(jurisdiction)),
                Command($"select {Columns} from workflow_instance where id = $1", Long(about)),
            },
        };
        await batch.PrepareAsync(cancel); // Every command begins with them: a connection plans them once.
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        var standing = await reader.ReadAsync(cancel) ? reader.GetRowParser<TurnStanding>()(reader) : null;
        await reader.NextResultAsync(cancel);
        return (standing, await reader.ReadAsync(cancel) ? reader.GetRowParser<InstanceRow>()(reader) : null);
    }

    /// <summary>A number for a new instance.</summary>
    public static Task<long> NextIdAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.QuerySingleAsync<long>(new CommandDefinition("select nextval('workflow_instance_id')", cancellationToken: cancel));

    /// <summary>One instance, or null.</summary>
    public static Task<InstanceRow?> GetAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<InstanceRow>(new CommandDefinition($"select {Columns} from workflow_instance where id = @id", new { id }, cancellationToken: cancel));

    /// <summary>The instance that was started for a cause, or null.</summary>
    public static Task<InstanceRow?> StartedForAsync(NpgsqlConnection connection, string jurisdiction, string workflow, string startKey, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<InstanceRow>(new CommandDefinition(
            $"select {Columns} from workflow_instance where jurisdiction = @jurisdiction and workflow = @workflow and start_key = @startKey", new { jurisdiction, workflow, startKey }, cancellationToken: cancel));

    /// <summary>The children of a call step.</summary>
    public static async Task<IReadOnlyList<long>> ChildrenAsync(NpgsqlConnection connection, long parent, int run, CancellationToken cancel) =>
        [.. await connection.QueryAsync<long>(new CommandDefinition(
            "select id from workflow_instance where parent = @parent and parent_run = @run and status = 'running' order by id", new { parent, run }, cancellationToken: cancel))];

    /// <summary>The running instances that an event concerns: those about one of the subjects, or any when there are none.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="event">Id of the event.</param>
    /// <param name="subjects">What it happened to, and what encloses that; empty when it concerns all.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<(long Id, string Subject)>> HearingAsync(
        NpgsqlConnection connection, string jurisdiction, string @event, IReadOnlyCollection<string> subjects, CancellationToken cancel) =>
        [.. await connection.QueryAsync<(long, string)>(new CommandDefinition(
            $"""
            select id, subject from workflow_instance
            where jurisdiction = @jurisdiction and status = 'running' and hears @> array[@event] {(subjects.Count == 0 ? "" : "and subject = any(@subjects)")} order by id
            """, new { jurisdiction, @event, subjects = subjects.ToArray() }, cancellationToken: cancel))];

    /// <summary>Writes changes.</summary>
    /// <exception cref="OutrunException">An instance is no longer at the version that was decided upon; the transaction must not be committed.</exception>
    public static async Task SaveAsync(NpgsqlConnection connection, IReadOnlyCollection<InstanceChange> changes, DateTimeOffset now, CancellationToken cancel)
    {
        if (changes.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(connection);
        var guards = new List<(NpgsqlBatchCommand Command, InstanceChange Change)>();
        foreach (var change in changes)
        {
            guards.Add((change.From == 0 ? Inserted(change.Row) : Updated(change.Row, change.From), change));
            batch.BatchCommands.Add(guards[^1].Command);
            foreach (var command in Rest(change, now))
                batch.BatchCommands.Add(command);
        }

        await ExecuteAsync(batch, changes, cancel);
        foreach (var (command, change) in guards)
            if (command.RecordsAffected != 1)
                throw new OutrunException(change.Row.Id, change.From);
    }

    /// <summary>Notes that the engine could not carry an instance on, and when it tries again.</summary>
    public static Task TroubleAsync(NpgsqlConnection connection, long id, string refusals, DateOnly tryOn, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update workflow_instance set trouble = @refusals::jsonb, try_on = @tryOn where id = @id", new { id, refusals, tryOn }, cancellationToken: cancel));

    private static async Task ExecuteAsync(NpgsqlBatch batch, IReadOnlyCollection<InstanceChange> changes, CancellationToken cancel)
    {
        try
        {
            await batch.PrepareAsync(cancel); // The same few statements always: a connection plans them once.
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException doubled) when (doubled.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            throw new OutrunException(changes.First().Row.Id, changes.First().From, doubled);
        }
    }

    private static IEnumerable<NpgsqlBatchCommand> Rest(InstanceChange change, DateTimeOffset now)
    {
        var row = change.Row;
        if (change.Journal.Count > 0)
            yield return Command(Append, Long(row.Id), Long(change.From), Texts([.. change.Journal]));
        foreach (var task in change.Opened)
            yield return Shown(task);
        if (change.Closed.Count > 0)
            yield return Command(Close, Long(row.Id), Of(change.Closed.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer), At(now));
        if (change.Parties.Count > 0)
            yield return Command(Join, Text(row.Jurisdiction), Long(row.Id), Text(row.Workflow), Text(row.Status), Texts([.. change.Parties]));
        if (change.ChangesStatus)
            yield return Command(Part, Long(row.Id), Text(row.Status));
    }

    private static NpgsqlBatchCommand Shown(TaskRow task) => Command(
        Show, Long(task.Instance), Int(task.Run), Text(task.Jurisdiction), Text(task.Workflow), Text(task.Subject), Text(task.Step), Text(task.Item), Text(task.Kind), Text(task.What), Text(task.Role),
        Texts(task.Units), Texts(task.Owners), Text(task.Function), Text(task.Person), Text(task.Form), Day(task.DueOn), At(task.OpenedAt));

    private static NpgsqlBatchCommand Inserted(InstanceRow row) => Command(
        Insert, Long(row.Id), Text(row.Jurisdiction), Text(row.Workflow), Text(row.Subject), Text(row.PackHash), Text(row.DefinitionVersion), Text(row.StartKey), Long(row.Version), Text(row.Status),
        Text(row.Outcome), Text(row.StarterUnit), Json(row.OpenSteps), Long(row.Parent), Int(row.ParentRun), Texts(row.Hears), Day(row.NextDay), Text(row.DatedBy), At(row.StartedAt), At(row.ChangedAt),
        At(row.EndedAt));

    private static NpgsqlBatchCommand Updated(InstanceRow row, long from) => Command(
        Update, Long(row.Id), Text(row.PackHash), Text(row.DefinitionVersion), Long(row.Version), Text(row.Status), Text(row.Outcome), Json(row.OpenSteps), Texts(row.Hears), Day(row.NextDay),
        Text(row.DatedBy), At(row.ChangedAt), At(row.EndedAt), Long(from));

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    // Each with its type, also when there is no value: what is prepared has to know.
    private static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    private static NpgsqlParameter Texts(string[] values) => Of(values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static NpgsqlParameter Json(string value) => Of(value, NpgsqlDbType.Jsonb);

    private static NpgsqlParameter Long(long? value) => Of(value, NpgsqlDbType.Bigint);

    private static NpgsqlParameter Int(int? value) => Of(value, NpgsqlDbType.Integer);

    private static NpgsqlParameter Day(DateOnly? value) => Of(value, NpgsqlDbType.Date);

    private static NpgsqlParameter At(DateTimeOffset? value) => Of(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
