using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Home;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Events;

/// <summary>The addresses of events.</summary>
internal static class EventPageRoutes
{
    public static void MapEvents(this RouteGroupBuilder pages)
    {
        pages.MapGet("/events", (HttpContext http, FrameReader frames, HomeReader home) =>
            PageResults.Page<EventChoicePage>(frames.Of(http), EventWords.Events, new EventChoiceView(home.Choose(null, null).Jurisdictions)));
        pages.MapGet("/events/{folder}", async (string folder, HttpContext http, FrameReader frames, EventPageReader reader, CancellationToken cancel) =>
            await ShowAsync(frames.Of(http), reader, folder, null, Done(http.Request.Query["done"].FirstOrDefault()), cancel));
        pages.MapPost("/events/{folder}", PostAsync);
    }

    private static async Task<IResult> PostAsync(string folder, HttpContext http, FrameReader frames, EventPageReader reader, EventPageActions actions, CancellationToken cancel)
    {
        var (attempt, report) = await actions.DoAsync(folder, await http.Request.ReadFormAsync(cancel), cancel);
        if (report is null)
            return await ShowAsync(frames.Of(http), reader, folder, attempt, null, cancel);
        // 303: reloading the page that follows sends nothing again.
        http.Response.Headers.Location = FormattableString.Invariant($"/events/{report.Jurisdiction}?done={report.Added},{report.Moved},{report.Withdrawn}");
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> ShowAsync(Frame frame, EventPageReader reader, string folder, EventAttempt? attempt, Bilingual? done, CancellationToken cancel)
    {
        if (await reader.ReadAsync(folder, attempt, done, cancel) is not { } view)
            return PageResults.Trouble(frame, TroubleView.Missing);
        var name = view.Pack.Jurisdiction.Name;
        var title = new Bilingual($"{EventWords.Events.Zh} · {name.Zh}", $"{EventWords.Events.En} · {name.En}");
        return PageResults.Page<EventPage>(frame, title, view, attempt is { Refusals.Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>How many deadlines came, moved and went: three numbers that the answer to the form put into the address.</summary>
    private static Bilingual? Done(string? text)
    {
        int?[] counts = [.. (text ?? "").Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null)];
        return counts is [{ } added, { } moved, { } withdrawn] ? EventWords.Recorded(added, moved, withdrawn) : null;
    }
}
