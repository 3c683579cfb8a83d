using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>A chain as it stands in the database.</summary>
internal sealed class StoredLedger(Database database, string jurisdiction) : LedgerSource
{
    private readonly LedgerPages _pages = new(database.Source);

    public override async Task<byte[]?> PageAsync(long after, CancellationToken cancel)
    {
        using var page = new MemoryStream();
        await _pages.WriteAsync(jurisdiction, after, page, cancel);
        return page.ToArray();
    }

    public override async Task<byte[]?> FileAsync(string jurisdiction, LedgerFile file, CancellationToken cancel) =>
        await database.Source.ReadAsync(connection => PublicQueries.FileAsync(connection, file.Sha256, cancel), cancel);
}
