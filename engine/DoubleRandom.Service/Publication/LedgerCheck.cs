using DoubleRandom.Core.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Follows a jurisdiction's public chain as anybody outside could who kept its newest signed head.</summary>
public sealed class LedgerCheck(NpgsqlDataSource source, LedgerPages pages)
{
    /// <summary>Everything that does not fit, each in words; nothing when the chain holds, or when nothing was published yet.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(string jurisdiction, CancellationToken cancel)
    {
        var walk = new LedgerWalk();
        if (await source.ReadAsync(connection => LedgerTable.NewestHeadAsync(connection, jurisdiction, cancel), cancel) is { } head)
            walk.Keep(LedgerPages.HeadJson(head), "head");
        for (long? after = 0; after is { } link;)
        {
            using var page = new MemoryStream();
            await pages.WriteAsync(jurisdiction, link, page, cancel);
            after = walk.Take(page.GetBuffer().AsMemory(0, (int)page.Length), "ledger");
        }

        return [.. walk.Differences.Select(difference => $"{difference.Subject}: {difference.Problem.En}")];
    }
}
