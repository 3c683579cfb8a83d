using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Inspections;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>Inspections: the targets of a task, their teams, the departments' records. Everything that is sent may be sent again.</summary>
internal static class InspectionRoutes
{
    /// <summary>The address of a task's inspections beneath the API's root.</summary>
    public const string All = InstanceRoutes.One + "/inspections";

    /// <summary>The address of one inspection.</summary>
    public const string One = All + "/{target}";

    private const int Usual = 100;
    private static readonly int[] Errors = [404, 409, 413, 415, 422];
    private static readonly Parameter After = new("after", ParameterKind.Text, new("上一页的 next，用于翻页", "the page before's next, for paging"));
    private static readonly Parameter Offset = new("offset", ParameterKind.Count, new("跳过几条", "how many to leave out")) { Max = 10_000_000 };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jurisdictions/{name}/inspections", NewestAsync).Takes(Offset, Parameter.Limit(InspectionQueries.MostRows, Usual))
            .Is("inspections.newest", new("列出辖区的检查", "List a jurisdiction's inspections"), new("任务新的在前。", "The newest task first."), 404)
            .Produces<InspectionPage>();
        api.MapGet(All, ListAsync).Takes(After, Parameter.Limit(InspectionQueries.MostRows, Usual))
            .Is("inspections.list", new("列出任务的检查对象", "List a task's inspections"), new("到检查环节的对象，按代码排列。", "The targets whose visits were opened, by target."))
            .Produces<InspectionPage>();
        api.MapGet(One, OneAsync)
            .Is("inspections.get", new("读取一户的检查", "Read an inspection"), new("连同各部门的事项、人员、记录的全部版本、文件和联合结果。", "With the departments' items, teams, records in every version, files, and the joint result."), 404)
            .Produces<InspectionDetailView>();
        MapCommands(api);
        PictureRoutes.Map(api);
        ReportRoutes.Map(api);
    }

    private static void MapCommands(IEndpointRouteBuilder api)
    {
        api.MapPut(One + "/schedule", (long id, string target, HttpRequest request, InspectionDesk desk, CancellationToken cancel) =>
                GiveAsync<ScheduleRequest>(request, (asked, person, key) => desk.ScheduleAsync(new(id, target), asked.On!.Value, person, key, cancel), cancel))
            .TakesJson<ScheduleRequest>().Keyed(OperationText.SameReceipt)
            .Is("inspections.schedule", new("安排检查日期", "Set the day of a visit"), new("由牵头部门安排。", "The lead says it."), Errors).Produces<InspectionReceipt>();
        api.MapPut(One + "/team/{department}", (long id, string target, string department, HttpRequest request, InspectionDesk desk, CancellationToken cancel) =>
                GiveAsync<TeamRequest>(request, (asked, person, key) => desk.AssignAsync(new(id, target), department, asked.Inspectors!, asked.Reason, person, key, cancel), cancel))
            .TakesJson<TeamRequest>().Keyed(OperationText.SameReceipt)
            .Is("inspections.team", new("登记检查人员", "Enter a team"), new("本部门的人员；抽取产生的名单变更须说明理由。", "The department's own people; a team that was drawn is changed for a reason only."), Errors).Produces<InspectionReceipt>();
        api.MapPut(One + "/records/{department}", (long id, string target, string department, HttpRequest request, InspectionDesk desk, CancellationToken cancel) =>
                GiveAsync<RecordRequest>(request, (asked, person, key) => desk.RecordAsync(new(id, target), department, asked.Record!, asked.Version!.Value, asked.Reason, person, key, cancel), cancel))
            .TakesJson<RecordRequest>().Keyed(OperationText.SameReceipt)
            .Is("inspections.record", new("填报检查记录", "Hand in a record"), new(
                "内容不变的重发不产生新版本；更正是新的一版，须说明理由。记录所指的文件可以先传也可以后传；各部门都填报、文件到齐后形成联合结果，并办结流程中的检查环节。",
                "The same content sent again makes no new version; a correction is a new version with its reason. The files that it names may come before or after it; when every department has answered and all files are there, the joint result is made and the visit's task is finished."), Errors).Produces<InspectionReceipt>();
        api.MapPost(One + "/finish", (long id, string target, HttpRequest request, InspectionDesk desk, CancellationToken cancel) =>
                GiveAsync<FinishRequest>(request, (asked, person, key) => desk.FinishAsync(new(id, target), person, cancel), cancel))
            .TakesJson<FinishRequest>().Keyed(OperationText.SameReceipt)
            .Is("inspections.finish", new("按记录办结检查", "Finish a visit by its records"), new("各部门都已填报而流程未能自行继续时，由牵头部门再试。", "Where every department has answered and the workflow could not go on by itself, the lead tries again."), Errors).Produces<InspectionReceipt>();
    }

    /// <summary>404: the task has no such target.</summary>
    public static ProblemResult Missing(long id, string target) => new(ProblemKind.NotFound, Faults.Unknown("inspection-unknown", $"{id}/{target}", "检查对象", "inspection"));

    private static async Task<IResult> NewestAsync(string name, HttpRequest request, InspectionReader reader, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is null)
            return packs.NoSuch(name);
        var (offset, most) = (request.Count("offset", 0), request.Count("limit", Usual));
        var rows = await reader.NewestAsync(name, offset, most, cancel);
        return Results.Ok(new InspectionPage([.. rows.Select(InspectionView.Of)], rows.Count == most ? (offset + most).ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> ListAsync(long id, HttpRequest request, InspectionReader reader, CancellationToken cancel)
    {
        var most = request.Count("limit", Usual);
        var rows = await reader.OfTaskAsync(id, request.Text("after"), most, cancel);
        return Results.Ok(new InspectionPage([.. rows.Select(InspectionView.Of)], rows.Count == most ? rows[^1].Target : null));
    }

    private static async Task<IResult> OneAsync(long id, string target, InspectionReader reader, CancellationToken cancel) =>
        await reader.OneAsync(new(id, target), cancel) is { } detail ? Results.Ok(InspectionDetailView.Of(detail)) : Missing(id, target);

    private static async Task<IResult> GiveAsync<T>(HttpRequest request, Func<T, WorkflowPerson, string?, Task<Answer<InspectionReceipt>>> give, CancellationToken cancel)
        where T : WorkflowRequest
    {
        var (asked, problem) = await WorkflowBody.ReadAsync<T>(request, cancel);
        if (asked is null)
            return problem!;
        var answer = await give(asked, asked.PersonOf(request), IdempotencyKey.Of(request));
        return answer.IsDone ? Results.Ok(answer.Value) : ProblemResult.Of(answer.Refusals);
    }
}
