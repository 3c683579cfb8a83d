using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Draws;

/// <summary>The addresses of draws for staff.</summary>
internal static class DrawPageRoutes
{
    public static void MapDraws(this RouteGroupBuilder pages)
    {
        pages.MapGet("/draws", async (HttpContext http, FrameReader frames, DrawPageReader reader, string? jurisdiction, int? before, CancellationToken cancel) =>
            PageResults.Page<DrawListPage>(frames.Of(http), DrawWords.Draws, await reader.ListAsync(jurisdiction, before, cancel)));
        pages.MapGet("/draws/{folder}/new", async (string folder, HttpContext http, FrameReader frames, DrawPageReader reader, string? @for, string? supersedes, CancellationToken cancel) =>
            await PrepareAsync(frames.Of(http), reader, folder, Begin(http, folder) with { Texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["for"] = @for ?? "", ["supersedes"] = supersedes ?? "" } }, cancel));
        pages.MapPost("/draws/{folder}/new", PostNewAsync);
        pages.MapGet("/draws/{folder}/{number}", async (string folder, string number, HttpContext http, FrameReader frames, DrawPageReader reader, CancellationToken cancel) =>
            await ShowAsync(frames.Of(http), reader, folder, number, Begin(http, folder), cancel));
        pages.MapPost("/draws/{folder}/{number}", PostStepAsync);
    }

    private static DrawAttempt Begin(HttpContext http, string folder)
    {
        var (unit, by) = ActingPlace.Of(http, folder);
        return DrawAttempt.None(unit, by);
    }

    private static async Task<IResult> PostNewAsync(string folder, HttpContext http, FrameReader frames, DrawPageReader reader, DrawPageActions actions, CancellationToken cancel)
    {
        var (attempt, number) = await actions.PrepareAsync(folder, await http.Request.ReadFormAsync(cancel), cancel);
        return number is null ? await PrepareAsync(frames.Of(http), reader, folder, attempt, cancel) : Onward(http, folder, number, attempt);
    }

    private static async Task<IResult> PostStepAsync(string folder, string number, HttpContext http, FrameReader frames, DrawPageReader reader, DrawPageActions actions, CancellationToken cancel)
    {
        var attempt = await actions.StepAsync(folder, number, await http.Request.ReadFormAsync(cancel), cancel);
        return attempt.Refusals.Count > 0 ? await ShowAsync(frames.Of(http), reader, folder, number, attempt, cancel) : Onward(http, folder, number, attempt);
    }

    /// <summary>303: reloading the page that follows sends nothing again.</summary>
    private static StatusCodeHttpResult Onward(HttpContext http, string folder, string number, DrawAttempt attempt)
    {
        ActingPlace.Remember(http, folder, attempt.Unit, attempt.By);
        http.Response.Headers.Location = Places.Draw(folder, number);
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> PrepareAsync(Frame frame, DrawPageReader reader, string folder, DrawAttempt attempt, CancellationToken cancel) =>
        await reader.PrepareAsync(folder, attempt, cancel) is { } view
            ? PageResults.Page<PrepareDrawPage>(frame, DrawWords.Prepare, view, Status(attempt))
            : Missing(frame, TroubleView.Missing);

    private static async Task<RazorComponentResult> ShowAsync(Frame frame, DrawPageReader reader, string folder, string number, DrawAttempt attempt, CancellationToken cancel) =>
        await reader.OneAsync(folder, number, attempt, cancel) is { } view
            ? PageResults.Page<DrawPage>(frame, new($"{DrawWords.Draw.Zh} {number}", $"{DrawWords.Draw.En} {number}"), view, Status(attempt))
            : Missing(frame, new(StatusCodes.Status404NotFound, DrawWords.NoDraw(number), DrawWords.NoDrawRemedy) { Onward = (Places.Draws(folder), DrawWords.Draws) });

    private static RazorComponentResult Missing(Frame frame, TroubleView trouble) => PageResults.Trouble(frame, trouble);

    private static int Status(DrawAttempt attempt) => attempt.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
