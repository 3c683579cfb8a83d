using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>Deadlines: finding, reading, explaining, waiving, extending.</summary>
internal static class DeadlineRoutes
{
    /// <summary>The address of one deadline beneath the API's root.</summary>
    public const string One = "/deadlines/{folder}/{obligation}/{unit}/{period}";

    private const int UsualLimit = 100;

    private static readonly string[] Statuses = ["open", "overdue", "met", "met-late", "waived", "withdrawn", "history"];

    private static readonly Parameter[] Filter =
    [
        Parameter.Jurisdiction(), Parameter.Unit,
        new("obligation", ParameterKind.Text, new("义务的 id", "id of the obligation")),
        new("status", ParameterKind.Choice, new("状态；不写则除已撤销外全部", "status; all but withdrawn unless given")) { Choices = Statuses },
        new("from", ParameterKind.Date, new("最早到期日", "first due day")),
        new("to", ParameterKind.Date, new("最晚到期日", "last due day")),
        new("offset", ParameterKind.Count, new("跳过几条", "how many to leave out")) { Max = 10_000_000 },
        Parameter.Limit(DeadlineFilter.MostRows, UsualLimit),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/deadlines", FindAsync).Takes(Filter)
            .Is("deadlines.list", new("查找时限", "Find deadlines"), new("按到期日排列，分页；total 为总数。", "By due day, in pages; total counts them all."))
            .Produces<DeadlinePage>();
        api.MapGet(One, OneAsync)
            .Is("deadlines.get", new("读取时限", "Read a deadline"), new("连同提醒督办阶梯、报送和通知编号。", "With its ladder, its submissions and the numbers of its notices."), 404)
            .Produces<DeadlineDetail>();
        api.MapGet(One + "/explain", ExplainAsync)
            .Is("deadlines.explain", new("解释时限", "Explain a deadline"), new("逐段说明该日期如何得出：依据、事件、计入与不计的日子、顺延、口径、日历。", "How the day came about, stretch by stretch: article, event, days counted and skipped, roll, reading, calendar."), 404, 409)
            .Produces<ExplanationView>();
        api.MapPost(One + "/waive", WaiveAsync).TakesJson<DecisionRequest>()
            .Is("deadlines.waive", new("免办", "Waive a deadline"), new("由某人说明理由后免办，阶梯停止。", "By a person, for a reason; its ladder stops."), 403, 404, 409, 413, 415, 422)
            .Produces<DeadlineDetail>();
        api.MapPost(One + "/extend", ExtendAsync).TakesJson<ExtensionRequest>()
            .Is("deadlines.extend", new("延期", "Extend a deadline"), new("由某人说明理由后延至更晚的日子；已收到原日期通知的人会收到更正。", "By a person, for a reason, to a later day; whoever was told the old day is told the new one."), 403, 404, 409, 413, 415, 422)
            .Produces<DeadlineDetail>();
    }

    private static async Task<IResult> FindAsync(HttpRequest request, NpgsqlDataSource source, RunningPacks packs, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var (now, offset) = (time.GetUtcNow(), request.Count("offset", 0));
        var filter = new DeadlineFilter(
            packs.Asked(request), request.Text("unit"), request.Text("obligation"), request.Text("status"), request.Date("from"), request.Date("to"), offset, request.Count("limit", UsualLimit));
        var (rows, total) = await source.ReadAsync(connection => DeadlineQueries.FindAsync(connection, filter, now, cancel), cancel);
        return Results.Ok(new DeadlinePage(total, offset, [.. rows.Select(row => DeadlineView.Of(row, packs.Of(row.Jurisdiction), now))]));
    }

    private static Task<IResult> OneAsync(
        string folder, string obligation, string unit, string period, NpgsqlDataSource source, RunningPacks packs, TimeProvider time, CancellationToken cancel) =>
        DetailAsync(new(packs.FolderOf(folder), obligation, unit, period), source, packs, time, cancel);

    private static async Task<IResult> ExplainAsync(string folder, string obligation, string unit, string period, RunningPacks packs, DeadlineExplanation explanation, CancellationToken cancel)
    {
        var (view, refusal) = await explanation.OfAsync(new(packs.FolderOf(folder), obligation, unit, period), cancel);
        return refusal is null ? Results.Ok(view) : ProblemResult.Of([refusal]);
    }

    private static async Task<IResult> WaiveAsync(
        string folder, string obligation, string unit, string period, HttpRequest request, DeadlineDecisions decisions, NpgsqlDataSource source, RunningPacks packs, TimeProvider time,
        CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<DecisionRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        var key = new DeadlineKey(packs.FolderOf(folder), obligation, unit, period);
        var answer = await decisions.WaiveAsync(key, ActingPerson.Of(request, asked.By), asked.Reason ?? "", cancel);
        return answer.IsDone ? await DetailAsync(key, source, packs, time, cancel) : ProblemResult.Of(answer.Refusals);
    }

    private static async Task<IResult> ExtendAsync(
        string folder, string obligation, string unit, string period, HttpRequest request, DeadlineDecisions decisions, NpgsqlDataSource source, RunningPacks packs, TimeProvider time,
        CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<ExtensionRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        if (asked.To is not { } to)
            return new ProblemResult(ProblemKind.Invalid, Faults.MissingKey("to"));
        var key = new DeadlineKey(packs.FolderOf(folder), obligation, unit, period);
        var answer = await decisions.ExtendAsync(key, to, ActingPerson.Of(request, asked.By), asked.Reason ?? "", cancel);
        return answer.IsDone ? await DetailAsync(key, source, packs, time, cancel) : ProblemResult.Of(answer.Refusals);
    }

    private static Task<IResult> DetailAsync(DeadlineKey key, NpgsqlDataSource source, RunningPacks packs, TimeProvider time, CancellationToken cancel) => source.ReadAsync<IResult>(
        async connection =>
        {
            if (await DeadlineQueries.GetAsync(connection, key, cancel) is not { } row)
                return new ProblemResult(ProblemKind.NotFound, Faults.Unknown("deadline-unknown", key.ToString(), "时限", "deadline"));
            var submissions = new List<SubmissionView>();
            foreach (var submission in await SubmissionTable.OfAsync(connection, key, cancel))
                submissions.Add(SubmissionView.Of(submission, await SubmissionTable.AttachmentsAsync(connection, submission.Id, cancel)));
            var notices = await Inbox.OfDeadlineAsync(connection, key, cancel);
            var pack = packs.Of(key.Jurisdiction);
            return Results.Ok(new DeadlineDetail(DeadlineView.Of(row, pack, time.GetUtcNow()), RungView.Ladder(row, pack), submissions, [.. notices.Select(notice => notice.Id)]));
        },
        cancel);
}
