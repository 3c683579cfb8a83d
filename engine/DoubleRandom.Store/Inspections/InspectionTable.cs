using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Inspections;

/// <summary>Writes inspections, within the turn of their jurisdiction, so that nobody else does so at the same time.</summary>
public static class InspectionTable
{
    /// <summary>Makes rows for visits that were opened; one that is there follows its visit.</summary>
    public static Task OpenAsync(NpgsqlConnection connection, IReadOnlyCollection<InspectionRow> rows, CancellationToken cancel) => rows.Count == 0
        ? Task.CompletedTask
        : connection.ExecuteAsync(new CommandDefinition(
            """
            insert into inspection (instance, target, jurisdiction, workflow, subject, run, lead, departments, state, opened_at)
            select @Instance, t.target, @Jurisdiction, @Workflow, @Subject, t.run, @Lead, @Departments::json, 'open', @OpenedAt from unnest(@targets, @runs) as t (target, run)
            on conflict (instance, target) do update set run = excluded.run, lead = excluded.lead, departments = excluded.departments, state = 'open', done_at = null
            """,
            rows.First() is var one
                ? new { one.Instance, one.Jurisdiction, one.Workflow, one.Subject, one.Lead, one.Departments, one.OpenedAt, targets = rows.Select(row => row.Target).ToArray(), runs = rows.Select(row => row.Run).ToArray() }
                : null,
            cancellationToken: cancel));

    /// <summary>Sets in which state an inspection is; <paramref name="doneAt"/> when its visit was finished.</summary>
    public static Task StateAsync(NpgsqlConnection connection, InspectionKey key, string state, DateTimeOffset? doneAt, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update inspection set state = @state, done_at = coalesce(@doneAt, done_at) where instance = @Instance and target = @Target", new { key.Instance, key.Target, state, doneAt }, cancellationToken: cancel));

    /// <summary>Cancels the inspections whose visits were taken away.</summary>
    public static Task CancelAsync(NpgsqlConnection connection, long instance, int[] runs, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update inspection set state = 'cancelled' where instance = @instance and run = any(@runs) and state <> 'done'", new { instance, runs }, cancellationToken: cancel));

    /// <summary>Sets the day on which a visit is meant to be.</summary>
    public static Task ScheduleAsync(NpgsqlConnection connection, InspectionKey key, DateOnly on, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update inspection set scheduled_on = @on where instance = @Instance and target = @Target", new { key.Instance, key.Target, on }, cancellationToken: cancel));

    /// <summary>Replaces a department's team.</summary>
    /// <param name="connection">Within a transaction.</param>
    /// <param name="key">Which inspection; its visit need not be open yet.</param>
    /// <param name="department">Id of the unit.</param>
    /// <param name="inspectors">The pseudonyms.</param>
    /// <param name="origin"><c>draw</c> or <c>given</c>.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task AssignAsync(NpgsqlConnection connection, InspectionKey key, string department, IReadOnlyCollection<string> inspectors, string origin, CancellationToken cancel)
    {
        var team = new { key.Instance, key.Target, department, origin, inspectors = inspectors.Distinct(StringComparer.Ordinal).ToArray() };
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from inspection_team where instance = @Instance and target = @Target and department = @department", team, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into inspection_team (instance, target, department, inspector, origin) select @Instance, @Target, @department, i, @origin from unnest(@inspectors) as i", team, cancellationToken: cancel));
    }

    /// <summary>Takes the teams of targets from the draws of their task, the newest that stands, where nobody is named yet.</summary>
    public static Task TakeDrawnAsync(NpgsqlConnection connection, long instance, string[] targets, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into inspection_team (instance, target, department, inspector, origin)
            select @instance, a.target, a.unit, a.inspector, 'draw' from draw_assignment a join draw d using (jurisdiction, sequence)
            where d.instance = @instance and d.superseded_by is null and a.target = any(@targets)
              and a.sequence = (select max(b.sequence) from draw_assignment b join draw e using (jurisdiction, sequence)
                                where e.instance = @instance and e.superseded_by is null and b.target = a.target and b.unit = a.unit)
              and not exists (select from inspection_team t where t.instance = @instance and t.target = a.target and t.department = a.unit)
            on conflict do nothing
            """, new { instance, targets }, cancellationToken: cancel));

    /// <summary>Adds a version of a department's record.</summary>
    public static Task RecordAsync(NpgsqlConnection connection, long instance, RecordRow row, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into inspection_record (instance, target, department, version, content, digest, category, reason, recorded_by, recorded_at)
            values (@instance, @Target, @Department, @Version, @Content::json, @Digest, @Category, @Reason, @RecordedBy, @RecordedAt)
            """,
            new { instance, row.Target, row.Department, row.Version, row.Content, row.Digest, row.Category, row.Reason, row.RecordedBy, row.RecordedAt }, cancellationToken: cancel));

    /// <summary>Keeps a file; false when it is there already.</summary>
    public static async Task<bool> KeepAsync(NpgsqlConnection connection, long instance, FileRow file, byte[] content, CancellationToken cancel) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into inspection_file (instance, target, sha256, name, media_type, content, sent_by, sent_unit, sent_at)
            values (@instance, @Target, @Sha256, @Name, @MediaType, @content, @SentBy, @SentUnit, @SentAt) on conflict do nothing
            """,
            new { instance, file.Target, file.Sha256, file.Name, file.MediaType, content, file.SentBy, file.SentUnit, file.SentAt }, cancellationToken: cancel)) > 0;

    /// <summary>Adds a version of the joint result, which becomes the newest.</summary>
    public static Task ResultAsync(NpgsqlConnection connection, long instance, ResultRow row, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with added as (
                insert into inspection_result (instance, target, version, content, category, inspected_on, reason, made_at)
                values (@instance, @Target, @Version, @Content::json, @Category, @InspectedOn, @Reason, @MadeAt))
            update inspection set result = @Version, category = @Category, inspected_on = @InspectedOn where instance = @instance and target = @Target
            """,
            new { instance, row.Target, row.Version, row.Content, row.Category, row.InspectedOn, row.Reason, row.MadeAt }, cancellationToken: cancel));

    /// <summary>Notes which version of the results the public was told.</summary>
    public static Task PublishedAsync(NpgsqlConnection connection, long instance, IReadOnlyCollection<(string Target, int Version)> told, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update inspection i set published = t.version from unnest(@targets, @versions) as t (target, version) where i.instance = @instance and i.target = t.target",
            new { instance, targets = told.Select(one => one.Target).ToArray(), versions = told.Select(one => one.Version).ToArray() }, cancellationToken: cancel));
}
