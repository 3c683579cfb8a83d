using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the page of one deadline.</summary>
internal static class DeadlineWords
{
    public static readonly Bilingual Who = new("责任单位", "Owed by");
    public static readonly Bilingual To = new("报送给", "Owed to");
    public static readonly Bilingual What = new("报送内容", "What is handed in");
    public static readonly Bilingual Opens = new("可办理", "Open from");
    public static readonly Bilingual DueAt = new("截止", "Closes");
    public static readonly Bilingual Strength = new("约束力", "Strength");
    public static readonly Bilingual Period = new("期次", "Period");
    public static readonly Bilingual Settled = new("办结时间", "Settled");
    public static readonly Bilingual Extended = new("已延期", "Extended");
    public static readonly Bilingual Public = new("社会公众（公示）", "the public (publication)");
    public static readonly Bilingual Nobody = new("不报送", "nothing is handed in");
    public static readonly Bilingual Quote = new("原文", "The text");
    public static readonly Bilingual Note = new("说明", "Note");
    public static readonly Bilingual Explanation = new("为什么是这一天", "Why this day");
    public static readonly Bilingual Step = new("步骤", "Step");
    public static readonly Bilingual Days = new("日期", "Days");
    public static readonly Bilingual Sentence = new("说明", "What it does");
    public static readonly Bilingual Drawn = new("逐日图", "Day by day");
    public static readonly Bilingual DrawnText = new("计算期间的日历：绿色计入，灰色不计，蓝色为调休上班日，深色框为到期日。逐日说明见上表。", "Calendar of the computation: green counts, grey does not, blue is a make-up workday, the dark frame is the due day. The table above tells it in words.");
    public static readonly Bilingual NotPlanned = new("现行配置不再产生这项时限，只显示已保存的内容。", "The running pack no longer plans this deadline; what was stored is shown.");
    public static readonly Bilingual LegendStart = new("起算事件", "event");
    public static readonly Bilingual LegendCounted = new("计入", "counted");
    public static readonly Bilingual LegendSkipped = new("不计", "not counted");
    public static readonly Bilingual LegendMakeUp = new("调休上班", "make-up workday");
    public static readonly Bilingual LegendDue = new("到期日", "due day");
    public static readonly Bilingual Ladder = new("提醒与督办阶梯", "Reminders and escalation");
    public static readonly Bilingual LadderEmpty = new("没有提醒或督办。", "No reminders and no escalation.");
    public static readonly Bilingual DueHere = new("到期", "Due");
    public static readonly Bilingual NowHere = new("现在", "Now");
    public static readonly Bilingual Circular = new("同时起草通报", "a circular is drafted");
    public static readonly Bilingual Sent = new("已通知", "told");
    public static readonly Bilingual Before = new("建立时限时已过，不补发", "already past when the deadline was made");
    public static readonly Bilingual Waiting = new("正在发出", "being sent");
    public static readonly Bilingual Skipped = new("未发：当时已办结或待接收", "not sent: settled or waiting for acceptance by then");
    public static readonly Bilingual Next = new("下一次", "next");
    public static readonly Bilingual Coming = new("未到", "to come");
    public static readonly Bilingual Stopped = new("已停止", "stopped");
    public static readonly Bilingual Rule = new("规则出处", "Where the rule stands");
    public static readonly Bilingual LadderPlace = new("阶梯出处", "Where the ladder stands");
    public static readonly Bilingual Layer = new("层", "layer");
    public static readonly Bilingual Notices = new("已发通知", "Notices sent");
    public static readonly Bilingual NoNotices = new("还没有发出通知。", "No notice has been sent yet.");
    public static readonly Bilingual Submissions = new("报送记录", "Submissions");
    public static readonly Bilingual NoSubmissions = new("还没有报送。", "Nothing has been handed in yet.");
    public static readonly Bilingual Accept = new("接收", "Accept");
    public static readonly Bilingual SendBack = new("退回", "Send back");
    public static readonly Bilingual SendBackReason = new("退回理由", "Why it is sent back");
    public static readonly Bilingual Decide = new("接收单位处理", "For the receiving unit");
    public static readonly Bilingual HandIn = new("报送", "Hand in");
    public static readonly Bilingual HandInButton = new("提交报送", "Hand in");
    public static readonly Bilingual Submitter = new("报送人", "Handed in by");
    public static readonly Bilingual Attachments = new("附件", "Attachments");
    public static readonly Bilingual ChooseFilesAgain = new("浏览器不会保留已选的文件，请重新选择。", "A browser does not keep chosen files: choose them again.");
    public static readonly Bilingual Record = new("第", "No.");
    public static readonly Bilingual MoreRecords = new("增加一条", "Add another");
    public static readonly Bilingual Yes = new("是", "yes");
    public static readonly Bilingual No = new("否", "no");
    public static readonly Bilingual Choose = new("请选择", "choose");
    public static readonly Bilingual Waive = new("免除", "Waive");
    public static readonly Bilingual Extend = new("延期", "Extend");
    public static readonly Bilingual ExtendTo = new("延期至", "New due day");
    public static readonly Bilingual DecisionsNote = new("免除或延期须写明经办人和理由，并记入留痕；已通知过的人会收到更正。", "Waiving and extending need a person and a reason and are put on record; whoever was told the old day is told the new one.");
    public static readonly Bilingual Decisions = new("免除与延期", "Waive or extend");
    public static readonly Bilingual NotDone = new("没有提交成功，请改正以下各项：", "It was not done. Please mend the following:");
    public static readonly Bilingual WrongDate = new("“延期至”不是日期", "the new due day is no date");
    public static readonly Bilingual WriteDate = new("写成 yyyy-MM-dd，例如 2026-04-15", "write yyyy-MM-dd, such as 2026-04-15");
    public static readonly Bilingual WaitingAccept = new("已报送，等待接收单位处理；阶梯暂停。", "Handed in and waiting for the receiver; the ladder rests.");

