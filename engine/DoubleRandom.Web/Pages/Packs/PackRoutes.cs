using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Packs;

/// <summary>The addresses of packs.</summary>
internal static class PackRoutes
{
    public static void MapPacks(this RouteGroupBuilder pages)
    {
        pages.MapGet("/packs", async (HttpContext http, FrameReader frames, PackReader reader, CancellationToken cancel) =>
            PageResults.Page<PackListPage>(frames.Of(http), PackWords.Packs, await reader.ListAsync(cancel)));
        pages.MapGet("/packs/{folder}", async (string folder, HttpContext http, FrameReader frames, PackReader reader, CancellationToken cancel) =>
            await reader.OneAsync(folder, cancel) is { } view
                ? PageResults.Page<PackPage>(frames.Of(http), view.Pack.Jurisdiction.Name, view)
                : PageResults.Trouble(frames.Of(http), TroubleView.Missing));
    }
}
