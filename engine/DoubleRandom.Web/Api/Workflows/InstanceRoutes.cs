using DoubleRandom.Core;
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

/// <summary>Instances: finding, reading, drawing.</summary>
internal static class InstanceRoutes
{
    /// <summary>The address of one instance beneath the API's root.</summary>
    public const string One = "/workflow-instances/{id:long}";

    private const int Usual = 100;
    private const int MostLines = 500;

    private static readonly Parameter[] Filter =
    [
        Parameter.Jurisdiction(),
        new("unit", ParameterKind.Text, new("参与单位的 id", "id of a unit that takes part")),
        new("workflow", ParameterKind.Text, new("流程的 id", "id of the workflow")),
        new("status", ParameterKind.Choice, new("状态；trouble 为系统无法继续的；不写则全部", "status; trouble are those that the engine could not carry on; all unless given")) { Choices = ["running", "ended", "cancelled", "trouble"] },
        new("subject", ParameterKind.Text, new("事项编号", "what it is about")),
        Parameter.BeforeId,
        Parameter.Limit(InstanceFilter.MostRows, Usual),
    ];

    private static readonly Parameter Lines = new("lines", ParameterKind.Count, new($"流水至多几行，取最新的，不写为 {Usual}", $"how many lines of the journal at most, the newest; {Usual} unless given")) { Min = 1, Max = MostLines };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances", FindAsync).Takes(Filter)
            .Is("workflow-instances.list", new("查找流程实例", "Find instances"), new("最新的在前；用 beforeId 翻页。", "The newest first; beforeId turns the page."))
            .Produces<InstancePage>();
        api.MapGet(One, OneAsync).Takes(Lines)
            .Is("workflow-instances.get", new("读取流程实例", "Read an instance"), new("连同待办、对象、可用操作、附件、子流程和用文字写的流水。", "With its tasks, items, actions, files, called instances, and its journal in words."), 404)
            .Produces<InstanceDetailView>();
        api.MapGet(One + "/definition", DefinitionAsync)
            .Is("workflow-instances.definition", new("读取实例所用的流程", "Read an instance's workflow"), new("该实例所运行的版本，未必是现行版本。", "In the version that the instance runs on, which need not be the running pack's."), 404)
            .Produces<WorkflowView>();
        api.MapGet(One + "/drawing", DrawAsync).Takes(Drawing.Format, Parameter.Language)
            .Is("workflow-instances.drawing", new("画流程实例", "Draw an instance"), new("标出在办和已办的环节（BPMN 只画流程）。", "What is open and done is marked (BPMN draws the workflow alone)."), 404)
            .Produces<string>(200, Drawing.Svg, Drawing.Mermaid, Drawing.Bpmn);
    }

    /// <summary>404: there is no such instance, or its version cannot be read here.</summary>
    public static ProblemResult Missing(long id) => new(ProblemKind.NotFound, Faults.Unknown("instance-unknown", $"{id}", "流程实例", "workflow instance"));

    private static async Task<IResult> FindAsync(HttpRequest request, WorkflowReader reader, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var most = request.Count("limit", Usual);
        var filter = new InstanceFilter(packs.Asked(request), request.Text("unit"), request.Text("workflow"), request.Text("status"), request.Text("subject"), request.Number("beforeId"), most);
        var lines = await reader.InstancesAsync(filter, cancel);
        return Results.Ok(new InstancePage([.. lines.Select(InstanceView.Of)], lines.Count == most ? lines[^1].Row.Id : null));
    }

    private static async Task<IResult> OneAsync(long id, HttpRequest request, WorkflowReader reader, CancellationToken cancel) =>
        await reader.InstanceAsync(id, request.Count("lines", Usual), cancel) is { } detail ? Results.Ok(InstanceDetailView.Of(detail)) : Missing(id);

    private static async Task<IResult> DefinitionAsync(long id, WorkflowReader reader, CancellationToken cancel) =>
        await reader.InstanceAsync(id, 1, cancel) is { } detail ? Results.Ok(WorkflowView.Of(detail.Definition, detail.Pack)) : Missing(id);

    private static async Task<IResult> DrawAsync(long id, HttpContext http, WorkflowReader reader, CancellationToken cancel) =>
        await reader.InstanceAsync(id, 1, cancel) is { } detail ? Drawing.Of(http, detail.Definition, detail.Pack, detail.State) : Missing(id);
}
