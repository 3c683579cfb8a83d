using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Web.Pages.Draws;

/// <summary>Gathers the pages of draws.</summary>
internal sealed class DrawPageReader(RunningPacks packs, DrawReader draws, NpgsqlDataSource source, TimeProvider time)
{
    private const int MostWaiting = 50;

    /// <summary>The newest draws of each jurisdiction, or a page of one's.</summary>
    /// <param name="folder">The jurisdiction; null for all.</param>
    /// <param name="before">Only those of a smaller place; null begins with the newest.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DrawListView> ListAsync(string? folder, int? before, CancellationToken cancel)
    {
        var groups = new List<DrawGroup>();
        foreach (var pack in packs.All.Values.Where(pack => folder is null || pack == packs.Named(folder)).OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal))
            groups.Add(new(pack, await draws.ListAsync(pack.Jurisdiction.Folder, folder is null ? null : before, cancel)));
        return new(groups);
    }

    /// <summary>The page of a draw; null when there is none.</summary>
    public async Task<DrawPageView?> OneAsync(string folder, string number, DrawAttempt attempt, CancellationToken cancel) =>
        packs.Named(folder) is { } pack && await draws.FindAsync(pack.Jurisdiction.Folder, number, cancel) is { } detail
            ? new(pack, detail, await draws.StrataAsync(detail.Row, cancel), attempt, Today(pack))
            : null;

    /// <summary>The form on which a draw is prepared; null when there is no such jurisdiction.</summary>
    public async Task<PrepareDrawView?> PrepareAsync(string folder, DrawAttempt attempt, CancellationToken cancel) => packs.Named(folder) is not { } pack
        ? null
        : new(pack, [.. (await source.ReadAsync(connection => DrawTable.WaitingAsync(connection, pack.Jurisdiction.Folder, MostWaiting, cancel), cancel)).Select(one => new WaitingDraw(one.Instance, one.Subject, one.What))], attempt, Today(pack));

    private DateOnly Today(Pack pack) => JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
}
