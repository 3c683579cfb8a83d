namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>The words for a draw that cannot be prepared as it is asked for.</summary>
internal static class PreparationRefusals
{
    public static Refusal NoWhat(string what) => new("draw-what", what, new($"不能抽取“{what}”", $"\"{what}\" cannot be drawn"), new("写 targets（检查对象）或 inspectors（检查人员）", "write targets or inspectors"));

    public static Refusal NoRuleSet(string id, IEnumerable<string> known) => Refusal.Unknown("rule-set-unknown", id, "规则集", "rule set", known);

    public static Refusal NoAssignment() => new("draw-assignment-missing", "rules", new("抽取检查人员的规则没有写 assignment", "rules that draw inspectors need the member \"assignment\""), new("写明检查日期和每个对象的名额", "give the days of the check and the slots of every target"));

    public static Refusal YearlyNumber() => new("draw-yearly", "yearly", new("年度数量须写且只写一种：不少于、不多于（百分比）或个数", "a year's quota is said in exactly one way: at least or at most a percentage, or a number"), new("例如 \"atLeast\": \"5\"", "for example \"atLeast\": \"5\""));

    public static Refusal NoDays(string scheme) => new("draw-days-missing", "days", new($"方案“{scheme}”选派检查人员，没有写检查日期", $"the scheme \"{scheme}\" assigns inspectors, and the days of the check are not given"), new("写 days：{\"from\": …, \"to\": …}", "give days: {\"from\": …, \"to\": …}"));

    public static Refusal FewerWitnesses(int fewest) => new("draw-witnesses-few", "witnesses", new($"本方案要求至少 {fewest} 名见证人", $"this scheme asks for {fewest} witnesses or more"), new("补足见证人", "name more witnesses"));

    public static Refusal LaterDay() => new("draw-day-later", "on", new("不能以今天以后的名录抽取", "a draw cannot take the directories of a day to come"), new("改为今天或更早", "choose today or an earlier day"));

    public static Refusal NoTargets() => new("draw-empty", "scope", new("范围内没有检查对象", "there is no target in the scope"), new("核对范围，或先导入检查对象名录库", "check the scope, or import the directory of targets first"));

    public static Refusal ManyTargets(int most) => new("draw-frame-long", "scope", new($"范围内的检查对象超过 {most} 个", $"more than {most} targets lie in the scope"),
        new("缩小范围分批抽取，或用 draw compute 从文件抽取", "narrow the scope and draw in batches, or draw from files with draw compute"));
}
