using DoubleRandom.Core;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Draws;

/// <summary>Draws and the steps of their ceremony. A step that is sent again changes nothing and gives the same receipt.</summary>
internal static class DrawRoutes
{
    private const string All = "/jurisdictions/{name}/draws";
    private const string One = All + "/{number}";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly int[] Errors = [403, 404, 409, 413, 415, 422];
    private static readonly Parameter Before = new("before", ParameterKind.Count, new("上一页的 nextBefore，用于翻页", "the page before's nextBefore, for paging")) { Min = 1, Max = int.MaxValue };

    public static void Map(IEndpointRouteBuilder api)
    {
        MapReading(api);
        api.MapPost(All, PrepareAsync).TakesJson<DrawRequest>().Keyed(OperationText.SameReceipt).Within(Long)
            .Is("draws.prepare", new("准备抽取", "Prepare a draw"), new(
                "由名录库按配置包的规则编成抽样框和人员名单，补全规则，给出编号和待确认的哈希；尚未公布任何内容。",
                "Makes frame and lists out of the directories by the pack's rules, completes the rules, gives the draw its number and the hash to be confirmed; nothing is public yet."), Errors)
            .Produces<PreparedDraw>();
        Step<FreezeRequest>(api, "freeze", new("确认封存", "Confirm and freeze"), new("由第二人按所见哈希确认，随即公布承诺。", "A second person confirms by the hash they saw; the commitments are published."),
            (desk, key, asked, person, cancel) => desk.FreezeAsync(key, asked.Manifest!, person, cancel));
        Step<WitnessRequest>(api, "witness", new("录入见证人数字", "Enter a witness's value"), new("每人一次，给出后不得更改；合计至少 20 位。", "Each witness once, never changed; 20 digits or more together."),
            (desk, key, asked, person, cancel) => desk.WitnessAsync(key, asked.Name!, asked.Value!, person, cancel));
        Step<BeaconRequest>(api, "beacon", new("录入公共信标", "Enter the beacon's value"), new("在全部见证人之后。", "After all witnesses."),
            (desk, key, asked, person, cancel) => desk.BeaconAsync(key, asked.Value!, person, cancel));
        Step<StepRequest>(api, "run", new("抽取", "Draw"), new("按封存的内容和种子抽取并选派；选派不可行时什么也不改变，逐条说明瓶颈。", "Draws and assigns from what was frozen, by the seed; when nobody can be assigned nothing changes, and the bottleneck is told."),
            (desk, key, _, person, cancel) => desk.RunAsync(key, person, cancel));
        Step<StepRequest>(api, "dispatch", new("分发", "Dispatch"), new("等待抽取的流程据此继续。", "The procedures that wait for the draw go on with it."),
            (desk, key, _, person, cancel) => desk.DispatchAsync(key, person, cancel));
        Step<StepRequest>(api, "reveal", new("公开", "Reveal"), new("检查结束后公布混淆值和完整记录，任何人都可验证。", "When the checks are over: publishes the pepper and the whole record, for anybody to verify."),
            (desk, key, _, person, cancel) => desk.RevealAsync(key, person, cancel));
        Step<AbandonRequest>(api, "abandon", new("放弃", "Abandon"), new("只在抽出之前；编号保留，理由随下一份记录公布。", "Before anything is drawn; the number stays taken, and the reason is published with the next record."),
            (desk, key, asked, person, cancel) => desk.AbandonAsync(key, asked.Reason!, person, cancel));
    }

    private static async Task<IResult> SubstituteAsync(string name, string number, HttpRequest request, CeremonyDesk desk, CancellationToken cancel)
    {
        var body = await WorkflowBody.ReadAsync<SubstituteRequest>(request, cancel);
        return body.Value is { } asked ? Answered(await desk.SubstituteAsync(new(name, number), asked.Instead!, asked.Reason!, asked.PersonOf(request), cancel)) : body.Problem!;
    }

