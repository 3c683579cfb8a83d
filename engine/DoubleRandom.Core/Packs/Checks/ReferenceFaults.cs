namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for names that lead nowhere.</summary>
internal static class ReferenceFaults
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["unit"] = "单位",
        ["role"] = "角色",
        ["form"] = "表单",
        ["draw"] = "抽取方案",
        ["exchange"] = "交换方案",
        ["codes"] = "代码表",
        ["column"] = "栏目",
        ["field"] = "表单字段",
        ["result-field"] = "结果内容",
        ["directory"] = "名录库",
        ["event"] = "事件",
        ["template"] = "模板",
        ["calendar"] = "日历",
        ["document"] = "文件",
        ["ladder"] = "提醒阶梯",
        ["value"] = "法定值",
        ["obligation"] = "义务",
        ["element"] = "要素",
        ["audience"] = "接收人",
        ["rules"] = "规则集",
        ["workflow"] = "流程",
        ["step"] = "环节",
        ["action"] = "操作",
        ["convener"] = "召集人",
        ["office"] = "办公室",
    };

    /// <summary>A name of some kind that nothing has.</summary>
    public static Diagnostic Unknown(Place place, string kind, string id, IEnumerable<string> known) => Diagnostic.Error("RF001", place,
        new($"{Chinese[kind]}“{id}”不存在", $"there is no {kind} \"{id}\""),
        Hint.For(id, known));

    public static Diagnostic NobodyOwes(Place place, string obligation) => Diagnostic.Error("RF002", place,
        new($"义务“{obligation}”没有任何单位承担", $"nobody owes the obligation \"{obligation}\""),
        new("检查 who：角色无人担任、单位全被排除，或任期不相交", "check who: the role is held by no unit, all units are excepted, or the times do not meet"));

    public static Diagnostic OwedToNobody(Place place, string obligation) => Diagnostic.Error("RF003", place,
        new($"义务“{obligation}”要交材料，却没有接收单位", $"the obligation \"{obligation}\" hands in a form, but nobody receives it"),
        new("写明 to（接收单位）", "give \"to\", the unit that receives"));

    public static Diagnostic EmptyWho(Place place) => Diagnostic.Error("RF004", place,
        new("who 没有写明角色或单位", "who names neither a role nor units"),
        new("写 role，或写 units", "give role, or units"));

    public static Diagnostic RoleAndUnits(Place place) => Diagnostic.Error("RF006", place,
        new("who 同时写了 role 和 units", "who names both a role and units"),
        new("只留一个：角色的全部单位写 role，指定的单位写 units", "keep one: role for all units that hold it, units for those listed"));

    public static Diagnostic NoMeetingEvent(Place place, string obligation) => Diagnostic.Error("RF005", place,
        new($"义务“{obligation}”以事件完成，却没有写明是哪个事件", $"the obligation \"{obligation}\" is met by an event but does not say which"),
        new("写明 metByEvent", "give metByEvent"));
}
