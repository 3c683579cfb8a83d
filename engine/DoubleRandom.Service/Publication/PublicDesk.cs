using System.Security.Cryptography;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Publication;
using DoubleRandom.Store.Workflows;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Where an office states something to the public by itself: what no procedure publishes, and corrections, withdrawals and withholdings of what one did.</summary>
public sealed class PublicDesk(NpgsqlDataSource source, RunningPacks packs, TimeProvider time)
{
    /// <summary>Makes a statement, with its entry in the audit chain.</summary>
    /// <param name="jurisdiction">The pack's folder, division code or short id.</param>
    /// <param name="statement">What is said.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="key">The same statement with the same key is made once, and gets the same receipt each time; null for none.</param>
    /// <param name="cancel">Gives up; nothing was said then.</param>
    public Task<Answer<PublicReceipt>> StateAsync(string jurisdiction, Statement statement, string by, string? key, CancellationToken cancel) =>
        InTurnAsync(jurisdiction, statement, by, (connection, pack) => OnceAsync(connection, pack, statement, by, key, cancel), cancel);

    /// <summary>Publishes a record that is said once: while it is shown nothing is said again, and the receipt is that of what stands.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="statement">What is said.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancel">Gives up; nothing was said then.</param>
    public Task<Answer<PublicReceipt>> PublishOnceAsync(string jurisdiction, Statement statement, string by, CancellationToken cancel) => InTurnAsync(
        jurisdiction, statement, by, async (connection, pack) => Answer.Done(await ShownAsync(connection, pack.Jurisdiction.Folder, statement, cancel) ?? await WriteAsync(connection, pack.Jurisdiction.Folder, statement, by, cancel)), cancel);

    /// <summary>What the public would read of a statement, without persons.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="statement">What would be said.</param>
    /// <param name="by">Who would say it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<Answer<Statement>> PreviewAsync(string jurisdiction, Statement statement, string by, CancellationToken cancel) => InTurnAsync(
        jurisdiction, statement, by, async (connection, pack) =>
        {
            var discretion = await PersonalWords.OfAsync(connection, pack.Jurisdiction.Folder, cancel);
            return await AgainstAsync(connection, pack.Jurisdiction.Folder, statement, discretion, cancel) is { Count: > 0 } refusals
                ? Answer.Refused<Statement>(refusals)
                : Answer.Done(discretion.Without(statement));
        }, cancel);

    /// <summary>Does something with a statement that can stand, in one transaction with the chain's end in hand; what was refused leaves nothing.</summary>
    private async Task<Answer<T>> InTurnAsync<T>(string jurisdiction, Statement statement, string by, Func<NpgsqlConnection, Pack, Task<Answer<T>>> act, CancellationToken cancel)
    {
        if (packs.Named(jurisdiction) is not { } pack)
            return Answer.Refused<T>([Refusal.Unknown("jurisdiction-unknown", jurisdiction, "辖区", "jurisdiction", packs.All.Keys)]);
        if (Check(pack, statement, by).ToArray() is { Length: > 0 } refusals)
            return Answer.Refused<T>(refusals);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await PublicLedger.LockAsync(connection, pack.Jurisdiction.Folder, cancel);
        var answer = await act(connection, pack);
        if (answer.IsDone)
            await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>What only the directories and the public record can tell against a statement.</summary>
    private static async Task<IReadOnlyList<Refusal>> AgainstAsync(NpgsqlConnection connection, string folder, Statement statement, Discretion discretion, CancellationToken cancel)
    {
        if (!string.Equals(discretion.Without(statement.Key), statement.Key, StringComparison.Ordinal))
            return [PublicRefusals.KeyOfPerson];
        return statement.Act is StatementAct.Correct or StatementAct.Withdraw && await PublicQueries.RecordAsync(connection, folder, statement.Kind.Word(), statement.Key, cancel) is not { State: "published" or "corrected" }
            ? [PublicRefusals.NotShown(statement.Key)]
            : [];
    }

    /// <summary>The receipt of a record that is shown; null when it is not.</summary>
    private static async Task<PublicReceipt?> ShownAsync(NpgsqlConnection connection, string folder, Statement statement, CancellationToken cancel) =>
        await PublicQueries.RecordAsync(connection, folder, statement.Kind.Word(), statement.Key, cancel) is { State: "published" or "corrected" } record
        && await PublicQueries.VersionsAsync(connection, folder, record.Kind, record.Key, cancel) is [var newest, ..]
            ? new(folder, record.Kind, record.Key, newest.Sequence, newest.Version, newest.Hash, PublicAddresses.Of(folder, record.Kind, record.Key))
            : null;

    private async Task<Answer<PublicReceipt>> OnceAsync(NpgsqlConnection connection, Pack pack, Statement statement, string by, string? key, CancellationToken cancel)
    {
        var (folder, about) = (pack.Jurisdiction.Folder, $"public:{statement.Kind.Word()}/{statement.Key}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { statement = statement with { On = default }, by })));
        if (key is not null && await KeyedAnswers.FindAsync(connection, folder, about, key, cancel) is { } given)
            return string.Equals(given.Digest, digest, StringComparison.Ordinal)
                ? Answer.Done(JsonSerializer.Deserialize<PublicReceipt>(given.Answer, JsonSerializerOptions.Web)!)
                : Answer.Refused<PublicReceipt>([PublicRefusals.KeyReused(key)]);
        if (await AgainstAsync(connection, folder, statement, await PersonalWords.OfAsync(connection, folder, cancel), cancel) is { Count: > 0 } refusals)
            return Answer.Refused<PublicReceipt>(refusals);
        var receipt = await WriteAsync(connection, folder, statement, by, cancel);
        if (key is not null)
            await KeyedAnswers.KeepAsync(connection, folder, about, key, new(digest, JsonSerializer.Serialize(receipt, JsonSerializerOptions.Web)), time.GetUtcNow(), cancel);
        return Answer.Done(receipt);
    }

    private async Task<PublicReceipt> WriteAsync(NpgsqlConnection connection, string folder, Statement statement, string by, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var entry = (await PublicLedger.AppendAsync(connection, folder, [new(statement)], now, cancel))[0];
        var detail = JsonSerializer.Serialize(new { entry.Sequence, entry.Version, statement.Reason, statement.Ground }, JsonSerializerOptions.Web);
        await AuditTrail.AppendAsync(connection, folder, now, by, $"public.{statement.Act.Word()}", $"{folder}/{statement.Kind.Word()}/{statement.Key}", detail, cancel);
        return new(folder, statement.Kind.Word(), entry.Key, entry.Sequence, entry.Version, entry.Hash, PublicAddresses.Of(folder, statement.Kind.Word(), entry.Key));
    }

    private static IEnumerable<Refusal> Check(Pack pack, Statement statement, string by)
    {
        if (string.IsNullOrWhiteSpace(by))
            yield return PublicRefusals.NoPerson;
        if (statement.Unit is { } unit && pack.Unit(unit) is null)
            yield return Refusal.Unknown("unit-unknown", unit, "单位", "unit", pack.Units.Select(known => known.Id));
        if (statement.Act is not StatementAct.Withhold && string.IsNullOrWhiteSpace(statement.Title))
            yield return PublicRefusals.NoTitle;
        if (StatementContent.FaultOf(statement) is { } fault)
            yield return fault;
    }
}
