using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>The words for files in RulesEngine's shape that say what is not carried.</summary>
internal static class TreeFaults
{
    public static Diagnostic NotCarried(Place place, string key) => Diagnostic.Error("RU301", place,
        new($"不支持“{key}”", $"\"{key}\" is not carried"),
        new("删除它；不会悄悄忽略任何一项", "delete it; nothing is ignored silently"));

    public static Diagnostic UnknownKey(Place place, string key, IEnumerable<string> known) => Diagnostic.Error("RU302", place,
        new($"未知的键“{key}”", $"unknown key \"{key}\""), Hint.For(key, known));

    public static Diagnostic Missing(Place place, string key) => Diagnostic.Error("RU303", place,
        new($"缺少“{key}”", $"\"{key}\" is missing"), new($"补上“{key}”", $"add \"{key}\""));

    public static Diagnostic WrongValue(Place place, string key, string allowed) => Diagnostic.Error("RU304", place,
        new($"“{key}”的值不对", $"the value of \"{key}\" is not right"), new($"写成：{allowed}", $"write: {allowed}"));

    public static Diagnostic BothShapes(Place place, string rule) => Diagnostic.Error("RU305", place,
        new($"规则“{rule}”应有 Expression，或 Operator 和 Rules，二者取一", $"the rule \"{rule}\" needs either Expression, or Operator and Rules"),
        new("删除多余的，或补上缺少的", "delete what is too much, or add what is missing"));

    public static Diagnostic Duplicate(Place place, string rule) => Diagnostic.Error("RU306", place,
        new($"规则名“{rule}”重复", $"the rule name \"{rule}\" is used twice"), new("改用另一个名称", "use another name"));

    public static Diagnostic NoSuchRule(Place place, string rule, IEnumerable<string> known) => Diagnostic.Error("RU307", place,
        new($"EvaluateRule 所指的规则“{rule}”不存在", $"EvaluateRule names a rule \"{rule}\" that there is not"), Hint.For(rule, known));

    public static Diagnostic Circle(Place place, string path) => Diagnostic.Error("RU308", place,
        new($"EvaluateRule 形成循环：{path}", $"EvaluateRule goes in a circle: {path}"), new("去掉其中一处", "take one of them away"));

    public static Diagnostic OpenMessage(Place place) => Diagnostic.Error("RU309", place,
        new("文字中的 { 或 $( 没有闭合", "a { or $( in the text is not closed"), new("补上 } 或 )", "add } or )"));

    public static Diagnostic UnusedParam(Place place, string name) => Diagnostic.Warning("RU310", place,
        new($"没有规则用到参数“{name}”", $"no rule uses the parameter \"{name}\""), new("删除它", "delete it"));
}
