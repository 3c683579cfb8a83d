using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Web.Pages.Directories;

/// <summary>Gathers the pages of the directories.</summary>
internal sealed class DirectoryPageReader(NpgsqlDataSource source, RunningPacks packs)
{
    private const int MostRows = 50;

    public async Task<DirectoryListView> ListAsync(CancellationToken cancel)
    {
        var groups = new List<DirectoryGroup>();
        await using var connection = await source.OpenConnectionAsync(cancel);
        foreach (var pack in packs.All.Values.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal))
            groups.Add(new(pack.Jurisdiction.Folder, pack.Jurisdiction.Name, pack.Jurisdiction.TimeZone, await LinesAsync(connection, pack, cancel)));
        return new(groups);
    }

    /// <summary>A page of a directory; null when there is no such directory.</summary>
    public async Task<DirectoryPageView?> PageAsync(string folder, string directory, DirectorySearch search, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack || DirectorySheets.Of(pack, directory) is not { } sheet)
            return null;
        var (isCode, place) = (search.IsCode(sheet), new DirectoryPlace(pack.Jurisdiction.Folder, sheet.Id));
        var filter = new DirectoryFilter
        {
            Code = isCode ? search.Text!.ToUpperInvariant() : null,
            Name = isCode ? null : search.Text,
            Area = search.Area,
            Industry = search.Industry,
            Class = search.Class,
            Unit = search.Unit,
            After = search.After,
            Limit = MostRows + 1,
        };
        var rows = await source.ReadAsync(connection => DirectoryQueries.ListAsync(connection, place, filter, cancel), cancel);
        return new(pack, sheet, search, [.. rows.Take(MostRows)], rows.Count > MostRows ? rows[MostRows - 1].Code : null, filter.Name is { Length: < NameGrams.Fewest });
    }

    /// <summary>The page of a row; null when there never was one.</summary>
    public async Task<RowPageView?> RowAsync(string folder, string directory, string code, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack || DirectorySheets.Of(pack, directory) is not { } sheet)
            return null;
        var versions = await source.ReadAsync(connection => DirectoryQueries.VersionsAsync(connection, new(pack.Jurisdiction.Folder, sheet.Id), code, cancel), cancel);
        return versions.Count == 0 ? null : new(pack, sheet, [.. versions.Reverse()], directory is TargetSheet.Id ? Classes(versions) : []);
    }

    private static IReadOnlyList<(DateOnly, string)> Classes(IReadOnlyList<DirectoryRow> versions) =>
        [.. Target.ClassesOf(versions.Select(row => (row.ValidFrom, Target.Of(JsonElement.Parse(row.Content)))))?.Entries.Select(entry => (entry.From, entry.Value)) ?? []];

    private static async Task<IReadOnlyList<DirectoryLine>> LinesAsync(NpgsqlConnection connection, Pack pack, CancellationToken cancel)
    {
        var lines = new List<DirectoryLine>();
        foreach (var sheet in DirectorySheets.Ids.Select(id => DirectorySheets.Of(pack, id)!))
        {
            var place = new DirectoryPlace(pack.Jurisdiction.Folder, sheet.Id);
            lines.Add(new(sheet, await DirectoryQueries.CountAsync(connection, place, cancel), (await DirectoryQueries.ImportsAsync(connection, place, cancel)).FirstOrDefault()));
        }

        return lines;
    }
}
