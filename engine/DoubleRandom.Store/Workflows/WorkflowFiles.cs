using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>A file on a step, without its content.</summary>
public sealed record WorkflowFileRow(long Id, long Instance, int Run, string Name, string MediaType, string Sha256, long Bytes, string AttachedBy, DateTimeOffset AttachedAt);

/// <summary>A file as it is handed out again.</summary>
public sealed record WorkflowFileContent(long Instance, string Jurisdiction, string Name, string MediaType, string Sha256, byte[] Content);

/// <summary>Files attached to steps.</summary>
public static class WorkflowFiles
{
    /// <summary>Adds a file; gives its number.</summary>
    public static Task<long> AddAsync(NpgsqlConnection connection, WorkflowFileRow file, byte[] content, CancellationToken cancel) =>
        connection.QuerySingleAsync<long>(new CommandDefinition(
            """
            insert into workflow_attachment (instance, run, name, media_type, sha256, content, attached_by, attached_at)
            values (@Instance, @Run, @Name, @MediaType, @Sha256, @content, @AttachedBy, @AttachedAt) returning id
            """, new { file.Instance, file.Run, file.Name, file.MediaType, file.Sha256, content, file.AttachedBy, file.AttachedAt }, cancellationToken: cancel));

    /// <summary>The files of an instance, oldest first.</summary>
    public static async Task<IReadOnlyList<WorkflowFileRow>> OfAsync(NpgsqlConnection connection, long instance, CancellationToken cancel) =>
        [.. await connection.QueryAsync<WorkflowFileRow>(new CommandDefinition(
            """
            select id, instance, run, name, media_type, sha256, length(content)::bigint as bytes, attached_by, attached_at
            from workflow_attachment where instance = @instance order by id limit 1000
            """, new { instance }, cancellationToken: cancel))];

    /// <summary>One file with its content, or null.</summary>
    public static Task<WorkflowFileContent?> GetAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<WorkflowFileContent>(new CommandDefinition(
            """
            select a.instance, i.jurisdiction, a.name, a.media_type, a.sha256, a.content
            from workflow_attachment a join workflow_instance i on i.id = a.instance where a.id = @id
            """, new { id }, cancellationToken: cancel));
}
