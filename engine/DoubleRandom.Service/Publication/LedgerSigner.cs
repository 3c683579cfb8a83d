using System.Security.Cryptography;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Signs the heads of the public chains: every day, and when asked. The key is made once for a database.</summary>
public sealed class LedgerSigner(NpgsqlDataSource source, RunningPacks packs, TimeProvider time)
{
    /// <summary>The public half of the key, in base64; the key is made when there is none.</summary>
    public async Task<string> PublicKeyAsync(CancellationToken cancel) => (await source.ReadAsync(connection => KeyAsync(connection, cancel), cancel)).PublicKey;

    /// <summary>Signs every chain of a jurisdiction that runs here.</summary>
    /// <returns>How many chains have a head of today now.</returns>
    public async Task<int> AllAsync(CancellationToken cancel)
    {
        var signed = 0;
        foreach (var folder in packs.All.Keys.Order(StringComparer.Ordinal))
            signed += await SignAsync(folder, cancel) is null ? 0 : 1;
        return signed;
    }

    /// <summary>Signs a chain as it stands, for today; null when nothing was ever published or the jurisdiction does not run here.</summary>
    public async Task<LedgerHeadRow?> SignAsync(string jurisdiction, CancellationToken cancel)
    {
        if (packs.Of(jurisdiction) is not { } pack)
            return null;
        var now = time.GetUtcNow();
        return await source.InTransactionAsync(
            async connection =>
            {
                if (await LedgerTable.EndAsync(connection, jurisdiction, cancel) is not ({ } sequence, { } hash))
                    return null;
                var head = Signed(await KeyAsync(connection, cancel), new(jurisdiction, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now), sequence, hash, now, ""));
                await LedgerTable.KeepHeadAsync(connection, jurisdiction, head, cancel);
                return head;
            },
            cancel);
    }

    private static LedgerHeadRow Signed(LedgerKeyRow key, LedgerHead head)
    {
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(key.PrivateKey, out _);
        var json = (head with { PublicKey = key.PublicKey }).Json();
        return new(head.Day, head.Sequence, json, LedgerHead.Sign(signer, json));
    }

    private async Task<LedgerKeyRow> KeyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await LedgerTable.KeyAsync(connection, cancel) is { } key)
            return key;
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var row = new LedgerKeyRow(made.ExportPkcs8PrivateKey(), Convert.ToBase64String(made.ExportSubjectPublicKeyInfo()));
        return await LedgerTable.KeepKeyAsync(connection, row, time.GetUtcNow(), cancel);
    }
}
