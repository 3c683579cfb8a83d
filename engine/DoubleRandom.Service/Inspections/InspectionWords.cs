using DoubleRandom.Core;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>The words for what cannot be done to an inspection.</summary>
internal static class InspectionWords
{
    public static Refusal Unknown(InspectionKey key) => new("inspection-unknown", $"{key}",
        new($"任务 {key.Instance} 的检查对象中没有“{key.Target}”：它不在抽取或登记之列，或者还没有到检查环节", $"task {key.Instance} has no target \"{key.Target}\": it was neither drawn nor registered, or its visit is not open yet"),
        new("从任务的检查对象中选择", "choose one of the task's targets"));

    public static Refusal Cancelled(InspectionKey key) => new("inspection-cancelled", $"{key}", new("该对象的检查已取消", "the inspection of this target was cancelled"), new("无需再报", "nothing is left to do"));

    public static Refusal NoDepartment(string unit, IEnumerable<string> known) => Refusal.Unknown("department-unknown", unit, "参加检查的部门", "department of this inspection", known);

    public static Refusal NotYours(string unit) => new("not-yours", unit,
        new("只有本部门可以填报自己的检查记录", "a department's record is its own alone"), new($"由 {unit} 的人员填报", $"have somebody of {unit} do it"));

    public static Refusal NotLead(string unit) => new("not-yours", unit, new("这由牵头部门办理", "this is for the department that leads"), new($"由 {unit} 办理", $"have {unit} do it"));

    public static Refusal Stale(string department, int seen, int now) => new("stale", department,
        new($"您看到的是第 {seen} 版，现在已是第 {now} 版", $"you saw version {seen}, and there is version {now} by now"), new("重新读取，核对后再更正", "read it again, look, and correct it if it still applies"));

    public static Refusal NoReason() => new("reason-missing", "reason", new("更正检查记录须说明理由", "a correction gives its reason"), new("写明更正的理由", "say why it is corrected"));

    public static Refusal LongReason(int most) => new("reason-long", "reason", new($"理由超过 {most} 个字符，或含控制字符", $"the reason has more than {most} characters, or control characters"), new("改短", "shorten it"));

    public static Refusal NotAnswered(IEnumerable<string> units)
    {
        var names = string.Join(", ", units);
        return new("not-answered", names, new($"还有部门没有填报：{names}", $"departments have not answered yet: {names}"), new("请其填报，或在待办中按表单办结", "ask them to, or finish the task on its form"));
    }

    public static Refusal TooManyFiles(int most) => new("files-too-many", "file", new($"该对象已有 {most} 个文件", $"this target has {most} files already"), new("只传必要的", "send those that are needed"));

    public static Refusal NoInspector(string id) => new("inspector-unknown", id, new($"检查人员名录库中没有“{id}”", $"the directory of inspectors has no \"{id}\""), new("核对编号，或先导入名录库", "look at the id, or import the directory first"));

    public static Refusal OtherUnit(string id, string unit) => new("inspector-of-other-unit", id, new($"“{id}”属于 {unit}", $"\"{id}\" belongs to {unit}"), new("只登记本部门的人员", "name the department's own people"));

    public static Refusal Expired(string id, DateOnly on) => new("credential-expired", id,
        new($"“{id}”的执法证件在 {on.Iso()} 无效", $"the credential of \"{id}\" does not hold on {on.Iso()}"), new("换人，或更新名录库", "send somebody else, or bring the directory up to date"));

    public static Refusal Recused(string id, string target) => new("inspector-recused", id, new($"“{id}”与“{target}”有利害关系，应当回避", $"\"{id}\" has an interest in \"{target}\" and must withdraw"), new("换人", "send somebody else"));

    public static Refusal Absent(string id, DateOnly on) => new("inspector-absent", id, new($"“{id}”在 {on.Iso()} 不在岗", $"\"{id}\" is absent on {on.Iso()}"), new("换人或改日期", "send somebody else, or on another day"));

    public static Refusal Full(string id, int capacity) => new("inspector-at-capacity", id,
        new($"“{id}”在本任务中已有 {capacity} 户，达到上限", $"\"{id}\" has {capacity} targets in this task already, as many as they may"), new("换人，或在名录库中提高上限", "send somebody else, or raise the limit in the directory"));

    public static Refusal NoTeam() => new("team-empty", "inspectors", new("没有写检查人员", "no inspector is named"), new("至少写一人；实地检查须两名以上", "name at least one; on site there must be two or more"));
}
