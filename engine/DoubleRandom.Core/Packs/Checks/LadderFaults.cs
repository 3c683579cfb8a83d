using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for ladders that remind too late, escalate too early, or lead nowhere.</summary>
internal static class LadderFaults
{
    public static Diagnostic ReminderAfterDue(Place place, string rung) => Diagnostic.Error("LD001", place,
        new($"提醒“{rung}”落在到期日之后", $"the reminder \"{rung}\" lies after the due day"),
        new("改用 before 或 \"on\": \"due\"，或把 kind 改为 escalation", "use before or \"on\": \"due\", or make it an escalation"));

    public static Diagnostic EscalationBeforeDue(Place place, string rung) => Diagnostic.Error("LD002", place,
        new($"督办“{rung}”不在到期日之后", $"the escalation \"{rung}\" does not lie after the due day"),
        new("改用 after 且至少为 1，或把 kind 改为 reminder", "use after with at least 1, or make it a reminder"));

    public static Diagnostic EndsNowhere(Place place, string rung, string audience) => Diagnostic.Error("LD003", place,
        new($"督办“{rung}”的接收人“{audience}”在本辖区没有任何单位", $"the escalation \"{rung}\" goes to \"{audience}\", which no unit of this jurisdiction is"),
        new("给某个单位加上该角色（或上级单位 superior），或更换接收人", "give a unit that role (or a superior), or choose another audience"));

    public static Diagnostic SuperiorCircle(Place place, string path) => Diagnostic.Error("LD004", place,
        new($"上级单位形成循环：{path}", $"the superiors go in a circle: {path}"),
        new("去掉其中一处 superior", "take one superior away"));

    public static Diagnostic NoDistance(Place place, string rung) => Diagnostic.Error("LD005", place,
        new($"“{rung}”没有写明在到期日前后多久", $"\"{rung}\" does not say how far from the due day it lies"),
        new("写 before、after 或 \"on\": \"due\" 之一", "give one of before, after or \"on\": \"due\""));

    public static Diagnostic BehindWithDistance(Place place, string rung) => Diagnostic.Error("LD006", place,
        new($"“{rung}”是进度提醒，不按到期日计算", $"\"{rung}\" is sent when a quota is behind schedule and has no distance from the due day"),
        new("去掉 before、after 和 on", "take before, after and on away"));

    public static Diagnostic NoSuchWord(Place place, string rung, RungCondition condition, IEnumerable<string> words) => Diagnostic.Error("LD007", place,
        new($"“{rung}”要求规则集“{condition.Rules}”的结论为“{condition.Is}”，但它从不这样回答", $"\"{rung}\" wants the rule set \"{condition.Rules}\" to say \"{condition.Is}\", which it never does"),
        Hint.For(condition.Is, words));

    public static Diagnostic NotKnownYet(Place place, string rung, Fact fact, IEnumerable<string> known) => Diagnostic.Error("LD008", place,
        new($"“{rung}”的规则用到“{fact.Zh}”，安排提醒时还不知道", $"the rules of \"{rung}\" ask for \"{fact.Path}\", which is not known when the rung is planned"),
        new($"只用这些事实：{string.Join(", ", known)}", $"ask only for {string.Join(", ", known)}"));
}
