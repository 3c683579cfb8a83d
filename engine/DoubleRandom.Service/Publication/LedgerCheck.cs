using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Follows a jurisdiction's public chain where it is kept, up to its newest signed head.</summary>
public sealed class LedgerCheck(NpgsqlDataSource source)
{
    /// <summary>The first thing that does not fit; null when the chain holds, or when nothing was published yet.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<Refusal?> FaultAsync(string jurisdiction, CancellationToken cancel) => source.ReadAsync(connection => FaultAsync(connection, jurisdiction, cancel), cancel);

    private static async Task<Refusal?> FaultAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        var (head, headed) = (await LedgerTable.NewestHeadAsync(connection, jurisdiction, cancel), (string?)null);
        for (var reach = LedgerReach.Start; await LedgerTable.AfterAsync(connection, jurisdiction, reach.Sequence, LedgerWalk.PageSize, cancel) is { Count: > 0 } links;)
            foreach (var link in links)
            {
                if (reach.Against(link.Entry(jurisdiction), link.Content) is { } fault)
                    return fault;
                reach = new(link.Sequence, link.Hash);
                headed = link.Sequence == head?.Sequence ? link.Hash : headed;
            }

        return head is not null && await LedgerTable.KeyAsync(connection, cancel) is { } key ? LedgerReach.Against(head.Day, head.Head, head.Signature, key.PublicKey, headed) : null;
    }
}
