using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Packs;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Jurisdictions;

/// <summary>Jurisdictions and their units.</summary>
internal static class JurisdictionRoutes
{
    private const int MostUnits = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jurisdictions", AllAsync)
            .Is("jurisdictions.list", new("列出辖区", "List jurisdictions"), new("全部已采用配置包的辖区。", "Every jurisdiction of which a pack was adopted."))
            .Produces<IReadOnlyList<JurisdictionView>>();
        api.MapGet("/jurisdictions/{name}", OneAsync)
            .Is("jurisdictions.get", new("读取辖区", "Read a jurisdiction"), new("按文件夹名、区划代码或短名。", "By folder, division code or short id."), 404)
            .Produces<JurisdictionView>();
        api.MapGet("/jurisdictions/{name}/units", UnitsAsync)
            .Is("jurisdictions.units", new("列出单位", "List units"), new("辖区的单位、其角色及各状态时限数，口径与首页相同。", "The jurisdiction's units with their roles and how their deadlines stand, counted as on the first page."), 404)
            .Produces<IReadOnlyList<UnitView>>();
    }

    private static async Task<IResult> AllAsync(NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var rows = await source.ReadAsync(connection => PackVersions.JurisdictionsAsync(connection, cancel), cancel);
        return Results.Ok(rows.Select(row => JurisdictionView.Of(row, packs.Of(row.Folder))));
    }

    private static async Task<IResult> OneAsync(string name, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var rows = await source.ReadAsync(connection => PackVersions.JurisdictionsAsync(connection, cancel), cancel);
        var folder = packs.FolderOf(name);
        return rows.FirstOrDefault(row => string.Equals(row.Folder, folder, StringComparison.Ordinal)) is { } row
            ? Results.Ok(JurisdictionView.Of(row, packs.Of(folder)))
            : packs.NoSuch(name);
    }

    private static async Task<IResult> UnitsAsync(string name, NpgsqlDataSource source, RunningPacks packs, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        var (zone, now) = (JurisdictionZone.Of(pack.Jurisdiction.TimeZone), time.GetUtcNow());
        var filter = OutlookFilter.At(pack.Jurisdiction.Folder, null, now, zone.DayOf(now), zone.At);
        var standings = await source.ReadAsync(connection => Outlook.StandingAsync(connection, filter, MostUnits, cancel), cancel);
        var byUnit = standings.ToDictionary(tally => tally.Unit, StringComparer.Ordinal);
        return Results.Ok(pack.Units.Select(unit => UnitView.Of(unit, pack, byUnit.GetValueOrDefault(unit.Id))));
    }
}
