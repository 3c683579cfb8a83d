using System.Globalization;
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

    /// <summary>So many links are checked before an answer: a few hundredths of a second.</summary>
    private const int Stretch = 5000;

    public static void MapAudit(this RouteGroupBuilder pages)
    {
        pages.MapGet("/audit", (HttpContext http, FrameReader frames, HomeReader home) =>
            PageResults.Page<AuditListPage>(frames.Of(http), PackWords.Audit, new AuditListView(home.Choose(null, null).Jurisdictions)));
        pages.MapGet("/audit/{folder}", ChainAsync);
        pages.MapGet("/audit/{folder}/check", CheckAsync);
    }

    private static async Task<RazorComponentResult> ChainAsync(string folder, HttpContext http, FrameReader frames, RunningPacks packs, NpgsqlDataSource source, CancellationToken cancel)
    {
        if (packs.Named(folder)?.Jurisdiction is not { } who)
            return PageResults.Trouble(frames.Of(http), TroubleView.Missing);
        var view = await source.ReadAsync(
            async connection =>
            {
                var entries = await AuditTrail.NewestAsync(connection, who.Folder, MostEntries, cancel);
                var reach = await AuditTrail.FollowAsync(connection, who.Folder, From(http.Request), Stretch, cancel);
                return new AuditView(who.Folder, who.Name, who.TimeZone, entries, new(who.Folder, reach, entries is [var newest, ..] ? newest.Sequence : 0));
            },
            cancel);
        return PageResults.Page<AuditPage>(frames.Of(http), new Bilingual($"{PackWords.Audit.Zh} · {who.Name.Zh}", $"{PackWords.Audit.En} · {who.Name.En}"), view);
    }

    private static async Task<RazorComponentResult> CheckAsync(string folder, HttpContext http, FrameReader frames, NpgsqlDataSource source, CancellationToken cancel)
    {
        var reach = await source.ReadAsync(connection => AuditTrail.FollowAsync(connection, folder, From(http.Request), Stretch, cancel), cancel);
        var total = long.TryParse(http.Request.Query["of"], NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : reach.Sequence;
        return PageResults.Fragment<AuditCheck>(frames.Of(http), new AuditCheckView(folder, reach, Math.Max(total, reach.Sequence)));
    }

    /// <summary>Where a check goes on. The address carries it, so that no server has to remember what it saw, and every look at the page begins anew.</summary>
    private static AuditReach From(HttpRequest request) =>
        long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) && request.Query["hash"] is [{ Length: 64 } hash] && hash.All(char.IsAsciiHexDigit)
            ? new(after, Convert.FromHexString(hash))
            : AuditReach.Start;
}
