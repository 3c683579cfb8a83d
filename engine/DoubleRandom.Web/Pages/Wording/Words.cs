using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>Words that several pages use.</summary>
internal static class Words
{
    public static readonly Bilingual Jurisdiction = new("辖区", "Jurisdiction");
    public static readonly Bilingual Unit = new("单位", "Unit");
    public static readonly Bilingual All = new("全部", "All");
    public static readonly Bilingual Show = new("查看", "Show");
    public static readonly Bilingual Due = new("到期日", "Due");
    public static readonly Bilingual State = new("状态", "State");
    public static readonly Bilingual Time = new("时间", "Time");
    public static readonly Bilingual Person = new("经办人", "Person in charge");
    public static readonly Bilingual Reason = new("理由", "Reason");
    public static readonly Bilingual Basis = new("依据", "Basis");
    public static readonly Bilingual Local = new("本地规定，非法定", "local, not law");
    public static readonly Bilingual Provisional = new("暂定", "provisional");
    public static readonly Bilingual Advice = new("提示性", "advice");
    public static readonly Bilingual None = new("无", "none");
    public static readonly Bilingual Optional = new("选填", "optional");
    public static readonly Bilingual Where = new("出处", "Stands in");
    public static readonly Bilingual Comma = new("、", ", ");
    public static readonly Bilingual Colon = new("：", ": ");
    public static readonly Bilingual Older = new("更早", "Older");
    public static readonly Bilingual Newest = new("回到最新", "Back to the newest");

    public static Bilingual Status(string status) => status switch
    {
        "open" => new("待办", "open"),
        "soon" => new("临近", "soon"),
        "overdue" => new("逾期", "overdue"),
        "past" => new("提示期已过", "advised day is past"),
        "met" => new("按时办结", "met in time"),
        "met-late" => new("逾期办结", "met late"),
        "waived" => new("已免除", "waived"),
        "withdrawn" => new("已撤销", "withdrawn"),
        "history" => new("历史", "history"),
        "handed-in" => new("已报送", "handed in"),
        "submitted" => new("待接收", "waiting for acceptance"),
        "accepted" => new("已接收", "accepted"),
        "returned" => new("已退回", "sent back"),
        "pending" => new("待发送", "pending"),
        "delivered" => new("已送达", "delivered"),
        "dead" => new("已放弃", "given up"),
        _ => new(status, status),
    };

    public static Bilingual Strength(Strength strength) => strength == Core.Packs.Model.Strength.Must
        ? new("必须（逾期即违反）", "binding (late is a breach)")
        : new("提示性（原文“一般”“原则上”，不计违反）", "advice (never counted as a breach)");

    public static Bilingual Function(string function) => function switch
    {
        "liaison" => new("联络员", "liaison"),
        "leader" => new("负责人", "head of unit"),
        "office" => new("办公室", "office"),
        "supervision" => new("督查", "supervision"),
        _ => new(function, function),
    };

    public static Bilingual Kind(string kind) => kind switch
    {
        "reminder" => new("提醒", "reminder"),
        "behind" => new("进度提醒", "progress reminder"),
        "escalation" => new("督办", "escalation"),
        "digest" => new("补发汇总", "late digest"),
        "correction" => new("更正", "correction"),
        "lapse" => new("文件到期提示", "document lapses"),
        "returned" => new("退回", "sent back"),
        "told" => new("流程通知", "told by a workflow"),
        "stale" => new("待办催办", "open tasks"),
        _ => new(kind, kind),
    };
}
