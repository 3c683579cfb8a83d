using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Tasks;

/// <summary>The address of to-do lists.</summary>
internal static class TaskRoutes
{
    public static void MapTasks(this RouteGroupBuilder pages) =>
        pages.MapGet("/tasks", async (HttpContext http, FrameReader frames, TaskPageReader reader, string? jurisdiction, string? unit, int? from, CancellationToken cancel) =>
            PageResults.Page<TaskListPage>(frames.Of(http), TaskWords.Tasks, await reader.ReadAsync(jurisdiction, unit, from, cancel)));
}
