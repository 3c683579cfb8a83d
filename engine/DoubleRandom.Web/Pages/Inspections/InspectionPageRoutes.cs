using DoubleRandom.Core;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Inspections;

/// <summary>The addresses of the inspections of a task.</summary>
internal static class InspectionPageRoutes
{
    private const string Address = "/workflows/{id:long}/inspections";
    private const int MostRows = 100;

    public static void MapInspections(this RouteGroupBuilder pages)
    {
        pages.MapGet(Address, ListAsync);
        pages.MapGet(Address + "/{target}", OneAsync);
    }

    private static async Task<RazorComponentResult> ListAsync(long id, string? after, HttpContext http, FrameReader frames, WorkflowReader workflows, InspectionReader reader, CancellationToken cancel)
    {
        if (await workflows.InstanceAsync(id, 1, cancel) is not { } task)
            return Missing(frames.Of(http));
        var rows = await reader.OfTaskAsync(id, after, MostRows + 1, cancel);
        var view = new InspectionListView(id, task.State.Subject, task.Pack, [.. rows.Take(MostRows)], rows.Count > MostRows ? rows[MostRows - 1].Target : null);
        return PageResults.Page<InspectionListPage>(frames.Of(http), Named(InspectionPageWords.Inspections, task.State.Subject), view);
    }

    private static async Task<RazorComponentResult> OneAsync(long id, string target, HttpContext http, FrameReader frames, WorkflowReader workflows, InspectionReader reader, CancellationToken cancel) =>
        await workflows.InstanceAsync(id, 1, cancel) is { } task && await reader.OneAsync(new(id, target), cancel) is { } detail
            ? PageResults.Page<InspectionPage>(frames.Of(http), Named(InspectionPageWords.Target, detail.Row.Name ?? target), new InspectionPageView(task.Pack, detail))
            : Missing(frames.Of(http));

    private static RazorComponentResult Missing(Frame frame) => PageResults.Trouble(frame, TroubleView.Missing);

    private static Bilingual Named(Bilingual what, string which) => new($"{what.Zh} · {which}", $"{what.En} · {which}");
}
