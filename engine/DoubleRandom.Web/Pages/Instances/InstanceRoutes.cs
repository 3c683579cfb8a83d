using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>The addresses of running procedures and of the files attached to them.</summary>
internal static class InstanceRoutes
{
    private const string Address = "/workflows/{id:long}";

    /// <summary>The largest request: a form with all its files.</summary>
    private const long MostBytes = 64 * 1_048_576;

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 20_000, ValueLengthLimit = 4 * 1_048_576 };

    public static void MapInstances(this RouteGroupBuilder pages)
    {
        pages.MapGet(Address, async (long id, int? task, string? journal, string? done, HttpContext http, InstanceReader reader, FrameReader frames, CancellationToken cancel) =>
            Show(http, frames, await reader.ReadAsync(id, task, journal is "long", Remembered(http), done ?? "", cancel)));
        pages.MapPost(Address, PostAsync);
        pages.MapGet("/workflows/files/{id:long}", FileAsync);
    }

    private static async Task<IResult> PostAsync(long id, HttpContext http, FrameReader frames, InstanceReader reader, InstanceActions actions, CancellationToken cancel)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        if (await actions.DoAsync(id, await http.Request.ReadFormAsync(Limits, cancel), cancel) is not var (deed, folder))
            return Show(http, frames, null);
        if (deed.Refusals.Count > 0 || deed.Action is "more")
            return Show(http, frames, await reader.ReadAsync(id, deed.Run, false, _ => deed, "", cancel));
        ActingPlace.Remember(http, folder, deed.Unit, deed.By);
        // What was done beside a form that is half filled in: the form is shown again as it was.
        if (deed.Verb is "claim" or "attach" or "comment" && deed.Content.Count + deed.Lists.Count > 0)
            return Show(http, frames, await reader.ReadAsync(id, deed.Run, false, _ => deed.WithoutRemark(), deed.Verb, cancel));
        var task = deed is { Run: { } run, Verb: not "complete" } ? string.Create(CultureInfo.InvariantCulture, $"&task={run}") : "";
        // 303: reloading the page that follows sends nothing again.
        http.Response.Headers.Location = $"{Places.Instance(id)}?done={Uri.EscapeDataString(deed.Verb)}{task}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static Func<string, Deed> Remembered(HttpContext http) => folder =>
    {
        var (unit, by) = ActingPlace.Of(http, folder);
        return Deed.None(unit, by);
    };

    private static RazorComponentResult Show(HttpContext http, FrameReader frames, InstanceView? view)
    {
        var frame = frames.Of(http);
        if (view is null)
            return PageResults.Trouble(frame, TroubleView.Missing);
        var name = view.Definition.Name;
        var title = new Bilingual($"{name.Zh} · {view.Row.Subject}", $"{name.En} · {view.Row.Subject}");
        return PageResults.Page<InstancePage>(frame, title, view, view.Deed.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What was attached is kept as it was, and is never opened inside a page of ours.</summary>
    private static async Task<IResult> FileAsync(long id, HttpContext http, FrameReader frames, NpgsqlDataSource source, CancellationToken cancel) =>
        await source.ReadAsync(connection => WorkflowFiles.GetAsync(connection, id, cancel), cancel) is { } file
            ? TypedResults.File(file.Content, "application/octet-stream", file.Name)
            : PageResults.Trouble(frames.Of(http), TroubleView.Missing);
}
