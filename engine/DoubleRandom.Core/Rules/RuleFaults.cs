using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules;

/// <summary>The words for rule sets as a whole and for their tests.</summary>
internal static class RuleFaults
{
    public static Diagnostic NoShape(Place place, string id) => Diagnostic.Error("RU401", place,
        new($"规则集“{id}”应有 table 或 workflow，二者取一", $"the rule set \"{id}\" needs either a table or a workflow"),
        new("决策表写 table，规则写 workflow；只补充事实的文件写 facts", "write table for a decision table, workflow for rules; a file that only adds facts has facts"));

    public static Diagnostic NoTest(Place place, string id) => Diagnostic.Warning("RU402", place,
        new($"规则集“{id}”没有测试", $"the rule set \"{id}\" has no test"),
        new("在 tests 中手写一条：给定事实，应如何判定", "add a test: on which facts, what must be decided"));

    public static Diagnostic TestFailed(Place place, string name, Bilingual difference) => Diagnostic.Error("RU403", place,
        new($"测试“{name}”不通过：{difference.Zh}", $"the test \"{name}\" fails: {difference.En}"),
        new("对照原文核对：更正规则，或更正测试的预期", "hold it against the text: correct the rule, or what the test expects"));

    public static Diagnostic UnusedFact(Place place, string fact) => Diagnostic.Warning("RU404", place,
        new($"没有规则用到事实“{fact}”", $"no rule looks at the fact \"{fact}\""),
        new("删除它，或在规则中使用", "delete it, or use it in a rule"));

    public static Diagnostic TestExpectsNothing(Place place, string name) => Diagnostic.Error("RU405", place,
        new($"测试“{name}”没有写明预期", $"the test \"{name}\" expects nothing"),
        new("在 then 中写 outcome、outputs、fired 或 missing", "give outcome, outputs, fired or missing in then"));
}
