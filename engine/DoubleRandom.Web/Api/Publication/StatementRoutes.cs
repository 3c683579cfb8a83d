using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Publication;

/// <summary>Statements of the office to the public.</summary>
internal static class StatementRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/jurisdictions/{name}/statements", StateAsync).TakesJson<StatementRequest>()
            .Keyed(new("同一键、同一内容重发得到同一回执，不再公布；同一键用于别的内容则拒绝（422）", "the same key with the same content gives the same receipt, and nothing is stated again; with another content it is refused (422)"))
            .Is("statements.make", new("公布、更正、撤回或不予公开", "Publish, correct, withdraw or withhold"), new(
                "写入辖区的公示链并留痕。电话、身份证号和名录中的人员姓名会被隐去。", "Becomes a link of the jurisdiction's public chain and of its audit chain. Telephone and identity numbers and the names of people of the directories are taken out."), 403, 404, 413, 415, 422)
            .Produces<PublicReceipt>();
        api.MapPost("/jurisdictions/{name}/ledger/heads", SignAsync)
            .Is("ledger.sign", new("签署链头", "Sign the head of the public chain"), new("为今天签署公示链的链头；每天也会自动签署。", "Signs the public chain as it stands, for today; this is done daily by itself too."), 403, 404, 422)
            .Produces<HeadView>();
    }

    private static async Task<IResult> StateAsync(string name, HttpRequest request, PublicDesk desk, RunningPacks packs, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        if (!IdempotencyKey.IsGood(request))
            return new ProblemResult(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header));
        var body = await JsonBody.ReadAsync<StatementRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        if (Check(asked).ToArray() is { Length: > 0 } faults)
            return new ProblemResult(ProblemKind.Invalid, faults);
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        var answer = await desk.StateAsync(pack.Jurisdiction.Folder, StatementOf(asked, today), ActingPerson.Of(request, asked.By), IdempotencyKey.Of(request), cancel);
        return answer.Value is { } receipt ? Results.Ok(receipt) : ProblemResult.Of(answer.Refusals);
    }

    private static async Task<IResult> SignAsync(string name, RunningPacks packs, LedgerSigner signer, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        return await signer.SignAsync(pack.Jurisdiction.Folder, cancel) is { } head
            ? Results.Ok(new HeadView(head.Day, head.Sequence, head.Head, head.Signature))
            : new ProblemResult(ProblemKind.Refused, new Refusal("ledger-empty", pack.Jurisdiction.Folder, new("尚未公示任何内容", "nothing has been published yet"), new("公布后再签署", "publish something first")));
    }

    private static Statement StatementOf(StatementRequest asked, DateOnly today)
    {
        _ = StatementWords.TryKind(asked.Kind, out var kind);
        _ = StatementWords.TryAct(asked.Act, out var act);
        return new(kind!.Value, asked.Key!, act!.Value, asked.Title ?? "", asked.Body?.GetRawText() ?? "{}", today, asked.Unit, asked.Reason, asked.Ground);
    }

    private static IEnumerable<Refusal> Check(StatementRequest asked)
    {
        if (string.IsNullOrWhiteSpace(asked.Key))
            yield return Faults.MissingKey("key");
        if (!StatementWords.TryKind(asked.Kind, out _))
            yield return Faults.Unknown("kind-unknown", asked.Kind ?? "", "公示种类", "kind of record");
        if (!StatementWords.TryAct(asked.Act, out _))
            yield return Faults.Unknown("act-unknown", asked.Act ?? "", "处理方式", "act");
    }
}
