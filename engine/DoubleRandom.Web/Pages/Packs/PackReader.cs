using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Packs;
using Npgsql;

namespace DoubleRandom.Web.Pages.Packs;

/// <summary>Gathers the pages about packs.</summary>
internal sealed class PackReader(NpgsqlDataSource source, RunningPacks packs, TimeProvider time)
{
    public Task<PackListView> ListAsync(CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            var versions = (await PackVersions.RunningAsync(connection, cancel)).ToDictionary(version => version.Jurisdiction, StringComparer.Ordinal);
            var lines = (await PackVersions.JurisdictionsAsync(connection, cancel)).Select(row => new PackLine(row, packs.Of(row.Folder), versions.GetValueOrDefault(row.Folder)));
            return new PackListView([.. lines], [.. (await PackVersions.RejectionsAsync(connection, cancel)).Select(Refused)]);
        },
        cancel);

    /// <summary>One pack by folder, code or id; null when none of that name runs.</summary>
    public Task<PackView?> OneAsync(string name, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            if (packs.Named(name) is not { } pack)
                return null;
            var (folder, today) = (pack.Jurisdiction.Folder, Today(pack));
            var refused = (await PackVersions.RejectionsAsync(connection, cancel)).FirstOrDefault(row => string.Equals(row.Jurisdiction, folder, StringComparison.Ordinal));
            var next = (await Outlook.NextAsync(connection, folder, today, cancel)).ToDictionary(one => one.Obligation, StringComparer.Ordinal);
            return new PackView(pack, await PackVersions.OfAsync(connection, folder, cancel), refused is null ? null : Refused(refused), next, today);
        },
        cancel);

    private DateOnly Today(Pack pack) => JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());

    private static RefusedPack Refused(PackRejectionRow row) =>
        new(row.Jurisdiction, row.SeenAt, JsonSerializer.Deserialize<Diagnostic[]>(row.Diagnostics, JsonSerializerOptions.Web) ?? []);
}
