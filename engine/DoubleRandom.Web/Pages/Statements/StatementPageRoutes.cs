using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Statements;

/// <summary>The addresses on which an office states something to the public by hand.</summary>
internal static class StatementPageRoutes
{
    public static void MapStatements(this RouteGroupBuilder pages)
    {
        pages.MapGet("/statements", (HttpContext http, FrameReader frames, StatementPageReader reader) =>
            PageResults.Page<StatementChoicePage>(frames.Of(http), StatementPageWords.Statements, reader.Choice()));
        pages.MapGet("/statements/{folder}", async (string folder, HttpContext http, FrameReader frames, StatementPageReader reader, long? done, CancellationToken cancel) =>
            reader.Of(folder) is { } pack
                ? await ShowAsync(frames.Of(http), reader, pack, new(StatementPageActions.Asked(http.Request.Query, ActingPlace.Of(http, folder).By), null, done), cancel)
                : Missing(frames.Of(http)));
        pages.MapPost("/statements/{folder}", PostAsync);
    }

    private static async Task<IResult> PostAsync(string folder, HttpContext http, FrameReader frames, StatementPageReader reader, StatementPageActions actions, CancellationToken cancel)
    {
        if (reader.Of(folder) is not { } pack)
            return Missing(frames.Of(http));
        var entered = StatementPageActions.Entered(await http.Request.ReadFormAsync(cancel));
        if (entered.Do is not "state" || !string.Equals(entered["seen"], entered.Digest, StringComparison.Ordinal)) // What was changed since is shown again first.
        {
            var (shown, preview) = await actions.PreviewAsync(pack, entered, cancel);
            return await ShowAsync(frames.Of(http), reader, pack, new(shown, preview, null), cancel);
        }

        var (attempt, receipt) = await actions.StateAsync(pack, entered, cancel);
        return receipt is null ? await ShowAsync(frames.Of(http), reader, pack, new(attempt, null, null), cancel) : Onward(http, folder, attempt.By, receipt);
    }

    /// <summary>303: reloading the page that follows sends nothing again.</summary>
    private static StatusCodeHttpResult Onward(HttpContext http, string folder, string by, PublicReceipt receipt)
    {
        ActingPlace.Remember(http, folder, ActingPlace.Of(http, folder).Unit, by);
        http.Response.Headers.Location = FormattableString.Invariant($"/statements/{folder}?done={receipt.Sequence}");
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> ShowAsync(Frame frame, StatementPageReader reader, Pack pack, Shown shown, CancellationToken cancel) => PageResults.Page<StatementPage>(
        frame, StatementPageWords.Statements, await reader.ReadAsync(pack, shown.Attempt, shown.Preview, shown.Done, cancel), shown.Attempt.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static RazorComponentResult Missing(Frame frame) => PageResults.Trouble(frame, TroubleView.Missing);

    private sealed record Shown(StatementAttempt Attempt, Statement? Preview, long? Done);
}
