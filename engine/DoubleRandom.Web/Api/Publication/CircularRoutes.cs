using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Publication.Circulars;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Publication;

/// <summary>Circulars that escalations drafted: seen as the public would read them, and made public by the office.</summary>
internal static class CircularRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notices/{id:long}/circulars", DraftsAsync)
            .Is("circulars.list", new("查看通知所附的通报", "The circulars of a notice"), new(
                "发给办公室的督办通知所附的通报：公布后公众将读到的内容（已隐去个人信息），以及目前能否公布。", "Those drafted with an escalation to the office: what the public would read, without persons, and whether it can be published now."))
            .Produces<IReadOnlyList<CircularView>>();
        api.MapPost("/notices/{id:long}/circular", DoAsync).TakesJson<CircularRequest>()
            .Keyed(new("同一键、同一内容重发得到同一回执；已公布的再次公布不产生新内容", "the same key with the same content gives the same receipt; publishing what is public already says nothing again"))
            .Is("circulars.state", new("公布、更正或撤回通报", "Publish, correct or withdraw a circular"), new(
                "通报不会自动公开，由办公室决定。写入公示链并留痕。", "A circular is never public by itself: the office decides. It becomes a link of the public chain and of the audit chain."), 403, 404, 409, 413, 415, 422)
            .Produces<PublicReceipt>();
    }

    private static async Task<IResult> DraftsAsync(long id, CircularDesk desk, CancellationToken cancel) => Results.Ok((await desk.DraftsAsync(id, cancel)).Select(CircularView.Of).ToArray());

    private static async Task<IResult> DoAsync(long id, HttpRequest request, CircularDesk desk, CancellationToken cancel)
    {
        if (!IdempotencyKey.IsGood(request))
            return new ProblemResult(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header));
        var body = await JsonBody.ReadAsync<CircularRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        if (!StatementWords.TryAct(asked.Act ?? StatementAct.Publish.Word(), out var act))
            return new ProblemResult(ProblemKind.Invalid, Faults.Unknown("act-unknown", asked.Act ?? "", "处理方式", "act"));
        var order = new CircularOrder(id, act.Value, ActingPerson.Of(request, asked.By)) { Deadline = asked.Deadline, Text = asked.Text, Reason = asked.Reason, Key = IdempotencyKey.Of(request) };
        var answer = await desk.DoAsync(order, cancel);
        return answer.Value is { } receipt ? Results.Ok(receipt) : ProblemResult.Of(answer.Refusals);
    }
}