    private static void MapReading(IEndpointRouteBuilder api)
    {
        api.MapPost(One + "/substitutes", SubstituteAsync).TakesJson<SubstituteRequest>().Within(Long)
            .Is("draws.substitute", new("启用候补", "Use a substitute"), new("对象无法检查时，由同层下一名候补替上；理由写入记录，重发得到同一候补。", "Where a target cannot be checked, the next of its stratum takes its place; the reason stands in the record, and sent again it is the same one."), Errors)
            .Produces<SubstituteReceipt>();
        api.MapGet(One + "/participants", ParticipantsAsync)
            .Is("draws.participants", new("按经营范围提示参与部门", "Who takes part by business scope"), new("不定向抽取后，逐个对象列出按经营范围应参与的部门及其事项；规则说不清的由人确定。", "After an undirected draw: for every target the units whose items lie in its business scope, with those items; what the rules cannot say a person decides."), 404)
            .Produces<IReadOnlyList<TargetParticipants>>();
        api.MapGet(All, ListAsync).Takes(Before)
            .Is("draws.list", new("列出抽取", "List draws"), new("最新的在前。", "The newest first."), 404).Produces<DrawPage>();
        api.MapGet(One, OneAsync)
            .Is("draws.get", new("读取一次抽取", "Read a draw"), new("封存内容、见证、结果和选派；供办理人员，不对外公开。", "What is frozen, witnesses, result and teams; for staff, not for the public."), 404).Produces<DrawDetailView>();
        api.MapGet(One + "/files/{file}", FileAsync)
            .Is("draws.file", new("读取抽取的文件", "Read a file of a draw"), new("抽样框、规则、名单、种子、公布的记录。", "Frame, rules, lists, seed, the record as published."), 404).Produces<byte[]>(200, "application/octet-stream");
    }

    private static async Task<IResult> ListAsync(string name, HttpRequest request, DrawReader reader, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        var rows = await reader.ListAsync(pack.Jurisdiction.Folder, (int?)request.Number("before"), cancel);
        return Results.Ok(new DrawPage([.. rows.Select(DrawView.Of)], rows.Count == DrawReader.Page ? rows[^1].Sequence : null));
    }

    private static async Task<IResult> OneAsync(string name, string number, DrawReader reader, RunningPacks packs, CancellationToken cancel) =>
        packs.Named(name) is not { } pack ? packs.NoSuch(name)
        : await reader.FindAsync(pack.Jurisdiction.Folder, number, cancel) is { } detail ? Results.Ok(DrawDetailView.Of(detail))
        : Missing(number);

    private static async Task<IResult> FileAsync(string name, string number, string file, DrawReader reader, RunningPacks packs, CancellationToken cancel) =>
        packs.Named(name) is not { } pack ? packs.NoSuch(name)
        : await reader.FileAsync(pack.Jurisdiction.Folder, number, file, cancel) is { } content ? Results.File(content, "application/octet-stream", file)
        : Missing($"{number}/{file}");

    private static async Task<IResult> ParticipantsAsync(string name, string number, DrawReader reader, RunningPacks packs, CancellationToken cancel) =>
        packs.Named(name) is not { } pack ? packs.NoSuch(name)
        : await reader.ParticipantsAsync(pack, number, cancel) is { } all ? Results.Ok(all)
        : Missing(number);

    private static ProblemResult Missing(string what) => new(ProblemKind.NotFound, Faults.Unknown("draw-unknown", what, "抽取", "draw"));

    private static async Task<IResult> PrepareAsync(string name, HttpRequest request, CeremonyDesk desk, CancellationToken cancel)
    {
        var body = await WorkflowBody.ReadAsync<DrawRequest>(request, cancel);
        return body.Value is { } asked ? Answered(await desk.PrepareAsync(asked.Order(name), asked.PersonOf(request), cancel, IdempotencyKey.Of(request))) : body.Problem!;
    }

    private static void Step<T>(
        IEndpointRouteBuilder api, string verb, Bilingual summary, Bilingual description, Func<CeremonyDesk, DrawKey, T, WorkflowPerson, CancellationToken, Task<Answer<DrawReceipt>>> step)
        where T : WorkflowRequest =>
        api.MapPost($"{One}/{verb}", async (string name, string number, HttpRequest request, CeremonyDesk desk, CancellationToken cancel) =>
        {
            var body = await WorkflowBody.ReadAsync<T>(request, cancel);
            return body.Value is { } asked ? Answered(await step(desk, new(name, number), asked, asked.PersonOf(request), cancel)) : body.Problem!;
        }).TakesJson<T>().Within(Long).Is($"draws.{verb}", summary, description, Errors).Produces<DrawReceipt>();

    private static IResult Answered<T>(Answer<T> answer) => answer.IsDone ? Results.Ok(answer.Value) : ProblemResult.Of(answer.Refusals);
}
