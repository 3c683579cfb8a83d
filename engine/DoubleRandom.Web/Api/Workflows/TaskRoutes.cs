using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Tasks: whose turn it is.</summary>
internal static class TaskRoutes
{
    /// <summary>The address of one task beneath the API's root.</summary>
    public const string One = InstanceRoutes.One + "/tasks/{run:int}";

    private const int Usual = 100;

    private static readonly Parameter[] Filter =
    [
        Parameter.Jurisdiction(),
        new("unit", ParameterKind.Text, new("单位的 id：指明该单位的，及其现任角色的；须同时写 jurisdiction", "id of a unit: tasks that name it, and those of the roles it holds today; needs jurisdiction")),
        new("role", ParameterKind.Text, new("角色的 id：属于该角色、尚未指明单位的", "id of a role: tasks of whoever holds it")),
        new("person", ParameterKind.Text, new("正在办理的人", "who has it in hand")),
        new("instance", ParameterKind.Number, new("流程实例的编号", "number of the instance")),
        new("state", ParameterKind.Choice, new("open 只要未办结的（默认），all 全部", "open for those that are not over (usual), all for all of them")) { Choices = ["open", "all"] },
        new("offset", ParameterKind.Count, new("跳过几条", "how many to leave out")) { Max = 10_000_000 },
        Parameter.Limit(InstanceFilter.MostRows, Usual),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks", FindAsync).Takes(Filter)
            .Is("tasks.list", new("查找待办", "Find tasks"), new("先到期的在前，没有期限的在最后；unit 和 role 同时写时取其一即可。", "Those due first at the top, those without a due day at the end; with unit and role either will do."))
            .Produces<TaskPage>();
        api.MapGet(One, OneAsync)
            .Is("tasks.get", new("读取待办", "Read a task"), new("连同可选结果、表单和附件。", "With its outcomes, its form and its files."), 404)
            .Produces<TaskDetailView>();
    }

    private static async Task<IResult> FindAsync(HttpRequest request, WorkflowReader reader, RunningPacks packs, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var pack = request.Text("jurisdiction") is { } name ? packs.Named(name) : null;
        if (request.Text("unit") is not null && pack is null)
            return new ProblemResult(ProblemKind.Invalid, Faults.MissingParameter("jurisdiction"));
        var (offset, most) = (request.Count("offset", 0), request.Count("limit", Usual));
        string[] owners = [.. Owners(request, pack, time)];
        var lines = await reader.TasksAsync(
            new(pack?.Jurisdiction.Folder, owners.Length == 0 ? null : owners, request.Text("person"), request.Number("instance"), request.Text("state") is not "all", offset, most), cancel);
        return Results.Ok(new TaskPage(offset, [.. lines.Select(TaskView.Of)], lines.Count == most ? offset + most : null));
    }

    private static async Task<IResult> OneAsync(long id, int run, WorkflowReader reader, CancellationToken cancel)
    {
        if (await reader.InstanceAsync(id, 1, cancel) is not { } detail)
            return InstanceRoutes.Missing(id);
        return TaskDetailView.Of(detail, run) is { } task
            ? Results.Ok(task)
            : new ProblemResult(ProblemKind.NotFound, Faults.Unknown("no-such-task", $"{id}/{run}", "待办", "task"));
    }

    /// <summary>Whose tasks are asked for, as <see cref="TaskFilter.Owners"/> writes it.</summary>
    private static IEnumerable<string> Owners(HttpRequest request, Pack? pack, TimeProvider time)
    {
        if (request.Text("role") is { } role)
            yield return $"role:{role}";
        if (request.Text("unit") is not { } id)
            yield break;
        yield return $"unit:{id}";
        var today = JurisdictionZone.Of(pack!.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        foreach (var held in pack.Unit(id) is { } unit ? unit.Roles.Select(holding => holding.Role).Where(held => unit.Holds(held, today)).Distinct(StringComparer.Ordinal) : [])
            yield return $"role:{held}";
    }
}
