using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Service.Draws;

/// <summary>The words for draws that cannot be prepared or made.</summary>
internal static class DrawWords
{
    public static Refusal NoDraw(string number) => new("draw-unknown", number, new($"没有抽取 {number}", $"there is no draw {number}"), new("从抽取列表重新选择", "choose it again from the list of draws"));

    public static Refusal NothingToDraw(IReadOnlyList<StratumPlan> plans)
    {
        var reasons = plans.SelectMany(plan => plan.Count.Excluded).GroupBy(pair => pair.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Sum(pair => pair.Value)}").ToArray();
        return new("draw-nothing", "scope", new($"按规则一个也抽不到：{plans.Sum(plan => plan.Count.Rows)} 个对象中可抽 {plans.Sum(plan => plan.Count.Eligible)} 个；不可抽的：{string.Join("、", reasons)}",
            $"the rules draw nobody: {plans.Sum(plan => plan.Count.Eligible)} of {plans.Sum(plan => plan.Count.Rows)} targets can be drawn; excluded: {string.Join(", ", reasons)}"), new("核对名录库、抽取资格规则和数量", "check the directory, the rules of eligibility and the numbers"));
    }

    public static Refusal NotWaiting(long instance, string what) => new("draw-not-awaited", $"{instance}",
        new($"流程 {instance} 现在没有等待抽取（{what}）的环节", $"no step of instance {instance} waits for a draw of {what} now"), new("看该流程的在办环节；不属于流程的抽取不写流程编号", "look at its open steps; a draw by itself names no instance"));

    public static Refusal NoScheme(string id, IEnumerable<string> known) => Refusal.Unknown("draw-scheme-unknown", id, "抽取方案", "scheme of draws", known);

    public static Refusal NotMember(string unit) => new("draw-not-yours", unit, new($"不属于流程的抽取由办公室所在单位 {unit} 办理", $"a draw that belongs to no instance is made by the office, {unit}"), new("请该单位办理，或写明流程编号", "have that unit do it, or name the instance"));

    public static Refusal OtherUnit(string number, string unit) => new("draw-other-unit", number, new($"{number} 由 {unit} 或办公室办理", $"{number} is carried out by {unit} or the office"), new("请该单位办理", "have that unit do it"));

    public static Refusal NotOver(string number, int open) => new("draw-checks-open", number, new($"还有 {open} 户没有检查完，此时公开会走漏名单", $"{open} targets are not checked yet; revealing now would warn them"), new("检查全部结束后再公开", "reveal it when all checks are over"));

    public static Refusal NoSubstitute(string number, string target) => new("draw-substitute-none", target, new($"{number} 没有抽中“{target}”，或该层已无备选对象", $"{number} did not draw \"{target}\", or its stratum has no substitute left"), new("核对代码", "check the code"));
}
