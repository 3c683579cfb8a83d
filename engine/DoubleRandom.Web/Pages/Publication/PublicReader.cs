using System.Globalization;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Web.Pages.Publication;

/// <summary>Gathers the public pages.</summary>
internal sealed class PublicReader(NpgsqlDataSource source, RunningPacks packs, LedgerSigner signer, Punctuality punctuality, NoticeSettings settings)
{
    private const int MostRows = 50;
    private const int MostNewest = 10;

    public Pack? Of(string folder) => packs.Of(folder);

    public PublicChoiceView Choice() =>
        new([.. packs.All.Values.Select(pack => (pack.Jurisdiction.Folder, pack.Jurisdiction.Name)).OrderBy(one => one.Folder, StringComparer.Ordinal)]);

    public async Task<PublicHomeView> HomeAsync(Pack pack, CancellationToken cancel)
    {
        var (folder, key) = (pack.Jurisdiction.Folder, await signer.PublicKeyAsync(cancel));
        await using var connection = await source.OpenConnectionAsync(cancel);
        var counts = await PublicQueries.CountsAsync(connection, folder, StatementWords.AllKinds.Select(kind => kind.Word()), cancel);
        var newest = await PublicQueries.NewestAsync(connection, folder, 2 * MostNewest, cancel);
        return new(pack, counts, [.. newest.Where(record => !record.IsWithheld).Take(MostNewest)], key, await LedgerTable.NewestHeadAsync(connection, folder, cancel));
    }

    /// <summary>A page of a kind. A whole code finds by code, anything else by a part of the title.</summary>
    public async Task<PublicListView> ListAsync(Pack pack, string kind, string? text, string? after, CancellationToken cancel)
    {
        var isCode = text is not null && CreditCode.HasShape(text.ToUpperInvariant());
        var filter = new PublicFilter(kind) { Code = isCode ? text!.ToUpperInvariant() : null, Title = isCode ? null : text, After = Place(after), Limit = MostRows + 1 };
        var rows = await source.ReadAsync(connection => PublicQueries.ListAsync(connection, pack.Jurisdiction.Folder, filter, cancel), cancel);
        var next = rows.Count > MostRows ? $"{rows[MostRows - 1].Day:yyyy-MM-dd}~{rows[MostRows - 1].Key}" : null;
        return new(pack, kind, text, filter.After is not null, [.. rows.Take(MostRows)], next, filter.Title is { Length: < NameGrams.Fewest });
    }

    /// <summary>A record, and the version of it that is asked for; null when there is no such record or version, or it may not be shown.</summary>
    public async Task<PublicRecordView?> RecordAsync(Pack pack, string kind, string key, int? version, CancellationToken cancel)
    {
        var folder = pack.Jurisdiction.Folder;
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (await PublicQueries.RecordAsync(connection, folder, kind, key, cancel) is not { } record)
            return null;
        var address = settings.BaseUrl + PublicAddresses.Of(folder, kind, key);
        if (record.IsWithheld)
            return new(pack, record, [], null, address); // The same whatever version is asked for.
        var versions = await PublicQueries.VersionsAsync(connection, folder, kind, key, cancel);
        var shown = versions.FirstOrDefault(one => one.Version == (version ?? record.Version) && ShownStatement.IsShown(record, one));
        return shown is null && version is not null ? null : new(pack, record, versions, shown, address);
    }

    /// <summary>The bytes of a file of the version that is shown; null when it has none of that name.</summary>
    public async Task<(StatementFile File, byte[] Content)?> FileAsync(PublicRecordView view, string name, CancellationToken cancel)
    {
        if (view.Shown is null || ShownStatement.Of(view.Shown.Content).Files.FirstOrDefault(file => string.Equals(file.Name, name, StringComparison.Ordinal)) is not { } file)
            return null;
        return await source.ReadAsync(connection => PublicQueries.FileAsync(connection, file.Sha256, cancel), cancel) is { } content ? (file, content) : null;
    }

    public async Task<PunctualityView> PunctualityAsync(Pack pack, CancellationToken cancel) => new(pack, await punctuality.OfAsync(pack, cancel));

    public Task<LedgerHeadRow?> HeadAsync(string folder, CancellationToken cancel) =>
        source.ReadAsync(connection => LedgerTable.NewestHeadAsync(connection, folder, cancel), cancel);

    public Task<IReadOnlyList<PublicRecordRow>> NewestAsync(Pack pack, int most, CancellationToken cancel) =>
        source.ReadAsync(connection => PublicQueries.NewestAsync(connection, pack.Jurisdiction.Folder, most, cancel), cancel);

    private static (DateOnly, string)? Place(string? after) =>
        after is { Length: > 11 } && after[10] == '~' && DateOnly.TryParseExact(after.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, after[11..]) : null;
}
