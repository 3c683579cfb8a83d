using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>The words for commands that are not carried out.</summary>
internal static class WorkflowRefusals
{
    public static Refusal UnknownVersion(long seen, long current) => new("version-unknown", "version",
        new($"版本 {seen} 不存在（现为 {current}）", $"there is no version {seen} (it is {current} now)"), new("重新读取流程后再操作", "read the instance again and repeat"));

    public static Refusal AlreadyStarted(string id) => new("already-started", id,
        new("该流程已经启动", "the workflow has started already"), new("打开已有的流程，或另建一个", "open the one that is there, or create another"));

    public static Refusal NotStarted(string id) => new("not-started", id,
        new("该流程尚未启动", "the workflow has not started yet"), new("先启动流程", "start it first"));

    public static Refusal OtherDefinition(WorkflowInstance instance, WorkflowDefinition definition) => new("other-definition", instance.Id,
        new($"该流程按“{instance.Definition}”的版本 {Short(instance.DefinitionVersion)} 运行，不是“{definition.Id}”的版本 {Short(definition.Version)}", $"the instance runs on version {Short(instance.DefinitionVersion)} of \"{instance.Definition}\", not on version {Short(definition.Version)} of \"{definition.Id}\""),
        new("用它开始时的版本操作，或先迁移", "act with the version it began with, or migrate it first"));

    public static Refusal Stale(string subject, long seen, long changed) => new("stale", subject,
        new($"内容已变动：您看到的是第 {seen} 版，第 {changed} 版有了变化", $"it has changed: you saw version {seen}, and version {changed} changed it"),
        new("刷新页面，核对后再操作", "refresh, look again, and repeat if it still applies"));

    public static Refusal NotRunning(WorkflowInstance instance) => new("not-running", instance.Id,
        instance.Status == InstanceStatus.Cancelled ? new("该流程已取消", "the workflow was cancelled") : new("该流程已经结束", "the workflow has ended"),
        new("如需更正，使用更正操作；否则另行启动", "use a correction if something must be put right; otherwise start another"));

    public static Refusal NotEnded(WorkflowAction action) => new("not-ended", action.Id,
        new($"流程尚未结束，不能“{action.Name.Zh}”", $"the workflow has not ended, so that \"{action.Name.En}\" does not apply"), new("在流程内更正，或等流程结束", "mend it within the workflow, or wait for its end"));

    public static Refusal NoRun(int run) => new("no-such-task", $"{run}",
        new($"没有第 {run} 号待办", $"there is no task number {run}"), new("刷新待办列表", "refresh the list of tasks"));

    public static Refusal Over(StepRun run, Step step) => new("task-over", step.Id,
        run.State == RunState.Done
            ? new($"“{step.Name.Zh}”已由 {run.By} 办结（{run.Outcome}）", $"\"{step.Name.En}\" was finished already by {run.By} ({run.Outcome})")
            : new($"“{step.Name.Zh}”已被 {run.By} 取消", $"\"{step.Name.En}\" was taken away by {run.By}"),
        new("无需再办；如有错误，退回或更正", "nothing is left to do; if it was wrong, send it back or correct it"));

    public static Refusal NoStep(string id) => new("no-such-step", id,
        new($"流程定义中没有环节“{id}”", $"the definition has no step \"{id}\""), new("请配置人员检查流程定义，或迁移该流程", "have the pack's author check the definition, or migrate the instance"));

    public static Refusal NotYours(string subject, Bilingual name, Bilingual owner) => new("not-yours", subject,
        new($"“{name.Zh}”由{owner.Zh}办理", $"\"{name.En}\" belongs to {owner.En}"), new("请该单位办理，或请其委托、改派", "have them do it, or be delegated or reassigned to it"));

    public static Refusal InOtherHands(StepRun run, Step step, string person) => new("in-other-hands", step.Id,
        new($"“{step.Name.Zh}”正由 {person} 办理", $"\"{step.Name.En}\" is in the hands of {person}"), new("请其办结、放回或委托", "have them finish it, put it back or delegate it"));

    public static Refusal NotClaimed(StepRun run, Step step) => new("not-claimed", step.Id,
        new($"“{step.Name.Zh}”无人认领", $"nobody has claimed \"{step.Name.En}\""), new("无需放回", "there is nothing to put back"));

    public static Refusal OneAtATime(Step step, Step other) => new("one-at-a-time", step.Id,
        new($"“{other.Name.Zh}”正在办理，同组环节不能同时办理", $"\"{other.Name.En}\" is in hand, and of these steps only one may be at a time"), new("等它办结或放回", "wait until it is finished or put back"));

    public static Refusal ClaimFirst(Step step) => new("claim-first", step.Id,
        new($"“{step.Name.Zh}”须先认领", $"\"{step.Name.En}\" must be claimed first"), new("先认领，再办结", "claim it, then finish it"));

