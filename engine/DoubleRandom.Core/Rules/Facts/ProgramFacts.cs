namespace DoubleRandom.Core.Rules.Facts;

/// <summary>The facts that every jurisdiction has, in groups. A pack may add its own to these groups.</summary>
public static class ProgramFacts
{
    private static readonly FactType Texts = FactType.ListOf(FactType.Text);

    private static readonly FactType Items = RecordList(
        ("id", "编号", FactType.Text), ("name", "名称", FactType.Text), ("department", "部门", FactType.Text), ("industry", "行业", FactType.Text),
        ("basis", "依据", FactType.Text), ("isKey", "重点事项", FactType.Boolean));

    private static readonly FactType Problems = RecordList(
        ("id", "编号", FactType.Text), ("category", "类别", FactType.Text), ("department", "管辖部门", FactType.Text),
        ("severity", "程度", Choice(("minor", "轻微", "minor"), ("ordinary", "一般", "ordinary"), ("serious", "严重", "serious"))),
        ("suspectedCrime", "涉嫌犯罪", FactType.Boolean), ("rectified", "已整改", FactType.Boolean));

    /// <summary>The facts without those of any pack.</summary>
    public static FactSchema Schema { get; } = new(
    [
        .. Target(), .. Inspector(), .. Task(), .. Result(),
        .. Group("unit", "单位",
            ("id", "编号", FactType.Text), ("name", "名称", FactType.Text), ("roles", "角色", Texts), ("jointPlansThisYear", "本年联合计划数", FactType.Number),
            ("reportsDue", "应报送数", FactType.Number), ("reportsLate", "逾期报送数", FactType.Number)),
        .. Group("deadline", "时限",
            ("obligation", "义务", FactType.Text), ("unit", "单位", FactType.Text), ("dueOn", "到期日", FactType.Date), ("daysLate", "逾期天数", FactType.Number),
            ("workingDaysLate", "逾期工作日", FactType.Number), ("strength", "强度", Choice(("must", "必须", "must"), ("should", "一般", "should")))),
        .. Conduct(),
        new("today", "今日", FactType.Date),
    ]);

    private static IEnumerable<Fact> Target() => Group("target", "对象",
        ("id", "编号", FactType.Text), ("name", "名称", FactType.Text), ("area", "区域", FactType.Text), ("industry", "行业", FactType.Text),
        ("type", "类型", FactType.Text), ("businessScope", "经营范围", FactType.Text), ("licences", "许可", Texts), ("tags", "标签", Texts),
        ("status", "状态", Choice(("active", "在营", "active"), ("suspended", "停业", "suspended"), ("revoked", "吊销", "revoked"), ("deregistered", "注销", "deregistered"), ("moved-out", "迁出", "moved out"))),
        ("creditRiskClass", "信用风险等级", Choice(("A", "A类", "class A"), ("B", "B类", "class B"), ("C", "C类", "class C"), ("D", "D类", "class D"))),
        ("hazard", "风险程度", Choice(("low", "低", "low"), ("medium", "中", "medium"), ("high", "高", "high"))),
        ("abnormalList", "经营异常名录", FactType.Boolean), ("seriousViolationList", "严重违法失信名单", FactType.Boolean), ("isKeyField", "特殊重点领域", FactType.Boolean),
        ("complaints", "投诉举报次数", FactType.Number), ("inspectionsThisYear", "本年检查次数", FactType.Number),
        ("registeredOn", "登记日期", FactType.Date), ("lastInspectedOn", "最近检查日期", FactType.Date));

    private static IEnumerable<Fact> Inspector() => Group("inspector", "检查人员",
        ("id", "编号", FactType.Text), ("name", "姓名", FactType.Text), ("unit", "单位", FactType.Text), ("tags", "专长", Texts), ("areas", "区域", Texts),
        ("credentialValidTo", "证件有效期至", FactType.Date), ("interests", "利害关系", Texts), ("load", "任务数", FactType.Number), ("isOnLeave", "休假", FactType.Boolean));

