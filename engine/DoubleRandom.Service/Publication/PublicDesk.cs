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
    public async Task<Answer<PublicReceipt>> StateAsync(string jurisdiction, Statement statement, string by, string? key, CancellationToken cancel)
    {
        if (packs.Named(jurisdiction) is not { } pack)
            return Answer.Refused<PublicReceipt>([Refusals.Unknown("jurisdiction-unknown", jurisdiction, "辖区", "jurisdiction", packs.All.Keys)]);
        if (Check(pack, statement, by).ToArray() is { Length: > 0 } refusals)
            return Answer.Refused<PublicReceipt>(refusals);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await PublicLedger.LockAsync(connection, pack.Jurisdiction.Folder, cancel);
        var answer = await OnceAsync(connection, pack, statement, by, key, cancel);
        if (answer.IsDone)
            await transaction.CommitAsync(cancel);
        return answer;
    }

    private async Task<Answer<PublicReceipt>> OnceAsync(NpgsqlConnection connection, Pack pack, Statement statement, string by, string? key, CancellationToken cancel)
    {
        var (folder, about) = (pack.Jurisdiction.Folder, $"public:{statement.Kind.Word()}/{statement.Key}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { statement = statement with { On = default }, by })));
        if (key is not null && await KeyedAnswers.FindAsync(connection, folder, about, key, cancel) is { } given)
            return string.Equals(given.Digest, digest, StringComparison.Ordinal)
                ? Answer.Done(JsonSerializer.Deserialize<PublicReceipt>(given.Answer, JsonSerializerOptions.Web)!)
                : Answer.Refused<PublicReceipt>([PublicRefusals.KeyReused(key)]);
        if (statement.Act is StatementAct.Correct or StatementAct.Withdraw
            && await PublicQueries.RecordAsync(connection, folder, statement.Kind.Word(), statement.Key, cancel) is not { State: "published" or "corrected" })
            return Answer.Refused<PublicReceipt>([PublicRefusals.NotShown(statement.Key)]);
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
            yield return Refusals.Unknown("unit-unknown", unit, "单位", "unit", pack.Units.Select(known => known.Id));
        if (statement.Act is not StatementAct.Withhold && string.IsNullOrWhiteSpace(statement.Title))
            yield return PublicRefusals.NoTitle;
        if (StatementContent.FaultOf(statement) is { } fault)
            yield return fault;
    }
}
