using DoubleRandom.Core;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>What the running version means for one instance that is not on it.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="From">Content hash of the pack version that it runs on.</param>
/// <param name="Choice">keep (it does not concern it), move (it can go over) or hold (it stays until somebody decides).</param>
/// <param name="Steps">New ids of steps by their old ones, as far as they change.</param>
/// <param name="Reasons">Why; every reason, for what is held.</param>
public sealed record PlannedMoveView(long Instance, string Subject, string From, string Choice, IReadOnlyDictionary<string, string> Steps, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>A line of a plan.</summary>
    public static PlannedMoveView Of(PlannedMove move) => new(move.Instance, move.Subject, move.From, move.Line.Choice.ToString().ToLowerInvariant(), move.Line.Steps, move.Line.Reasons);
}

/// <summary>A page of a plan, the newest instances first.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextBeforeId">Ask with this beforeId for the next page; null when there may be none.</param>
public sealed record MovePlanPage(IReadOnlyList<PlannedMoveView> Items, long? NextBeforeId);

/// <summary>Taking running instances over to the pack version that runs.</summary>
internal static class MoveRoutes
{
    private const int Page = 200;
    private static readonly Dictionary<string, string?> Same = [];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(WorkflowRoutes.One + "/move-plan", PlanAsync).TakesJson<MovePlanRequest>()
            .Is("workflows.move-plan", new("预看迁移", "Plan a migration"), new("逐个列出不在现行版本上的实例可否迁移及理由；不改动任何内容。", "Says of every instance that is not on the running version whether it can be moved, and why; changes nothing."), 403, 404, 413, 415, 422)
            .Produces<MovePlanPage>();
        api.MapPost(InstanceRoutes.One + "/move", MoveAsync).TakesJson<MoveRequest>().Keyed(OperationText.SameReceipt)
            .Is("workflow-instances.move", new("迁移流程实例", "Move an instance"), new("由办公室迁到现行版本；已办结的环节不再重办。", "By the office, to the running version; no finished step runs again."), 403, 404, 409, 413, 415, 422)
            .Produces<WorkflowReceipt>();
    }

    private static async Task<IResult> PlanAsync(string name, string workflow, HttpRequest request, WorkflowMoves moves, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is null)
            return packs.NoSuch(name);
        var body = await JsonBody.ReadAsync<MovePlanRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var answer = await moves.PlanAsync(name, workflow, asked.Mapping ?? Same, asked.BeforeId, cancel);
        if (!answer.IsDone)
            return ProblemResult.Of(answer.Refusals);
        var lines = answer.Value!;
        return Results.Ok(new MovePlanPage([.. lines.Select(PlannedMoveView.Of)], lines.Count == Page ? lines[^1].Instance : null));
    }

    private static async Task<IResult> MoveAsync(long id, HttpRequest request, WorkflowMoves moves, CancellationToken cancel)
    {
        var body = await WorkflowBody.ReadAsync<MoveRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var answer = await moves.MoveAsync(id, asked.Mapping ?? Same, asked.PersonOf(request), asked.Reason!, cancel, IdempotencyKey.Of(request));
        return answer.IsDone ? Results.Ok(answer.Value) : ProblemResult.Of(answer.Refusals);
    }
}