    public static Refusal NotForPeople(Step step) => new("not-for-people", step.Id,
        new($"“{step.Name.Zh}”不是由人办结的环节", $"\"{step.Name.En}\" is not finished by a person"), new("等待抽取、公示、事件或日期", "wait for the draw, the publication, the event or the date"));

    public static Refusal OtherKind(Step step) => new("other-kind", step.Id,
        new($"“{step.Name.Zh}”等待的不是这个", $"this is not what \"{step.Name.En}\" waits for"), new("核对待办编号", "check the task's number"));

    public static Refusal UnknownOutcome(Step step, string outcome) => new("unknown-outcome", step.Id,
        new($"“{step.Name.Zh}”没有结果“{outcome}”", $"\"{step.Name.En}\" has no outcome \"{outcome}\""), new($"可选：{Outcomes(step)}", $"choose one of: {Outcomes(step)}"));

    public static Refusal NoWay(Step step, string outcome) => new("no-way", step.Id,
        new($"“{step.Name.Zh}”的结果“{outcome}”没有去向", $"the outcome \"{outcome}\" of \"{step.Name.En}\" leads nowhere"), new("请配置人员为该结果写明去向", "have the pack's author say where it leads"));

    public static Refusal JoinOfOtherFork(Step.Join join) => new("join-of-other-fork", join.Id,
        new($"到达汇合“{join.Name.Zh}”的分支不属于“{join.Of}”", $"a branch arrived at \"{join.Name.En}\" that does not belong to the fork \"{join.Of}\""), new("请配置人员检查分支与汇合的对应关系", "have the pack's author check which fork the join gathers"));

    public static Refusal GoesRound(Step step) => new("goes-round", step.Id,
        new($"流程在“{step.Name.Zh}”处不停循环，其间没有人工环节", $"the workflow goes round and round at \"{step.Name.En}\" without asking anybody"), new("请配置人员在循环中加入人工环节或出口", "have the pack's author put a person or a way out into the loop"));

    public static Refusal NotProvided(ActionKind kind, WorkflowDefinition definition, string? step) => new("not-provided", step ?? definition.Id,
        new($"流程“{definition.Name.Zh}”没有规定此处可以{ActionWords.Of(kind).Zh}", $"the workflow \"{definition.Name.En}\" does not provide for {ActionWords.Of(kind).En} here"), new("按流程办理；确需如此的，修改流程定义", "follow the steps; if it must be possible, change the definition"));

    public static Refusal NoAction(string action, WorkflowDefinition definition) => new("no-such-action", action,
        new($"流程没有操作“{action}”", $"the workflow has no action \"{action}\""), new($"可用：{string.Join(", ", definition.Actions.Select(a => a.Id))}", $"known are: {string.Join(", ", definition.Actions.Select(a => a.Id))}"));

    public static Refusal OtherCommand(WorkflowAction action) => new("other-command", action.Id,
        new($"“{action.Name.Zh}”针对某个待办，不能单独执行", $"\"{action.Name.En}\" is done to a task, not by itself"), new("在待办上执行", "do it on the task"));

    public static Refusal NotLater(StepRun run, Step step) => new("not-later", step.Id,
        run.DueOn is { } due
            ? new($"延期日须晚于现在的期限 {due.Iso()}", $"the new day must lie after the present one, {due.Iso()}")
            : new($"“{step.Name.Zh}”没有期限，不能延期", $"\"{step.Name.En}\" has no due day that could be moved"),
        new("改选一个日期，或不延期", "choose a later day, or leave it"));

    public static Refusal NoBatch(int frame) => new("no-such-items", $"{frame}",
        new("这批对象不存在或已经办结", "these items do not exist or are over"), new("刷新后再加", "refresh and try again"));

    public static Refusal NotStarter(WorkflowDefinition definition) => new("not-starter", definition.Id,
        new($"您的单位不能这样启动“{definition.Name.Zh}”", $"\"{definition.Name.En}\" cannot be started in this way by you"), new($"由下列启动：{Starters(definition, "zh")}", $"it is started by: {Starters(definition, "en")}"));

    public static Refusal NotInForce(WorkflowDefinition definition, LegalDocument document, DateOnly on) => document.InForceTo is { } last && on > last
        ? new("document-lapsed", definition.Id,
            new($"《{document.Title}》已于 {last.Iso()} 失效，{on.Iso()} 不能再启动“{definition.Name.Zh}”", $"\"{document.Title}\" lapsed on {last.Iso()}: \"{definition.Name.En}\" cannot be started on {on.Iso()}"),
            new("已在办的照常办完；文件续期的，请配置人员更新其有效期", "what runs goes on; if the document was renewed, have the pack's author change its time in force"))
        : new("document-not-yet-in-force", definition.Id,
            new($"《{document.Title}》自 {document.StartsOn?.Iso()} 起施行，{on.Iso()} 还不能启动“{definition.Name.Zh}”", $"\"{document.Title}\" is in force from {document.StartsOn?.Iso()}: \"{definition.Name.En}\" cannot be started on {on.Iso()}"),
            new("等文件施行后启动", "start it once the document is in force"));

