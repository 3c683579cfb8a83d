using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>The words for tests of workflows that do not go as they say.</summary>
internal static class WalkFaults
{
    private static readonly Bilingual Mend = new("核对原文后更正测试，或更正流程", "read the text again, then mend the test or the workflow");

    public static Diagnostic Refused(WorkflowWalk walk, Place place, IReadOnlyList<Refusal> refusals) => Diagnostic.Error("WF021", place,
        new($"测试“{walk.Name}”在此被拒绝：{string.Join("；", refusals.Select(r => r.Problem.Zh))}", $"the test \"{walk.Name}\" is refused here: {string.Join("; ", refusals.Select(r => r.Problem.En))}"), Mend);

    public static Diagnostic NotRefused(WorkflowWalk walk, Place place) => Diagnostic.Error("WF025", place,
        new($"测试“{walk.Name}”的这一动作应被拒绝，实际办成了", $"this move of the test \"{walk.Name}\" should be refused, but was done"), Mend);

    public static Diagnostic Began(WorkflowWalk walk, string because) => Diagnostic.Error("WF025", walk.Place,
        new($"测试“{walk.Name}”中的启动应因文件{(because is "lapsed" ? "已失效" : "尚未施行")}被拒绝，实际没有", $"the start of the test \"{walk.Name}\" should be refused because its document {(because is "lapsed" ? "has lapsed" : "is not yet in force")}, and was not"), Mend);

    public static Diagnostic NoTest(WorkflowDefinition workflow) => Diagnostic.Warning("WF026", workflow.Place,
        new($"流程“{workflow.Id}”没有测试", $"the workflow \"{workflow.Id}\" has no test"),
        new("在 tests 中按原文手写一遍从头到尾的经过", "add a test: a walk from start to end, written from the text"));

    public static Diagnostic NotOpen(WorkflowWalk walk, WalkMove move, IReadOnlyList<string> open) => Diagnostic.Error("WF022", move.Place,
        new($"测试“{walk.Name}”要办的“{move.Do ?? move.Act}”此时不能办；在办的是：{Listed(open, "无")}", $"\"{move.Do ?? move.Act}\" cannot be done at this point of the test \"{walk.Name}\"; open are: {Listed(open, "none")}"), Mend);

    public static Diagnostic OtherOpen(WorkflowWalk walk, WalkMove move, IReadOnlyList<string> open) => Diagnostic.Error("WF023", move.Place,
        new($"测试“{walk.Name}”此后在办的是 {Listed(open, "无")}，预期是 {Listed(move.Open!, "无")}", $"after this the test \"{walk.Name}\" has open {Listed(open, "none")}, and expects {Listed(move.Open!, "none")}"), Mend);

    public static Diagnostic OtherOutcome(WorkflowWalk walk, string? outcome) => Diagnostic.Error("WF024", walk.Place,
        new($"测试“{walk.Name}”的结果是“{outcome ?? "尚未结束"}”，预期是“{walk.Outcome}”", $"the test \"{walk.Name}\" ends as \"{outcome ?? "not ended"}\", and expects \"{walk.Outcome}\""), Mend);

    private static string Listed(IReadOnlyList<string> open, string none) => open.Count == 0 ? none : string.Join(", ", open);
}
