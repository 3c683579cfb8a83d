using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>An answer that was given to a command with an idempotency key.</summary>
/// <param name="Digest">SHA-256 of the command, lower-case hexadecimal: the same key for another command is told by it.</param>
/// <param name="Answer">The answer as JSON, as it was given.</param>
public sealed record KeyedAnswer(string Digest, string Answer);

/// <summary>Answers by idempotency key, kept for good: a client may come back for its answer after any time.</summary>
public static class KeyedAnswers
{
    /// <summary>The answer that was given; null when the key is new.</summary>
    /// <param name="connection">Within the jurisdiction's turn.</param>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="about">What the key belongs to: two clients that chose the same word for different things do not meet.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task<KeyedAnswer?> FindAsync(NpgsqlConnection connection, string jurisdiction, string about, string key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<KeyedAnswer>(new CommandDefinition(
            "select digest, answer::text as answer from workflow_answer where jurisdiction = @jurisdiction and about = @about and key = @key",
            new { jurisdiction, about, key }, cancellationToken: cancel));

    /// <summary>Keeps an answer, in the transaction of what it answers.</summary>
    public static Task KeepAsync(NpgsqlConnection connection, string jurisdiction, string about, string key, KeyedAnswer answer, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into workflow_answer (jurisdiction, about, key, digest, answer, answered_at) values (@jurisdiction, @about, @key, @Digest, @Answer::json, @now)",
            new { jurisdiction, about, key, answer.Digest, answer.Answer, now }, cancellationToken: cancel));
}
