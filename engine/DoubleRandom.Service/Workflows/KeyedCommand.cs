using System.Security.Cryptography;
using System.Text.Json;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>A command under an idempotency key: a client that lost its connection sends it again and gets the answer that it missed.</summary>
/// <param name="About">What the key belongs to.</param>
/// <param name="Key">The client's key; null for a command without one, which is done each time.</param>
/// <param name="Digest">SHA-256 of who asks and what for; empty without a key.</param>
internal sealed record KeyedCommand(string About, string? Key, string Digest)
{
    private const int Longest = 120;

    /// <summary>A start. However the jurisdiction was named, it is the same start.</summary>
    public static KeyedCommand Of(WorkflowStart start, WorkflowPerson person) =>
        new($"start:{start.Workflow}", start.Key, start.Key is null ? "" : DigestOf(person, "start", start with { Jurisdiction = "", Key = null }));

    /// <summary>A command to an instance. The version that was seen does not count: a client that comes back may have looked again.</summary>
    public static KeyedCommand Of(long instance, WorkflowCommand command, WorkflowPerson person, string? key) =>
        Of(instance, command.GetType().Name, command with { Version = 0 }, person, key);

    /// <summary>Anything else that is done to an instance.</summary>
    public static KeyedCommand Of(long instance, string what, object asked, WorkflowPerson person, string? key) => new($"instance:{instance}", key, key is null ? "" : DigestOf(person, what, asked));

    /// <summary>Something that belongs to no instance.</summary>
    public static KeyedCommand Of(string about, object asked, WorkflowPerson person, string? key) => new(about, key, key is null ? "" : DigestOf(person, about, asked));

    /// <summary>Does it, unless it was done under this key; the answer is kept with what was done. What is refused leaves nothing behind, the key included.</summary>
    public async Task<Answer<T>> OnceAsync<T>(CommandChain chain, Func<Task<Answer<T>>> work)
    {
        if (Key is null)
            return await work();
        if (Key.Length > Longest || Key.Contains('\0', StringComparison.Ordinal))
            return Answer.Refused<T>([WorkflowWords.BadKey(Longest)]);
        var folder = chain.Running.Jurisdiction.Folder;
        if (await KeyedAnswers.FindAsync(chain.Connection, folder, About, Key, chain.Cancel) is { } given)
            return string.Equals(given.Digest, Digest, StringComparison.Ordinal)
                ? Answer.Done(JsonSerializer.Deserialize<T>(given.Answer, JsonSerializerOptions.Web)!)
                : Answer.Refused<T>([WorkflowWords.KeyReused(Key)]);
        var answer = await work();
        if (answer.IsDone)
            await KeyedAnswers.KeepAsync(chain.Connection, folder, About, Key, new(Digest, JsonSerializer.Serialize(answer.Value, JsonSerializerOptions.Web)), chain.Now, chain.Cancel);
        return answer;
    }

    private static string DigestOf(WorkflowPerson person, string what, object asked) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { person, what, asked }, JsonSerializerOptions.Web)));
}
