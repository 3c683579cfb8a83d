using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Notices;
using DoubleRandom.Web.Api.Deadlines;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Notices;

/// <summary>Notices, their deliveries, and those that were given up.</summary>
internal static class NoticeRoutes
{
    private const int Most = 500;
    private const int Usual = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notices", NewestAsync).Takes(Parameter.Jurisdiction(), Parameter.Unit, Parameter.BeforeId, Parameter.Limit(Most, Usual))
            .Is("notices.list", new("列出通知", "List notices"), new("最新的在前；unit 为收件单位；用 beforeId 翻页。", "The newest first; unit is the recipient; beforeId turns the page."))
            .Produces<NoticePage>();
        api.MapGet("/notices/{id:long}", OneAsync)
            .Is("notices.get", new("读取通知", "Read a notice"), new("连同正文和各渠道的投递情况。", "With its text and how its deliveries stand."), 404)
            .Produces<NoticeDetail>();
        api.MapGet("/dead-letters", DeadAsync).Takes(Parameter.Limit(Most, Usual))
            .Is("dead-letters.list", new("列出死信", "List dead letters"), new("放弃投递的通知，最新的在前。", "Deliveries that were given up, the newest first."))
            .Produces<IReadOnlyList<DeadLetterView>>();
        api.MapPost("/notices/{id:long}/retry", RetryAsync).TakesJson<PersonRequest>()
            .Is("dead-letters.retry", new("重新投递", "Deliver again"), new("该通知放弃投递的各渠道重新开始尝试。", "The deliveries of the notice that were given up are tried again."), 403, 404, 409, 413, 415, 422)
            .Produces<NoticeDetail>();
    }

    private static async Task<IResult> NewestAsync(HttpRequest request, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var most = request.Count("limit", Usual);
        var rows = await source.ReadAsync(connection => Inbox.NewestAsync(connection, packs.Asked(request), request.Text("unit"), request.Number("beforeId"), most, cancel), cancel);
        return Results.Ok(new NoticePage([.. rows.Select(NoticeView.Of)], rows.Count == most ? rows[^1].Id : null));
    }

    private static Task<IResult> OneAsync(long id, NpgsqlDataSource source, CancellationToken cancel) =>
        source.ReadAsync(connection => DetailAsync(connection, id, cancel), cancel);

    private static async Task<IResult> DeadAsync(HttpRequest request, NpgsqlDataSource source, CancellationToken cancel)
    {
        var rows = await source.ReadAsync(connection => Store.Notices.Deliveries.DeadAsync(connection, request.Count("limit", Usual), cancel), cancel);
        return Results.Ok(rows.Select(DeadLetterView.Of));
    }

    private static async Task<IResult> RetryAsync(long id, HttpRequest request, NpgsqlDataSource source, TimeProvider time, CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<PersonRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var by = ActingPerson.Of(request, asked.By);
        if (by.Length == 0)
            return ProblemResult.Of([new("person-missing", $"{id}", new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person"))]);
        return await source.InTransactionAsync(connection => ReviveAsync(connection, id, by, time.GetUtcNow(), cancel), cancel);
    }

    private static async Task<IResult> ReviveAsync(NpgsqlConnection connection, long id, string by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Inbox.GetAsync(connection, id, cancel) is not { } notice)
            return Missing(id);
        var retried = await Store.Notices.Deliveries.RetryAsync(connection, id, now, cancel);
        if (retried == 0)
            return new ProblemResult(ProblemKind.Conflict, Faults.NothingDead(id));
        await AuditTrail.AppendAsync(connection, notice.Jurisdiction, now, by, "delivery.retried", notice.Key, $"{{\"deliveries\":{retried}}}", cancel);
        return await DetailAsync(connection, id, cancel);
    }

    private static async Task<IResult> DetailAsync(NpgsqlConnection connection, long id, CancellationToken cancel)
    {
        if (await Inbox.GetAsync(connection, id, cancel) is not { } notice)
            return Missing(id);
        var deliveries = await Store.Notices.Deliveries.OfAsync(connection, id, cancel);
        return Results.Ok(new NoticeDetail(NoticeView.Of(notice), notice.Body, notice.Covers, [.. deliveries.Select(DeliveryView.Of)]));
    }

    private static ProblemResult Missing(long id) => new(ProblemKind.NotFound, Faults.Unknown("notice-unknown", $"{id}", "通知", "notice"));
}
