using DoubleRandom.Core;

namespace DoubleRandom.Service.Publication.Circulars;

/// <summary>The words for circulars that are not made public.</summary>
internal static class CircularRefusals
{
    public static Refusal NoText { get; } = new("text-missing", "text", new("没有写明更正后的内容", "there is no corrected text"), new("写明更正后的全文", "write the whole text as it should stand"));

    public static Refusal NoNotice(long notice) => new("notice-unknown", FormattableString.Invariant($"{notice}"), new("没有这份通知", "there is no such notice"), new("从通知列表重新选择", "choose it again from the list of notices"));

    public static Refusal NoCircular(long notice) => new("circular-unknown", FormattableString.Invariant($"{notice}"),
        new("该通知没有拟出通报，或收件单位不是办公室", "no circular was drafted with this notice, or it did not go to the office"), new("打开发给办公室的督办通知", "open the escalation that went to the office"));

    public static Refusal Which(IEnumerable<string> deadlines) => new("circular-which", "deadline",
        new("该通知附有多份通报，没有指明是哪一份", "the notice has several circulars and it is not said which"), new($"可选：{string.Join(", ", deadlines)}", $"choose one of: {string.Join(", ", deadlines)}"));

    public static Refusal Withhold { get; } = new("circular-act", "act", new("通报不公布即可，不作“不予公开”处理", "a circular is not withheld: it is simply not published"), new("选择公布、更正或撤回", "publish, correct or withdraw"));

    public static Refusal Settled(string deadline, string status) => new("circular-settled", deadline,
        new($"该时限已不再待办（{StatusOf(status).Zh}），通报草稿与事实不符", $"the deadline is no longer open ({StatusOf(status).En}), and the draft does not say what is so"), new("确需通报的，在“公布信息”页面另行撰写", "if a circular is still wanted, write it on the page for statements"));

    private static Bilingual StatusOf(string status) => status switch
    {
        "met" => new("按时办结", "met in time"),
        "met-late" => new("逾期办结", "met late"),
        "waived" => new("已免除", "waived"),
        "withdrawn" => new("已撤销", "withdrawn"),
        _ => new(status, status),
    };

    public static Refusal Gone(string deadline) => new("circular-gone", deadline,
        new("现行配置包中已没有该义务或单位", "the running pack has no such obligation or unit any more"), new("确需通报的，在“公布信息”页面另行撰写", "if a circular is still wanted, write it on the page for statements"));

    public static Refusal NotLate(string deadline, DateOnly dueOn) => new("circular-not-late", deadline,
        new($"该时限现为 {dueOn.Iso()} 到期，尚未逾期", $"the deadline now falls on {dueOn.Iso()} and is not late"), new("逾期后再公布", "publish it when it is late"));
}
