using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>The workflows of a jurisdiction's running pack: reading, drawing, starting.</summary>
internal static class WorkflowRoutes
{
    /// <summary>The address of one workflow beneath the API's root.</summary>
    public const string One = "/jurisdictions/{name}/workflows/{workflow}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jurisdictions/{name}/workflows", AllAsync)
            .Is("workflows.list", new("列出流程", "List workflows"), new("现行配置包的流程，及各状态的实例数。", "The workflows of the running pack, and how many instances stand how."), 404)
            .Produces<IReadOnlyList<WorkflowLine>>();
        api.MapGet(One, Definition)
            .Is("workflows.get", new("读取流程", "Read a workflow"), new("环节、结果、表单、启动者和操作。", "Its steps, outcomes, forms, starters and actions."), 404)
            .Produces<WorkflowView>();
        api.MapGet(One + "/drawing", Draw).Takes(Drawing.Format, Parameter.Language)
            .Is("workflows.drawing", new("画流程", "Draw a workflow"), new("SVG 图、Mermaid 文本或 BPMN 2.0。", "As an SVG picture, as Mermaid text, or as BPMN 2.0."), 404)
            .Produces<string>(200, Drawing.Svg, Drawing.Mermaid, Drawing.Bpmn);
        api.MapPost(One + "/instances", StartAsync).TakesJson<StartRequest>()
            .Keyed(OperationText.SameReceipt)
            .Is("workflows.start", new("启动流程", "Start a workflow"), new("按现行版本启动，此后一直按该版本办理。", "On the version that runs; the instance stays on it."), 403, 404, 409, 413, 415, 422)
            .Produces<WorkflowReceipt>(201);
    }

    private static async Task<IResult> AllAsync(string name, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        var tallies = (await source.ReadAsync(connection => WorkflowQueries.TallyAsync(connection, pack.Jurisdiction.Folder, cancel), cancel)).ToLookup(tally => tally.Workflow, StringComparer.Ordinal);
        return Results.Ok(pack.Workflows.Values.OrderBy(workflow => workflow.Id, StringComparer.Ordinal).Select(workflow => WorkflowLine.Of(workflow, pack, tallies[workflow.Id])));
    }

    private static IResult Definition(string name, string workflow, RunningPacks packs) =>
        Of(name, workflow, packs, (definition, pack) => Results.Ok(WorkflowView.Of(definition, pack)));

    private static IResult Draw(string name, string workflow, HttpContext http, RunningPacks packs) =>
        Of(name, workflow, packs, (definition, pack) => Drawing.Of(http, definition, pack, null));

    private static async Task<IResult> StartAsync(string name, string workflow, HttpRequest request, WorkflowDesk desk, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is null)
            return packs.NoSuch(name);
        var body = await WorkflowBody.ReadAsync<StartRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var start = new WorkflowStart(name, workflow, asked.Subject!, asked.Cast, asked.Lists, WorkflowBody.TextOf(asked.Content), IdempotencyKey.Of(request));
        var answer = await desk.StartAsync(start, asked.PersonOf(request), cancel);
        return answer.IsDone ? Results.Created($"/api/v1/workflow-instances/{answer.Value!.Instance}", answer.Value) : ProblemResult.Of(answer.Refusals);
    }

    private static IResult Of(string name, string workflow, RunningPacks packs, Func<WorkflowDefinition, Pack, IResult> answer)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        return pack.Workflows.GetValueOrDefault(workflow) is { } definition
            ? answer(definition, pack)
            : new ProblemResult(ProblemKind.NotFound, Faults.UnknownWorkflow(workflow, pack.Workflows.Keys));
    }
}
