using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Publication;

/// <summary>The addresses of the public pages. They are for keeps: what was published stays where it was.</summary>
internal static class PublicRoutes
{
    public static void MapPublic(this RouteGroupBuilder pages)
    {
        pages.MapGet("/public", (HttpContext http, FrameReader frames, PublicReader reader) =>
            Page<PublicChoicePage>(frames.Of(http), PublicWords.Choose, new("", PublicWords.Product, ""), reader.Choice()));
        pages.MapGet("/public/{folder}", async (string folder, HttpContext http, FrameReader frames, PublicReader reader, CancellationToken cancel) =>
            reader.Of(folder) is { } pack
                ? Page<PublicHomePage>(frames.Of(http), PublicWords.Overview, Place(pack, ""), await reader.HomeAsync(pack, cancel))
                : Missing(frames.Of(http)));
        pages.MapGet("/public/{folder}/punctuality", async (string folder, HttpContext http, FrameReader frames, PublicReader reader, CancellationToken cancel) =>
            reader.Of(folder) is { } pack
                ? Page<PunctualityPage>(frames.Of(http), PublicWords.Punctuality, Place(pack, "punctuality"), await reader.PunctualityAsync(pack, cancel))
                : Missing(frames.Of(http)));
        pages.MapPublicData();
        pages.MapGet("/public/{folder}/{kind}", ListAsync);
        pages.MapGet("/public/{folder}/{kind}/{**key}", RecordAsync);
    }

    private static async Task<IResult> ListAsync(string folder, string kind, HttpContext http, FrameReader frames, PublicReader reader, CancellationToken cancel)
    {
        var frame = frames.Of(http);
        if (reader.Of(folder) is not { } pack || !StatementWords.TryKind(kind, out _))
            return Missing(frame);
        var view = await reader.ListAsync(pack, kind, Written(http, "q", 100), Written(http, "after", 11 + Statement.LongestKey), cancel);
        return http.Request.Headers.ContainsKey("HX-Request") ? PageResults.Fragment<PublicTable>(frame, view) : Page<PublicListPage>(frame, PublicWords.Kind(kind), Place(pack, kind), view);
    }

    private static async Task<IResult> RecordAsync(string folder, string kind, string key, int? version, HttpContext http, FrameReader frames, PublicReader reader, CancellationToken cancel)
    {
        var frame = frames.Of(http);
        if (reader.Of(folder) is not { } pack || !StatementWords.TryKind(kind, out _) || key.Length > Statement.LongestKey || await reader.RecordAsync(pack, kind, key, version, cancel) is not { } view)
            return Missing(frame);
        if (Written(http, "file", 200) is { } name)
            return await reader.FileAsync(view, name, cancel) is var (file, content) ? PublicFile.Of(http.Response, file, content) : Missing(frame);
        if (Written(http, "format", 10) is "json")
            return PublicDataRoutes.Record(view);
        var title = view.Record.IsWithheld ? PublicWords.Withheld : new Bilingual(view.Record.Title, view.Record.Title);
        return Page<PublicRecordPage>(frame, title, Place(pack, kind), view);
    }

    /// <summary>A page that does not exist, in the public's own frame.</summary>
    public static RazorComponentResult Missing(Frame frame) =>
        Page<TroublePage>(frame, TroubleView.Missing.Title, new("", PublicWords.Product, ""), TroubleView.Missing, StatusCodes.Status404NotFound);

    private static PublicPlace Place(Pack pack, string here) => new(pack.Jurisdiction.Folder, pack.Jurisdiction.Name, here);

    private static RazorComponentResult Page<T>(Frame frame, Bilingual title, PublicPlace place, object view, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new RazorComponentResult<PublicShell>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Frame"] = frame,
            ["Title"] = place.Folder.Length == 0 ? frame.Say(title) : $"{frame.Say(title)} · {frame.Say(place.Name)}", // The shell adds the product.
            ["Place"] = place,
            ["Body"] = typeof(T),
            ["View"] = view,
        })
        {
            StatusCode = status,
        };

    private static string? Written(HttpContext http, string name, int most) =>
        http.Request.Query[name].ToString().Trim() is { Length: > 0 } text && text.Length <= most && !text.Any(char.IsControl) ? text : null;
}
