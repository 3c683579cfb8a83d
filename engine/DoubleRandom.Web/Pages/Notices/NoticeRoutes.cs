using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
            await reader.OneAsync(id, done is "retry", cancel) is { } view
                ? PageResults.Page<NoticePage>(frames.Of(http), new Bilingual(view.Line.Row.Subject, view.Line.Row.Subject), view)
                : PageResults.Page<TroublePage>(frames.Of(http), TroubleView.Missing.Title, TroubleView.Missing, TroubleView.Missing.Status));
        pages.MapPost("/notices/{id:long}/retry", async (long id, HttpContext http, NoticeReader reader, CancellationToken cancel) =>
        {
            await reader.RetryAsync(id, cancel);
            http.Response.Headers.Location = $"{Places.Notice(id)}?done=retry";
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        });
    }
}
