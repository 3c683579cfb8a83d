using DoubleRandom.Core;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>
/// What people do to instances and their tasks: one family of operations. Each names who acts and the version that was seen, is done whole with everything
/// that follows or not at all, and gives the receipt with the version for the next.
/// </summary>
internal static class CommandRoutes
{
    private static readonly int[] Errors = [403, 404, 409, 413, 415, 422];

    public static void Map(IEndpointRouteBuilder api)
    {
        MapWork(api);
        MapExceptions(api);
        MapWhole(api);
    }

    private static void MapWork(IEndpointRouteBuilder api)
    {
        OnTask<CompleteRequest>(
            api, "complete", new("办结待办", "Finish a task"),
            new("选择结果并填写表单；表单的全部问题一次列出。", "Chooses an outcome and fills in the form; every fault of the form is told at once."),
            (asked, run) => new WorkflowCommand.Complete(run, asked.Outcome ?? Way.Done, WorkflowBody.TextOf(asked.Content), asked.Reason, asked.Lists) { Version = Seen(asked) });
        OnTask<PlainRequest>(
            api, "claim", new("认领待办", "Claim a task"), new("认领后别人不能办结。", "Nobody else finishes it then."), (asked, run) => new WorkflowCommand.Claim(run) { Version = Seen(asked) });
        OnTask<PlainRequest>(
            api, "release", new("放回待办", "Put a task back"), new("放弃认领。", "Gives the claim up."), (asked, run) => new WorkflowCommand.Release(run) { Version = Seen(asked) });
        OnTask<DelegateRequest>(
            api, "delegate", new("委托待办", "Delegate a task"), new("由另一人代办，须说明理由。", "Another person does it on the owner's behalf, for a reason."),
            (asked, run) => new WorkflowCommand.Delegate(run, asked.Person!, asked.Reason!) { Version = Seen(asked) });
        OnTask<CommentRequest>(
            api, "comment", new("备注待办", "Remark on a task"), new("办结后也可以；重发同一备注不会重复。", "Also when it is over; the same remark sent again does not stand twice."),
            (asked, run) => new WorkflowCommand.Comment(run, asked.Text!) { Version = Seen(asked) });
        OnTask<DrawnRequest>(
            api, "drawn", new("登记抽取结果", "Report a draw"), new("抽取环节据此继续；没有承办单位的由办公室登记。", "The draw step goes on with it; one that nobody owns is reported by the office."),
            (asked, run) => new WorkflowCommand.Drawn(run, asked.Record!, asked.Items!) { Version = Seen(asked) });
        OnTask<PublishedRequest>(
            api, "published", new("登记已公示", "Report a publication"), new("公示环节据此继续；没有承办单位的由办公室登记。", "The publish step goes on with it; one that nobody owns is reported by the office."),
            (asked, run) => new WorkflowCommand.Published(run, asked.Record!) { Version = Seen(asked) });
    }

    private static void MapExceptions(IEndpointRouteBuilder api)
    {
        OnTask<ReassignRequest>(
            api, "reassign", new("改派待办", "Reassign a task"), new("改由另一单位办理；流程规定了才可以。", "Another unit does it, where the workflow provides for that."),
            (asked, run) => new WorkflowCommand.Reassign(run, asked.Unit!, asked.Reason!) { Version = Seen(asked) });
        OnTask<PostponeRequest>(
            api, "postpone", new("延期待办", "Postpone a task"), new("期限改到更晚；流程规定了才可以。", "Moves its due day to a later one, where the workflow provides for that."),
            (asked, run) => new WorkflowCommand.Postpone(run, asked.To!.Value, asked.Reason!) { Version = Seen(asked) });
        OnTask<ReasonRequest>(
            api, "cancel", new("取消待办", "Take a task away"), new("该分支或对象不再办理；流程规定了才可以。", "Its branch or item goes on without it, where the workflow provides for that."),
            (asked, run) => new WorkflowCommand.CancelBranch(run, asked.Reason!) { Version = Seen(asked) });
    }

    private static void MapWhole(IEndpointRouteBuilder api)
    {
        OnWhole<ReasonRequest>(
            api, "cancel", new("取消流程实例", "Cancel an instance"), new("提前结束整个流程；流程规定了才可以。", "Ends the whole before its end, where the workflow provides for that."),
            asked => new WorkflowCommand.Cancel(asked.Reason!) { Version = Seen(asked) });
        OnWhole<AddRequest>(
            api, "add", new("增加对象", "Add items"), new("向正在逐个办理的一批对象中增加。", "Adds to the items of a for-each that goes on."),
            asked => new WorkflowCommand.Add(asked.Frame!.Value, asked.Items!, asked.Reason!) { Version = Seen(asked) });
        OnWhole<CommentRequest>(
            api, "comment", new("备注流程实例", "Remark on an instance"), new("结束后也可以；重发同一备注不会重复。", "Also after its end; the same remark sent again does not stand twice."),
            asked => new WorkflowCommand.Comment(null, asked.Text!) { Version = Seen(asked) });
        api.MapPost($"{InstanceRoutes.One}/actions/{{action}}", (long id, string action, HttpRequest request, CommandDesk desk, CancellationToken cancel) =>
                desk.GiveAsync<ActRequest>(request, id, asked => new WorkflowCommand.Act(action, asked.Reason!, WorkflowBody.TextOf(asked.Content), asked.Lists) { Version = Seen(asked) }, cancel))
            .TakesJson<ActRequest>().Keyed(OperationText.SameReceipt)
            .Is("workflow-instances.act", new("执行操作", "Do an action"), new("流程自带的调整，或结束后的更正。", "What the workflow itself provides: an adjustment, or a correction after its end."), Errors)
            .Produces<WorkflowReceipt>();
    }

    private static void OnTask<T>(IEndpointRouteBuilder api, string verb, Bilingual summary, Bilingual description, Func<T, int, WorkflowCommand> command)
        where T : CommandRequest =>
        api.MapPost($"{TaskRoutes.One}/{verb}", (long id, int run, HttpRequest request, CommandDesk desk, CancellationToken cancel) =>
                desk.GiveAsync<T>(request, id, asked => command(asked, run), cancel))
            .TakesJson<T>().Keyed(OperationText.SameReceipt).Is($"tasks.{verb}", summary, description, Errors).Produces<WorkflowReceipt>();

    private static void OnWhole<T>(IEndpointRouteBuilder api, string verb, Bilingual summary, Bilingual description, Func<T, WorkflowCommand> command)
        where T : CommandRequest =>
        api.MapPost($"{InstanceRoutes.One}/{verb}", (long id, HttpRequest request, CommandDesk desk, CancellationToken cancel) => desk.GiveAsync(request, id, command, cancel))
            .TakesJson<T>().Keyed(OperationText.SameReceipt).Is($"workflow-instances.{verb}", summary, description, Errors).Produces<WorkflowReceipt>();

    private static long Seen(CommandRequest asked) => asked.Version!.Value;
}