    public static Refusal NotCast(WorkflowDefinition definition, string role, Bilingual name) => new("not-cast", role,
        new($"没有写明“{definition.Name.Zh}”中谁担任{name.Zh}", $"it is not said which units are {name.En} in \"{definition.Name.En}\""),
        new($"写明单位，如 {role}=单位的 id", $"name the units, like {role}=id-of-the-unit"));

    public static Refusal CastTooMuch(WorkflowDefinition definition, string role) => new("cast-unknown", role,
        new($"“{definition.Name.Zh}”不指定角色“{role}”", $"\"{definition.Name.En}\" does not cast the role \"{role}\""), new($"可指定：{string.Join(", ", definition.Casts)}", $"it casts: {string.Join(", ", definition.Casts)}"));

    public static Refusal NoSubject(WorkflowDefinition definition) => new("no-subject", definition.Id,
        new("没有写明流程针对的对象", "it is not said what the workflow is about"), new($"写明{definition.Subject}的编号", $"give the id of the {definition.Subject}"));

    public static Refusal NoPerson(Step step) => new("no-person", step.Id, new("没有写明委托给谁", "it is not said to whom"), new("选择一个人", "choose a person"));

    public static Refusal NoUnit(Step step) => new("no-unit", step.Id, new("没有写明改派给哪个单位", "it is not said to which unit"), new("选择一个单位", "choose a unit"));

    public static Refusal EngineOnly(WorkflowDefinition definition) => new("engine-only", definition.Id,
        new("事件、日期和子流程的结束由系统告知", "events, dates and the ends of other workflows are told by the engine"), new("登记该事件，系统会转告", "record the event; the engine passes it on"));

    public static Refusal Undetermined(Step step, IEnumerable<Bilingual> reasons) => new("undetermined", step.Id,
        new($"“{step.Name.Zh}”无法判定：{Listed(reasons, r => r.Zh, "；")}", $"\"{step.Name.En}\" cannot be decided: {Listed(reasons, r => r.En, "; ")}"), new("补充缺少的事实后重试", "supply what is missing and repeat"));

    public static Refusal NotDone(Guard.Done guard, Step? needed, string step) => Guarded(guard, step,
        new($"“{needed?.Name.Zh ?? guard.Step}”尚未完成", $"\"{needed?.Name.En ?? guard.Step}\" has not been completed"), new("先完成它", "complete it first"));

    public static Refusal NotOpen(Guard.Open guard, Step? needed, string step) => Guarded(guard, step,
        new($"“{needed?.Name.Zh ?? guard.Step}”此刻不在办理中", $"\"{needed?.Name.En ?? guard.Step}\" is not open at this moment"), new("只能在它办理期间进行", "this is possible only while it is open"));

    public static Refusal NotHappened(Guard.Happened guard, string step) => Guarded(guard, step,
        new($"事件“{guard.Event}”尚未发生", $"the event \"{guard.Event}\" has not happened"), new("等待该事件，或登记它", "wait for it, or record it"));

    public static Refusal RulesSay(Guard.Rules guard, Verdict verdict, string step) => Guarded(guard, step,
        verdict.Word is { } word
            ? new($"规则“{guard.RuleSet}”的结论是“{word}”，须为“{guard.Is}”：{Listed(verdict.Reasons, r => r.Zh, "；")}", $"the rules \"{guard.RuleSet}\" say \"{word}\" where \"{guard.Is}\" is needed: {Listed(verdict.Reasons, r => r.En, "; ")}")
            : new($"规则“{guard.RuleSet}”无法判定：{Listed(verdict.Reasons, r => r.Zh, "；")}", $"the rules \"{guard.RuleSet}\" cannot decide: {Listed(verdict.Reasons, r => r.En, "; ")}"),
        new("核对并补充事实", "check the facts and supply what is missing"));

    private static Refusal Guarded(Guard guard, string step, Bilingual problem, Bilingual remedy) => new("guard-unmet", step, guard.Otherwise ?? problem, remedy);

    private static string Listed(IEnumerable<Bilingual> reasons, Func<Bilingual, string> text, string separator) => string.Join(separator, reasons.Select(text));

    private static string Outcomes(Step step) => string.Join(", ", step.Ways.Select(way => way.Id));

    private static string Starters(WorkflowDefinition definition, string language) => string.Join(language is "zh" ? "、" : ", ", definition.StartedBy.Select(starter => OwnerWords.Of(starter).In(language)));

    private static string Short(string version) => version.Length > 8 ? version[..8] : version;
}
