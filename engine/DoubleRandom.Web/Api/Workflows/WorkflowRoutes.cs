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
            .Keyed(new("同一键重发得到同一个流程实例", "the same key gives the same instance"))
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

    private static async Task<IResult> StartAsync(string name, string workflow, HttpRequest request, WorkflowDesk desk, WorkflowReader reader, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is null)
            return packs.NoSuch(name);
        if (!IdempotencyKey.IsGood(request))
            return new ProblemResult(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header));
        var body = await WorkflowBody.ReadAsync<StartRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var (key, person) = (IdempotencyKey.Of(request), asked.PersonOf(request));
        var answer = await desk.StartAsync(new(name, workflow, asked.Subject!, asked.Cast, asked.Lists, WorkflowBody.TextOf(asked.Content), key), person, cancel);
        if (!answer.IsDone)
            return ProblemResult.Of(answer.Refusals);
        return key is null || await IsSameAsync(reader, answer.Value!.Instance, asked, person, cancel)
            ? Results.Created($"/api/v1/workflow-instances/{answer.Value!.Instance}", answer.Value)
            : new ProblemResult(ProblemKind.Refused, Faults.KeyReused(key));
    }

    /// <summary>Whether a key that was used before was used for the same thing: its start cannot be asked for a second matter.</summary>
    private static async Task<bool> IsSameAsync(WorkflowReader reader, long instance, StartRequest asked, WorkflowPerson person, CancellationToken cancel) =>
        await reader.InstanceAsync(instance, 1, cancel) is not { Line.Row: var row }
        || (string.Equals(row.Subject, asked.Subject, StringComparison.Ordinal) && string.Equals(row.StarterUnit, person.Unit, StringComparison.Ordinal));

    private static IResult Of(string name, string workflow, RunningPacks packs, Func<WorkflowDefinition, Pack, IResult> answer)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        return pack.Workflows.GetValueOrDefault(workflow) is { } definition
            ? answer(definition, pack)
            : new ProblemResult(ProblemKind.NotFound, Faults.UnknownWorkflow(workflow, pack.Workflows.Keys));
    }
}
