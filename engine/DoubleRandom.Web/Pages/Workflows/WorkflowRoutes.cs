using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>The addresses of procedures and their definitions.</summary>
internal static class WorkflowRoutes
{
    private const string Definition = "/workflows/definitions/{folder}/{id}";

    public static void MapWorkflows(this RouteGroupBuilder pages)
    {
        pages.MapGet("/workflows", async (
            HttpContext http, FrameReader frames, WorkflowPageReader reader, string? jurisdiction, string? unit, string? status, long? before, CancellationToken cancel) =>
            PageResults.Page<WorkflowListPage>(frames.Of(http), FlowWords.Workflows, await reader.ListAsync(jurisdiction, unit, status, before, cancel)));
        pages.MapGet(Definition, async (string folder, string id, HttpContext http, FrameReader frames, WorkflowPageReader reader, CancellationToken cancel) =>
        {
            var (unit, by) = ActingPlace.Of(http, folder);
            return await ShowAsync(frames.Of(http), reader, folder, id, StartAttempt.Of(unit, by), cancel);
        });
        pages.MapPost(Definition, PostAsync);
    }

    private static async Task<IResult> PostAsync(string folder, string id, HttpContext http, FrameReader frames, WorkflowPageReader reader, StartActions actions, CancellationToken cancel)
    {
        var (attempt, instance) = await actions.StartAsync(folder, id, await http.Request.ReadFormAsync(cancel), cancel);
        if (instance is not { } number)
            return await ShowAsync(frames.Of(http), reader, folder, id, attempt, cancel);
        ActingPlace.Remember(http, folder, attempt.Unit, attempt.By);
        // 303: reloading the page that follows sends nothing again.
        http.Response.Headers.Location = $"{Places.Instance(number)}?done=start";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<RazorComponentResult> ShowAsync(Frame frame, WorkflowPageReader reader, string folder, string id, StartAttempt attempt, CancellationToken cancel)
    {
        if (await reader.DefinitionAsync(folder, id, attempt, cancel) is not { } view)
            return PageResults.Trouble(frame, TroubleView.Missing);
        var (name, place) = (view.Definition.Name, view.Pack.Jurisdiction.Name);
        return PageResults.Page<DefinitionPage>(
            frame, new Bilingual($"{name.Zh} · {place.Zh}", $"{name.En} · {place.En}"), view, attempt.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
