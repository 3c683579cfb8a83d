using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>The addresses of deadlines and of files that were handed in.</summary>
internal static class DeadlineRoutes
{
    private const string Address = "/deadlines/{jurisdiction}/{obligation}/{unit}/{**period}";

    /// <summary>The largest request: a form with all its files.</summary>
    private const long MostBytes = 64 * 1_048_576;

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 20_000, ValueLengthLimit = 1_048_576 };

    public static void MapDeadlines(this RouteGroupBuilder pages)
    {
        pages.MapGet(Address, async (HttpContext http, FrameReader frames, DeadlineReader reader, CancellationToken cancel) =>
            await ShowAsync(frames.Of(http), reader, KeyOf(http), Attempt.None, http.Request.Query["done"].FirstOrDefault() ?? "", cancel));
        pages.MapPost(Address, PostAsync);
        pages.MapGet("/attachments/{id:long}", FileAsync);
    }

    private static async Task<IResult> PostAsync(HttpContext http, FrameReader frames, DeadlineReader reader, DeadlineActions actions, CancellationToken cancel)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        var key = KeyOf(http);
        var attempt = await actions.DoAsync(key, await http.Request.ReadFormAsync(Limits, cancel), cancel);
        if (attempt.Refusals.Count > 0 || attempt.Action is "more")
            return await ShowAsync(frames.Of(http), reader, key, attempt, "", cancel);
        // 303: reloading the page that follows sends nothing again.
        http.Response.Headers.Location = $"{Places.Of(key)}?done={attempt.Action}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> ShowAsync(Frame frame, DeadlineReader reader, DeadlineKey key, Attempt attempt, string done, CancellationToken cancel)
    {
        if (await reader.ReadAsync(key, attempt, done, cancel) is not { } view)
            return PageResults.Trouble(frame, TroubleView.Missing);
        var title = new Bilingual($"{view.Name.Zh} · {view.Unit.Zh}", $"{view.Name.En} · {view.Unit.En}");
        return PageResults.Page<DeadlinePage>(frame, title, view, attempt.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What was handed in is kept as it was, and is never opened inside a page of ours.</summary>
    private static async Task<IResult> FileAsync(long id, HttpContext http, FrameReader frames, NpgsqlDataSource source, CancellationToken cancel) =>
        await source.ReadAsync(connection => SubmissionTable.FileAsync(connection, id, cancel), cancel) is { } file
            ? TypedResults.File(file.Content, "application/octet-stream", file.Name)
            : PageResults.Trouble(frames.Of(http), TroubleView.Missing);

    /// <summary>A subject may hold a slash, which routing leaves escaped.</summary>
    private static DeadlineKey KeyOf(HttpContext http) => new(
        Value(http, "jurisdiction"), Value(http, "obligation"), Value(http, "unit"), Value(http, "period").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));

    private static string Value(HttpContext http, string name) => http.Request.RouteValues[name] as string ?? "";
}