    private static IEnumerable<Fact> Task() => Group("task", "任务",
        ("id", "编号", FactType.Text), ("name", "名称", FactType.Text), ("region", "区域", FactType.Text), ("industry", "行业", FactType.Text),
        ("mode", "方式", Choice(("comprehensive", "全面检查", "comprehensive"), ("by-field", "分领域", "by field"), ("by-risk-class", "分类检查", "by risk class"), ("special-rectification", "专项整治", "special rectification"), ("cross-department", "跨部门", "across departments"), ("cross-level", "跨层级", "across levels"), ("cross-area", "跨区域", "across areas"))),
        ("method", "方法", Choice(("on-site", "实地核查", "on site"), ("written", "书面检查", "in writing"), ("network", "网络监测", "network monitoring"))),
        ("kind", "种类", Choice(("random", "随机抽查", "by random draw"), ("direct", "直接检查", "direct"))),
        ("source", "来源", Choice(("plan", "计划", "plan"), ("complaint", "投诉举报", "complaint"), ("transfer", "转办移送", "transfer"), ("monitoring", "监测", "monitoring"), ("big-data", "大数据监管", "big data"), ("superior-order", "上级部署", "superior order"))),
        ("lead", "牵头部门", FactType.Text), ("participants", "参与部门", Texts), ("items", "抽查事项", Items), ("ratio", "比例", FactType.Number), ("targets", "对象数", FactType.Number),
        ("inspectors", "检查人员数", FactType.Number), ("witnesses", "见证人数", FactType.Number), ("startsOn", "开始日期", FactType.Date), ("completedOn", "完成日期", FactType.Date),
        ("change", "变更", Choice(("add", "新增", "add"), ("postpone", "延期", "postpone"), ("cancel", "取消", "cancel"), ("ratio", "调整比例", "ratio"))), ("isFiled", "已备案", FactType.Boolean));

    private static IEnumerable<Fact> Result() => Group("result", "结果",
        ("category", "类别", Choice(("no-problem", "未发现问题", "no problem found"), ("not-publicised", "未按规定公示信息", "information not publicised"), ("false-publicity", "公示信息弄虚作假", "publicised information false"), ("unreachable", "登记住所无法联系", "not reachable at its address"), ("no-business", "未开展经营活动", "no business activity found"), ("corrected", "发现问题已责令改正", "problem found, correction ordered"), ("uncooperative", "不配合检查情节严重", "did not cooperate"), ("pending", "发现问题待后续处理", "problem found, to be handled"))),
        ("problems", "问题", Problems), ("isPublicByLaw", "依法应当公示", FactType.Boolean),
        ("withholdGround", "不予公示理由", Choice(("state-secret", "国家秘密", "state secret"), ("trade-secret", "商业秘密", "trade secret"), ("personal-privacy", "个人隐私", "personal privacy"), ("other-law", "其他法律规定", "another law"))),
        ("suspectedCrime", "涉嫌犯罪", FactType.Boolean), ("rectified", "已整改", FactType.Boolean), ("competentUnit", "管辖单位", FactType.Text), ("isRecordSigned", "记录已签字", FactType.Boolean),
        ("producedOn", "形成日期", FactType.Date), ("publishedOn", "公示日期", FactType.Date), ("rectifyBy", "整改期限", FactType.Date));

    /// <summary>What accountability asks about an officer or a unit.</summary>
    private static IEnumerable<Fact> Conduct() => Group("conduct", "履职",
        ("inspectedAsRequired", "按要求检查", FactType.Boolean), ("publishedInTime", "按时公示", FactType.Boolean), ("refusedTask", "拒绝任务", FactType.Boolean), ("delayedTask", "拖延任务", FactType.Boolean),
        ("crimeTransferred", "涉罪已移送", FactType.Boolean), ("followedPlan", "已按计划履职", FactType.Boolean), ("deceivedByTarget", "对象隐瞒欺骗", FactType.Boolean),
        ("beyondExpertise", "超出专业能力", FactType.Boolean), ("forceMajeure", "不可抗力", FactType.Boolean), ("causedHarm", "造成后果", FactType.Boolean));

    private static IEnumerable<Fact> Group(string path, string zh, params (string Path, string Zh, FactType Type)[] facts) =>
        facts.Select(fact => new Fact($"{path}.{fact.Path}", $"{zh}.{fact.Zh}", fact.Type));

    private static FactType RecordList(params (string Path, string Zh, FactType Type)[] fields) =>
        FactType.ListOf(FactType.RecordOf(new FactSchema(fields.Select(field => new Fact(field.Path, field.Zh, field.Type)))));

    private static FactType Choice(params (string Id, string Zh, string En)[] values) =>
        FactType.Choice([.. values.Select(value => new ChoiceValue(value.Id, new(value.Zh, value.En)))]);
}
