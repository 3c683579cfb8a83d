using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Simulation;

/// <summary>What can be wrong with a behaviour file beside its shape.</summary>
internal static class BehaviourFaults
{
    public static Diagnostic UnknownName(Node node, Bilingual kind, IEnumerable<string> known) => Diagnostic.Error("BH001", node.Place,
        new($"没有名为“{node.Text}”的{kind.Zh}", $"there is no {kind.En} \"{node.Text}\""), Hint.For(node.Text, known));

    public static Diagnostic NoShare(Node node) => Diagnostic.Error("BH002", node.Place,
        new("按时、迟办、不办的份额全为 0", "the shares of on time, late and silent are all 0"), new("至少一项大于 0", "give at least one of them a number above 0"));

    public static Diagnostic Backwards(Node node) => Diagnostic.Error("BH003", node.Place,
        new("范围的下限大于上限", "the range ends below where it begins"), new("写成 [少, 多]，如 [1, 5]", "write [fewest, most], such as [1, 5]"));

    public static Diagnostic NoSuchDay(Node node) => Diagnostic.Error("BH004", node.Place,
        new($"“{node.Text}”不是存在的日期", $"\"{node.Text}\" is no day that exists"), new("写成 年-月-日，如 2026-03-31", "write YYYY-MM-DD, such as 2026-03-31"));

    public static Diagnostic StepWithoutWorkflow(Node node) => Diagnostic.Error("BH005", node.Place,
        new("写了环节却没有写流程", "a step is named without its workflow"), new("加上 workflow", "add \"workflow\""));

    public static Diagnostic TwoMatters(Node node) => Diagnostic.Error("BH006", node.Place,
        new("obligation 与 workflow 不能同时写", "obligation and workflow cannot both be named"), new("分成两条", "make two entries of it"));

    public static Diagnostic NotForPersons(Node node) => Diagnostic.Error("BH007", node.Place,
        new($"流程“{node.Text}”不由人启动", $"the workflow \"{node.Text}\" is not started by a person"), new("去掉这一条，让它按日期、事件或由其他流程启动", "drop the entry; dates, events or other workflows start it"));
}
