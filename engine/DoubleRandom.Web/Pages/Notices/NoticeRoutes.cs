using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Notices;

/// <summary>The addresses of notices.</summary>
internal static class NoticeRoutes
{
    public static void MapNotices(this RouteGroupBuilder pages)
    {
        pages.MapGet("/notices", async (HttpContext http, FrameReader frames, NoticeReader reader, string? jurisdiction, string? unit, long? before, CancellationToken cancel) =>
            PageResults.Page<InboxPage>(frames.Of(http), NoticeWords.Inbox, await reader.InboxAsync(jurisdiction, unit, before, cancel)));
        pages.MapGet("/notices/{id:long}", async (long id, HttpContext http, FrameReader frames, NoticeReader reader, string? done, CancellationToken cancel) =>
            await ShowAsync(id, frames.Of(http), reader, CircularAttempt.None(""), done ?? "", cancel));
        pages.MapPost("/notices/{id:long}/circular", CircularAsync);
        pages.MapPost("/notices/{id:long}/retry", async (long id, HttpContext http, NoticeReader reader, CancellationToken cancel) =>
        {
            await reader.RetryAsync(id, cancel);
            http.Response.Headers.Location = $"{Places.Notice(id)}?done=retry";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        });
    }

    private static async Task<IResult> CircularAsync(long id, HttpContext http, FrameReader frames, NoticeReader reader, CircularActions actions, CancellationToken cancel)
    {
        var attempt = await actions.DoAsync(id, await http.Request.ReadFormAsync(cancel), cancel);
        if (attempt.Refusals.Count > 0)
            return await ShowAsync(id, frames.Of(http), reader, attempt, "", cancel);
        // 303: reloading the page that follows sends nothing again.
        http.Response.Headers.Location = $"{Places.Notice(id)}?done=circular";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> ShowAsync(long id, Frame frame, NoticeReader reader, CircularAttempt attempt, string done, CancellationToken cancel) =>
        await reader.OneAsync(id, attempt, done, cancel) is { } view
            ? PageResults.Page<NoticePage>(frame, new Bilingual(view.Line.Row.Subject, view.Line.Row.Subject), view, attempt.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : PageResults.Trouble(frame, TroubleView.Missing);
}
