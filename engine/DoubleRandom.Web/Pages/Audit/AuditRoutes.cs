using DoubleRandom.Core;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Home;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Pages.Audit;

/// <summary>The addresses of the audit chains.</summary>
internal static class AuditRoutes
{
    private const int MostEntries = 200;

    public static void MapAudit(this RouteGroupBuilder pages)
    {
        pages.MapGet("/audit", (HttpContext http, FrameReader frames, HomeReader home) =>
            PageResults.Page<AuditListPage>(frames.Of(http), PackWords.Audit, new AuditListView(home.Choose(null, null).Jurisdictions)));
        pages.MapGet("/audit/{folder}", ChainAsync);
    }

    private static async Task<RazorComponentResult> ChainAsync(string folder, HttpContext http, FrameReader frames, RunningPacks packs, NpgsqlDataSource source, CancellationToken cancel)
    {
        if (packs.Named(folder)?.Jurisdiction is not { } who)
            return PageResults.Page<TroublePage>(frames.Of(http), TroubleView.Missing.Title, TroubleView.Missing, TroubleView.Missing.Status);
        var view = await source.ReadAsync(
            async connection => new AuditView(
                who.Folder, who.Name, who.TimeZone, await AuditTrail.NewestAsync(connection, who.Folder, MostEntries, cancel), await AuditTrail.FirstBrokenAsync(connection, who.Folder, cancel)),
            cancel);
        return PageResults.Page<AuditPage>(frames.Of(http), new Bilingual($"{PackWords.Audit.Zh} · {who.Name.Zh}", $"{PackWords.Audit.En} · {who.Name.En}"), view);
    }
}
