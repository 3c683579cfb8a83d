using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Tests.Inspections;

/// <summary>A joint inspection of Pengyang by two departments, led to its visits.</summary>
internal static class PengyangTask
{
    public const string Folder = "640425-pengyang";
    public const string Lead = "market-regulation";
    public const string Other = "transport";
    public const string Shop = "91640425MA0000001E";
    public const string Garage = "91640425MA0000002H";

    /// <summary>The people of both departments, as the directory of people is imported.</summary>
    public const string People = """
        unit,name,function,email,language
        market-regulation,马联,liaison,ml@p.test,zh
        market-regulation,马长,leader,mh@p.test,zh
        market-regulation,马办,office,mo@p.test,zh
        transport,路联,liaison,rl@p.test,zh
        transport,路长,leader,rh@p.test,zh
        """;

    public static readonly WorkflowPerson Office = new(Lead, "马科");
    public static readonly WorkflowPerson Head = new(Lead, "马长");
    public static readonly WorkflowPerson Road = new(Other, "路员");

    /// <summary>Starts a task and hands in its plan, which waits for approval; gives its number.</summary>
    public static async Task<long> PlannedAsync(WorkflowDesk desk, WorkflowReader reader, string subject, params (string List, string[] Items)[] lists)
    {
        var start = new WorkflowStart(Folder, "joint-inspection", subject, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["lead"] = [Lead] });
        var task = Done(await desk.StartAsync(start, Office, default)).Instance;
        const string plan = """
            {"scope":"运输企业","industry":"运输","ratio-or-number":"5%","time":"9月底前","method":"on-site","mode":"comprehensive","participants":"交通","source":"plan","key-field":false,"on-list":true,
             "lead-items":[{"item":"公示信息检查","basis":"企业信息公示暂行条例"}]}
            """;
        await GiveAsync(desk, reader, task, "plan", Complete("done", plan, lists), Office);
        return task;
    }

    /// <summary>Starts a task and leads it to its visits; gives its number.</summary>
    public static async Task<long> AtVisitsAsync(WorkflowDesk desk, WorkflowReader reader, string subject = "T-18")
    {
        var task = await PlannedAsync(desk, reader, subject, ("participants", [Other]));
        await FinishAsync("approve", "approved", Head);
        await DrawAsync("draw-targets", Office, "", Shop, Garage);
        await DrawAsync("draw-lead-inspectors", Office, "", "M-01", "M-02");
        await FinishAsync("confirm-lead-inspectors", "confirmed", Office, """{"inspectors":[{"name":"马一","credential-valid-to":"2027-12-31","has-interest":false}]}""");
        await FinishAsync("accept", "accepted", Road, """{"items":[{"item":"运输资质","basis":"道路运输条例"}],"on-list":true}""", Other);
        await DrawAsync("draw-inspectors", Road, Other, "T-01", "T-02");
        await FinishAsync("confirm-inspectors", "confirmed", Road, """{"inspectors":[{"name":"路一","credential-valid-to":"2027-12-31","has-interest":false}]}""", Other);
        return task;

        Task<WorkflowReceipt> FinishAsync(string step, string outcome, WorkflowPerson by, string? content = null, string item = "") =>
            GiveAsync(desk, reader, task, step, Complete(outcome, content), by, item);

        Task<WorkflowReceipt> DrawAsync(string step, WorkflowPerson by, string item, params string[] drawn) => GiveAsync(desk, reader, task, step, Drawn(step, drawn), by, item);
    }

    /// <summary>Gives a command to the one open run of a step.</summary>
    public static async Task<WorkflowReceipt> GiveAsync(WorkflowDesk desk, WorkflowReader reader, long instance, string step, Func<int, long, WorkflowCommand> command, WorkflowPerson by, string item = "")
    {
        var state = (await reader.InstanceAsync(instance, 1, default))!.State;
        var run = Assert.Single(state.OpenRuns, run => string.Equals(run.Step, step, StringComparison.Ordinal) && string.Equals(state.Frames[run.Frame].Path, item, StringComparison.Ordinal));
        return Done(await desk.GiveAsync(instance, command(run.Number, state.Version), by, default));
    }

    /// <summary>Reports what was drawn elsewhere, on the province's platform for instance, for a step of the lead.</summary>
    public static Task<WorkflowReceipt> DrawnElsewhereAsync(WorkflowDesk desk, WorkflowReader reader, long instance, string step, params string[] drawn) =>
        GiveAsync(desk, reader, instance, step, Drawn(step, drawn), Office);

    private static Func<int, long, WorkflowCommand> Drawn(string step, string[] drawn) => (run, version) => new WorkflowCommand.Drawn(run, $"by-hand-{step}", drawn) { Version = version };

    public static Func<int, long, WorkflowCommand> Complete(string outcome, string? content, params (string List, string[] Items)[] lists) => (run, version) => new WorkflowCommand.Complete(
        run, outcome, content, null, lists.ToDictionary(list => list.List, list => (IReadOnlyList<string>)list.Items, StringComparer.Ordinal))
    { Version = version };

    public static T Done<T>(Answer<T> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }
}
