using Dapper;
using DoubleRandom.Core.Planning;
using Npgsql;

namespace DoubleRandom.Store.Submissions;

/// <summary>Something that a unit handed in (报送).</summary>
public sealed record SubmissionRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Id of the unit that handed it in.</summary>
    public required string Unit { get; init; }

    /// <summary>For which deadline.</summary>
    public required string Period { get; init; }

    /// <summary>Id of the form; empty when the obligation has none.</summary>
    public required string Form { get; init; }

    /// <summary>The fields, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Who handed it in.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary><c>submitted</c>, <c>accepted</c> or <c>returned</c>.</summary>
    public required string State { get; init; }

    /// <summary>Who accepted it or sent it back.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; init; }

    /// <summary>The deadline it is for.</summary>
    public DeadlineKey Key => new(Jurisdiction, Obligation, Unit, Period);
}

/// <summary>A file that came with a submission.</summary>
public sealed record AttachmentRow(long Id, long Submission, string Name, string MediaType, string Sha256, long Bytes);

/// <summary>A file as it is handed out again.</summary>
public sealed record AttachmentContent(string Name, string MediaType, string Sha256, byte[] Content);

/// <summary>Submissions and their attachments.</summary>
public static class SubmissionTable
{
    private const string Columns = "id, jurisdiction, obligation, unit, period, form, content::text, submitted_by, submitted_at, state, decided_by, decided_at, submission.reason";

    /// <summary>Adds a submission; the same idempotency key gives the number of the one that is there.</summary>
    public static async Task<(long Id, bool IsNew)> AddAsync(
        NpgsqlConnection connection, DeadlineKey key, string? idempotencyKey, string form, string content, string by, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql = """
            insert into submission (idempotency_key, jurisdiction, obligation, unit, period, form, content, submitted_by, submitted_at, state)
            values (@idempotencyKey, @Jurisdiction, @Obligation, @Unit, @Period, @form, @content::jsonb, @by, @now, 'submitted')
            on conflict (idempotency_key) do nothing returning id
            """;
        var parameters = new { idempotencyKey, key.Jurisdiction, key.Obligation, key.Unit, key.Period, form, content, by, now };
        if (await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(sql, parameters, cancellationToken: cancel)) is { } added)
            return (added, true);
        return (await connection.QuerySingleAsync<long>(new CommandDefinition("select id from submission where idempotency_key = @idempotencyKey", new { idempotencyKey }, cancellationToken: cancel)), false);
    }

    /// <summary>Whether a submission with this idempotency key is there for the deadline.</summary>
    public static Task<bool> ExistsAsync(NpgsqlConnection connection, DeadlineKey key, string idempotencyKey, CancellationToken cancel) =>
        connection.QuerySingleAsync<bool>(new CommandDefinition(
            """
            select exists (select 1 from submission where idempotency_key = @idempotencyKey
                           and (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period))
            """, new { idempotencyKey, key.Jurisdiction, key.Obligation, key.Unit, key.Period }, cancellationToken: cancel));

    /// <summary>Adds a file.</summary>
    public static Task AttachAsync(NpgsqlConnection connection, long submission, string name, string mediaType, string sha256, byte[] content, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into attachment (submission, name, media_type, sha256, content) values (@submission, @name, @mediaType, @sha256, @content)",
            new { submission, name, mediaType, sha256, content }, cancellationToken: cancel));

    /// <summary>One submission, locked until the transaction ends, or null.</summary>
    public static Task<SubmissionRow?> LockAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<SubmissionRow>(new CommandDefinition($"select {Columns} from submission where id = @id for update", new { id }, cancellationToken: cancel));

    /// <summary>One submission, or null.</summary>
    public static Task<SubmissionRow?> GetAsync(NpgsqlConnection connection, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<SubmissionRow>(new CommandDefinition($"select {Columns} from submission where id = @id", new { id }, cancellationToken: cancel));

    /// <summary>A file of a submission with its content, or null.</summary>
    public static Task<AttachmentContent?> ContentAsync(NpgsqlConnection connection, long submission, long id, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<AttachmentContent>(new CommandDefinition(
            "select name, media_type, sha256, content from attachment where id = @id and submission = @submission", new { submission, id }, cancellationToken: cancel));

    /// <summary>Submissions that wait for the receiver since before an instant, oldest first.</summary>
    public static async Task<IReadOnlyList<SubmissionRow>> WaitingAsync(NpgsqlConnection connection, string jurisdiction, DateTimeOffset before, int most, CancellationToken cancel) =>
        [.. await connection.QueryAsync<SubmissionRow>(new CommandDefinition(
            $"""
            select {Columns} from submission join deadline d using (jurisdiction, obligation, unit, period)
            where jurisdiction = @jurisdiction and submission.state = 'submitted' and submitted_at < @before and d.status = 'open' order by id limit @most
            """, new { jurisdiction, before, most }, cancellationToken: cancel))];

    /// <summary>The submissions for a deadline, newest first.</summary>
    public static async Task<IReadOnlyList<SubmissionRow>> OfAsync(NpgsqlConnection connection, DeadlineKey key, CancellationToken cancel) =>
        [.. await connection.QueryAsync<SubmissionRow>(new CommandDefinition(
            $"select {Columns} from submission where (jurisdiction, obligation, unit, period) = (@Jurisdiction, @Obligation, @Unit, @Period) order by id desc", key, cancellationToken: cancel))];

    /// <summary>The files of a submission, without their content.</summary>
    public static async Task<IReadOnlyList<AttachmentRow>> AttachmentsAsync(NpgsqlConnection connection, long submission, CancellationToken cancel) =>
        [.. await connection.QueryAsync<AttachmentRow>(new CommandDefinition(
            "select id, submission, name, media_type, sha256, length(content)::bigint as bytes from attachment where submission = @submission order by id", new { submission }, cancellationToken: cancel))];

    /// <summary>Accepts a submission or sends it back.</summary>
    public static Task DecideAsync(NpgsqlConnection connection, long id, string state, string by, string? reason, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update submission set state = @state, decided_by = @by, decided_at = @now, reason = @reason where id = @id", new { id, state, by, reason, now }, cancellationToken: cancel));
}
