using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>The words for definitions that do not make sense.</summary>
internal static class WorkflowFaults
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["step"] = "环节",
        ["list"] = "列表",
        ["role"] = "角色",
        ["unit"] = "单位",
        ["form"] = "表单",
        ["field"] = "日期栏目",
        ["event"] = "事件",
        ["ladder"] = "提醒阶梯",
        ["template"] = "模板",
        ["rule set"] = "规则集",
        ["draw"] = "抽取方案",
        ["workflow"] = "流程",
    };

    public static Diagnostic Unreachable(Step step) => Diagnostic.Error("WF001", step.Place,
        new($"没有路通向环节“{step.Id}”", $"no way leads to the step \"{step.Id}\""),
        new("从别的环节指向它，或删除它", "let a step lead to it, or delete it"));

    public static Diagnostic DeadEnd(Step step) => Diagnostic.Error("WF002", step.Place,
        new($"环节“{step.Id}”没有去向，流程会停在这里", $"the step \"{step.Id}\" leads nowhere: the workflow would stop here"),
        new("写 next 或 outcomes；到此结束的，指向 end 环节", "give next or outcomes; where it ends, lead to a step of kind end"));

    public static Diagnostic NeverFires(Step.Join join, int arriving) => Diagnostic.Error("WF003", join.Place,
        new($"汇合“{join.Id}”永远等不齐：只有 {arriving} 条分支能到", $"the join \"{join.Id}\" can never fire: {arriving} branches can arrive"),
        new("让分支通向它，或把 await 改小", "let branches lead to it, or ask for fewer with await"));

    public static Diagnostic NotAFork(Step.Join join) => Diagnostic.Error("WF003", join.Place,
        new($"汇合“{join.Id}”的 of 不是 fork 环节", $"the join \"{join.Id}\" gathers \"{join.Of}\", which is no fork"),
        new("of 写对应的 fork 环节", "name the fork in of"));

    public static Diagnostic SecondJoin(Step.Join join) => Diagnostic.Error("WF003", join.Place,
        new($"“{join.Of}”已有别的汇合，“{join.Id}”永远等不到", $"\"{join.Of}\" has a join already, so that \"{join.Id}\" can never fire"),
        new("一个 fork 只用一个 join", "use one join for a fork"));

    public static Diagnostic NoWayOut(IReadOnlyList<Step> circle) => Diagnostic.Error("WF004", circle[0].Place,
        new($"循环没有出口：{Ids(circle)}", $"this loop has no way out: {Ids(circle)}"),
        new("给其中一个环节加一个通向 end 的结果", "give one of the steps an outcome that leads to an end"));

    public static Diagnostic NobodyHolds(Place place, string element, string role) => Diagnostic.Error("WF005", place,
        new($"“{element}”由角色“{role}”办理，却没有单位担任它", $"\"{element}\" belongs to the role \"{role}\", which no unit holds"),
        new("让单位担任该角色，或在 casts 中写明由启动时指定", "have a unit hold it, or name it in casts so that the start says who it is"));

    public static Diagnostic NoWay(Step step, string outcome) => Diagnostic.Error("WF006", step.Place,
        new($"环节“{step.Id}”可能出现结果“{outcome}”，却没有去向", $"the step \"{step.Id}\" can have the outcome \"{outcome}\", which leads nowhere"),
        new($"在 outcomes 中加“{outcome}”，或加“done”作为其余结果的去向", $"add \"{outcome}\" to outcomes, or \"done\" for all others"));

    public static Diagnostic Unknown(Place place, string kind, string name, IEnumerable<string> known) => Diagnostic.Error("WF007", place,
        new($"{Chinese[kind]}“{name}”不存在", $"there is no {kind} \"{name}\""),
        Hint.For(name, known));

    public static Diagnostic DueOutside(Step step, Bilingual parent) => Diagnostic.Error("WF008", step.Due?.Place ?? step.Place,
        new($"环节“{step.Id}”的期限超出了“{parent.Zh}”的期限", $"the step \"{step.Id}\" is due after \"{parent.En}\" is"),
        new("缩短它的期限，或放宽整体的期限", "shorten its period, or lengthen that of the whole"));

    public static Diagnostic WithoutPeople(IReadOnlyList<Step> circle) => Diagnostic.Error("WF009", circle[0].Place,
        new($"循环中没有停下来等人、事件或日期的环节：{Ids(circle)}", $"nothing in this loop waits for a person, an event or a date: {Ids(circle)}"),
        new("在循环中加入 task 或 wait 环节", "put a task or a wait into the loop"));

    public static Diagnostic CrossesForEach(Step from, Step to) => Diagnostic.Error("WF010", from.Place,
        new($"“{from.Id}”到“{to.Id}”的路穿过了 for-each 的边界", $"the way from \"{from.Id}\" to \"{to.Id}\" crosses the border of a for-each"),
        new("对象的路以 end 结束，之后由 for-each 继续；不要从外面跳进去", "let an item's way end in an end step and the for-each go on from there; do not lead into it from outside"));

    public static Diagnostic NobodyDecides(Step step) => Diagnostic.Error("WF011", step.Place,
        new($"规则或条件无法判定时，没有人来决定“{step.Id}”", $"nobody decides \"{step.Id}\" when rules or guards cannot"),
        new("写 owner；按条件选择的，也可留一个没有条件的结果", "give an owner; where guards choose, an outcome without guards will do"));

    public static Diagnostic OtherFork(Step.Join join) => Diagnostic.Error("WF012", join.Place,
        new($"到达汇合“{join.Id}”的路不是“{join.Of}”的分支", $"a way arrives at the join \"{join.Id}\" that is no branch of \"{join.Of}\""),
        new("内层分支先在自己的 join 汇合", "gather inner branches in their own join first"));

    public static Diagnostic CrossesFork(Step from, Step to) => Diagnostic.Error("WF014", from.Place,
        new($"“{from.Id}”到“{to.Id}”的路没有经过汇合就离开了分支", $"the way from \"{from.Id}\" to \"{to.Id}\" leaves a branch without its join"),
        new("分支要么到它的 join，要么到自己的 end", "let a branch go to its join, or to an end of its own"));

    public static Diagnostic CallsItself(Step.Call call, string workflow) => Diagnostic.Error("WF015", call.Place,
        new($"流程“{workflow}”经由“{call.Workflow}”调用了自己", $"the workflow \"{workflow}\" calls itself by way of \"{call.Workflow}\""),
        new("断开其中一处调用", "take one of the calls out"));

    public static Diagnostic NotCallable(Step.Call call, string workflow) => Diagnostic.Error("WF015", call.Place,
        new($"流程“{call.Workflow}”没有写明可由“{workflow}”启动", $"the workflow \"{call.Workflow}\" does not say that \"{workflow}\" starts it"),
        new($"在它的 startedBy 中加 {{ \"workflow\": \"{workflow}\" }}", $"add {{ \"workflow\": \"{workflow}\" }} to its startedBy"));

    public static Diagnostic NoItem(Step step, string list) => Diagnostic.Error("WF016", step.Place,
        new($"环节“{step.Id}”由“{list}”中的单位办理，却不在遍历“{list}”的 for-each 之内", $"the step \"{step.Id}\" belongs to an item of \"{list}\" but lies in no for-each over it"),
        new("把它放进该 for-each，或改写 owner", "put it into that for-each, or give another owner"));

    public static Diagnostic NeverTaken(Step step, Way way) => Diagnostic.Warning("WF017", way.Place,
        new($"环节“{step.Id}”不会出现结果“{way.Id}”", $"the step \"{step.Id}\" never has the outcome \"{way.Id}\""),
        new("删除它，或更正名称", "delete it, or correct its name"));

    public static Diagnostic NoSuchItemOutcome(Step.ForEach each, JoinedResult joined, IEnumerable<string> known) => Diagnostic.Error("WF020", each.Place,
        new($"“{each.Id}”的对象不会以“{joined.Of}”结束", $"no item of \"{each.Id}\" ends as \"{joined.Of}\""),
        Hint.For(joined.Of, known));

    public static Diagnostic NothingToSuggest(Step step) => Diagnostic.Error("WF027", step.Place,
        new($"环节“{step.Id}”写了 suggest，却无从提示", $"the step \"{step.Id}\" has suggest, and nothing can be suggested"),
        new("sets 恰好写一个名单，流程中有抽取 targets 并写明 into 的环节", "name exactly one list in sets, and have a step that draws targets into a list"));

    private static string Ids(IEnumerable<Step> steps) => string.Join(" → ", steps.Select(step => step.Id));
}
