using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Matching;

/// <summary>What may be wrong with slots and inspectors, and its words.</summary>
internal static class ProblemFaults
{
    private static readonly Bilingual IdSigns = new("用 1 至 64 个半角大写字母、数字或 -", "use 1 to 64 of ASCII capitals, digits or -");

    public static IEnumerable<Refusal> Of(MatchInspector inspector)
    {
        if (!IsId(inspector.Id))
            yield return new("inspector-id", inspector.Id, new($"检查人员编号“{inspector.Id}”不合规", $"\"{inspector.Id}\" is no inspector id"), IdSigns);
        if (inspector.Capacity is < 0 or > MatchProblem.MostLoad)
            yield return Number("capacity", inspector.Id, "容量", "capacity", inspector.Capacity);
        if (inspector.EarlierLoad is < 0 or > MatchProblem.MostLoad)
            yield return Number("earlier-load", inspector.Id, "已有任务数", "earlier load", inspector.EarlierLoad);
    }

    public static IEnumerable<Refusal> Of(Slot slot)
    {
        if (!IsId(slot.Target))
            yield return new("target-id", slot.Target, new($"检查对象编号“{slot.Target}”不合规", $"\"{slot.Target}\" is no target id"), IdSigns);
        if (slot.Number is < 0 or > ushort.MaxValue)
            yield return new("slot-number", slot.ToString(), new($"名额序号 {slot.Number} 超出范围", $"slot number {slot.Number} is out of range"), new("用 0 至 65535 的整数", "use a whole number from 0 to 65535"));
    }

    public static IEnumerable<Refusal> OfSize(int slots, int inspectors)
    {
        if (slots > MatchProblem.MostSlots)
            yield return new("too-many-slots", "", new($"名额 {slots} 个，超过上限 {MatchProblem.MostSlots}", $"{slots} slots are more than {MatchProblem.MostSlots}"), Split);
        if (inspectors > MatchProblem.MostInspectors)
            yield return new("too-many-inspectors", "", new($"检查人员 {inspectors} 名，超过上限 {MatchProblem.MostInspectors}", $"{inspectors} inspectors are more than {MatchProblem.MostInspectors}"), Split);
    }

    public static Refusal InspectorTwice(string id) =>
        new("inspector-twice", id, new($"检查人员 {id} 出现了不止一次", $"inspector {id} is there more than once"), new("每人只留一行", "keep one row for each"));

    public static Refusal SlotTwice(Slot slot) =>
        new("slot-twice", slot.ToString(), new($"名额 {slot} 出现了不止一次", $"slot {slot} is there more than once"), new("同一对象的各名额用不同序号", "number the slots of a target differently"));

    public static Refusal UnknownInspector(string subject, string id) =>
        new("unknown-inspector", subject, new($"{subject} 提到的检查人员 {id} 不在名单中", $"{subject} names inspector {id}, who is not in the list"), new("核对编号，或把该人员加入名单", "check the id, or add the inspector to the list"));

    private static readonly Bilingual Split = new("按部门或区域分批抽取", "draw by department or area");

    public static Refusal NoDays(Slot slot) => new(
        "no-days", slot.ToString(), new($"名额 {slot} 没有检查日期，无法核对证件有效期和请假", $"slot {slot} has no days, so that neither credentials nor absences can be asked"), new("写明检查的起止日期", "give the first and last day of the check"));

    public static Refusal DaysTurned(Slot slot) =>
        new("days-turned", slot.ToString(), new($"名额 {slot} 的起止日期颠倒", $"the days of slot {slot} are the wrong way round"), new("起日不得晚于止日", "the first day must not be after the last"));

    public static Refusal AbsenceTurned(string inspector) =>
        new("days-turned", inspector, new($"{inspector} 请假的起止日期颠倒", $"the days of an absence of {inspector} are the wrong way round"), new("起日不得晚于止日", "the first day must not be after the last"));

    private static Refusal Number(string code, string id, string zh, string en, int value) => new(
        code, id, new($"检查人员 {id} 的{zh} {value} 超出范围", $"the {en} {value} of inspector {id} is out of range"), new($"用 0 至 {MatchProblem.MostLoad} 的整数", $"use a whole number from 0 to {MatchProblem.MostLoad}"));

    private static bool IsId(string id) => Words.IsId(Encoding.UTF8.GetBytes(id));
}
