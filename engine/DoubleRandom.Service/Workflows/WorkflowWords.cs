using DoubleRandom.Core;
using DoubleRandom.Service.Submissions;

namespace DoubleRandom.Service.Workflows;

/// <summary>The words for workflow commands that the engine cannot even take up.</summary>
internal static class WorkflowWords
{
    public static Refusal NoInstance(long id) => new("instance-unknown", $"{id}", new("没有这个流程", "there is no such workflow instance"), new("从流程列表重新选择", "choose it again from the list"));

    public static Refusal NoWorkflow(string id, IEnumerable<string> known) => Refusal.Unknown("workflow-unknown", id, "流程", "workflow", known);

    public static Refusal NoJurisdiction(string id, IEnumerable<string> known) => Refusal.Unknown("jurisdiction-unknown", id, "辖区", "jurisdiction", known);

    public static Refusal NoUnit(string id, IEnumerable<string> known) => Refusal.Unknown("unit-unknown", id, "单位", "unit", known);

    public static Refusal NoPerson() => new("person-missing", "person", new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person"));

    public static Refusal NoReason() => new("reason-missing", "reason", new("没有说明理由", "no reason is given"), new("写明理由", "give the reason"));

    public static Refusal BadSubject(int most) => new("subject-wrong", "subject",
        new($"事项编号应不超过 {most} 个字符，且不含控制字符", $"the subject must have at most {most} characters and no control characters"), new("改用任务或结果的编号", "use the number of the task or result"));

    public static Refusal BadKey(int most) => new("key-wrong", "key", new($"防重键应不超过 {most} 个字符", $"the idempotency key must have at most {most} characters"), new("缩短", "shorten it"));

    public static Refusal KeyReused(string key) => new("idempotency-key-reused", key,
        new("同一 Idempotency-Key 已用于别的操作，未作任何改动", "the Idempotency-Key was used for another command, and nothing was changed"), new("换一个新的键；重发时内容须与原来相同", "choose a new key; what is sent again must be what was sent before"));

    public static Refusal Outrun(string subject) => new("outrun", subject,
        new("别人抢先一步改动了该流程，您的操作没有执行", "somebody else was faster and changed it; nothing of yours was done"), new("刷新页面，核对后再操作", "refresh, look again, and repeat if it still applies"));

    public static Refusal VersionGone(string workflow, string hash) => new("version-unreadable", workflow,
        new($"该流程按配置包版本 {Short(hash)} 运行，本程序无法读取该版本", $"the instance runs on pack version {Short(hash)}, which this program cannot read"), new("请管理员查看日志，或改用当时的程序版本", "have the administrator look at the log, or run the program of that time"));

    public static Refusal GoesInCircles(IReadOnlyList<string> trail) => new("goes-in-circles", trail[^1],
        new($"流程之间不停地互相触发，已停止，没有任何改动：{string.Join(" → ", trail)}", $"workflows set each other off without end; it was stopped and nothing was changed: {string.Join(" → ", trail)}"),
        new("请配置人员打断其中一环：去掉一个事件，或加入人工环节", "have the pack's author break the circle: drop an event, or put a person in between"));

    public static Refusal Broken(long id, string fault) => new("instance-broken", $"{id}",
        new($"程序无法继续该流程：{fault}", $"the program cannot carry the instance on: {fault}"), new("请管理员查看日志", "have the administrator look at the log"));

    public static Refusal NothingToMoveTo(string workflow) => new("workflow-gone", workflow,
        new($"现行配置中没有流程“{workflow}”，无处可迁", $"the running pack has no workflow \"{workflow}\" to move to"), new("让它在原版本上办完，或先在配置中恢复该流程", "let it finish on its own version, or put the workflow back into the pack"));

    public static Refusal NotOffice(string office) => new("not-office", office,
        new("只有联席会议办公室可以这样做", "only the office of the joint conference may do this"), new($"请办公室（{office}）办理", $"ask the office ({office})"));

    public static Refusal EngineOnly(string workflow) => new("engine-only", workflow,
        new("事件、日期和子流程的结束由系统告知", "events, dates and the ends of other workflows are told by the engine"), new("登记该事件，系统会转告", "record the event; the engine passes it on"));

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