    public static Bilingual Article(Basis basis, string title) => new($"《{title}》{basis.Article}", $"“{title}” {basis.Article}");

    public static Bilingual ByEvent(string events) => new($"由事件“{events}”办结，无需报送表单。", $"It is met by the event \"{events}\"; nothing is handed in.");

    public static Bilingual NoForm => new("这项义务没有表单：填写报送人即可报送。", "This duty has no form: name yourself and hand in.");

    public static Bilingual FilesHint(Form form) => form.AttachmentRequired
        ? new($"须附 1 至 {form.MaxAttachments} 个文件，每个不超过 20 MB，合计不超过 64 MB", $"1 to {form.MaxAttachments} files, each up to 20 MB, 64 MB together")
        : new($"至多 {form.MaxAttachments} 个文件，每个不超过 20 MB，合计不超过 64 MB", $"up to {form.MaxAttachments} files, each up to 20 MB, 64 MB together");

    public static Bilingual Done(string action) => action switch
    {
        "hand-in" => new("报送成功。", "It was handed in."),
        "accept" => new("已接收，时限办结。", "Accepted: the deadline is met."),
        "send-back" => new("已退回，时限重新待办。", "Sent back: the deadline is open again."),
        "waive" => new("已免除。", "Waived."),
        "extend" => new("已延期。", "Extended."),
        _ => new("", ""),
    };

    public static Bilingual StepName(string step) => step switch
    {
        "basis" => new("依据", "basis"),
        "event" => new("起算", "event"),
        "rule" => new("规则", "rule"),
        "skipped" => new("不计", "skipped"),
        "counted" => new("计入", "counted"),
        "moved" => new("顺移", "moved"),
        "due" => new("到期", "due"),
        "reading" => new("口径", "reading"),
        "calendar" => new("日历", "calendar"),
        "provisional" => new("暂定", "provisional"),
        "quota" => new("次数", "quota"),
        "history" => new("历史", "history"),
        _ => new(step, step),
    };

    public static Bilingual Distance(Rung rung) => rung switch
    {
        { Kind: RungKind.Behind } => new("进度落后时", "when behind schedule"),
        { Days: 0 } => new("到期当日", "on the due day"),
        { Days: < 0, InWorkingDays: true } => new($"到期前 {-rung.Days} 个工作日", $"{-rung.Days} working day(s) before"),
        { Days: < 0 } => new($"到期前 {-rung.Days} 天", $"{-rung.Days} days before"),
        { InWorkingDays: true } => new($"逾期 {rung.Days} 个工作日", $"{rung.Days} working day(s) after"),
        _ => new($"逾期 {rung.Days} 天", $"{rung.Days} days after"),
    };

    public static Bilingual RungKindName(RungKind kind) => kind switch
    {
        RungKind.Reminder => new("提醒", "reminder"),
        RungKind.Behind => new("进度提醒", "progress reminder"),
        _ => new("督办", "escalation"),
    };
}
