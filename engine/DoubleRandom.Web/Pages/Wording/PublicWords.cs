using DoubleRandom.Core;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the public pages.</summary>
internal static class PublicWords
{
    public static readonly Bilingual Product = new("双随机、一公开 公示", "Double random, one public: the public record");
    public static readonly Bilingual Public = new("公示", "Public");
    public static readonly Bilingual Navigation = new("公示栏目", "Public record");
    public static readonly Bilingual Overview = new("总览", "Overview");
    public static readonly Bilingual Choose = new("选择辖区", "Choose a jurisdiction");
    public static readonly Bilingual Punctuality = new("公示及时性", "Punctuality");
    public static readonly Bilingual Footer = new("本页面向社会公开，无需登录。每条公示都在哈希链上，可以脱机核对。", "These pages are open to everybody. Every record is a link of a hash chain that can be checked offline.");
    public static readonly Bilingual Records = new("条", "records");
    public static readonly Bilingual Newest = new("最近公示", "Newest");
    public static readonly Bilingual NothingYet = new("尚未公示任何内容", "Nothing has been published yet");
    public static readonly Bilingual Nothing = new("没有符合条件的公示", "No record fits");
    public static readonly Bilingual Search = new("名称或统一社会信用代码", "Name or unified social credit code");
    public static readonly Bilingual SearchTitle = new("标题中的文字", "Words of the title");
    public static readonly Bilingual SearchHint = new("名称至少两个字；代码写全 18 位", "Two characters of the name or more; a code whole");
    public static readonly Bilingual Find = new("查找", "Find");
    public static readonly Bilingual TooShort = new("名称至少写两个字", "Write at least two characters of the name");
    public static readonly Bilingual First = new("回到第一页", "First page");
    public static readonly Bilingual Next = new("下一页", "Next page");
    public static readonly Bilingual Day = new("日期", "Date");
    public static readonly Bilingual PublishedOn = new("公示日期", "Published on");
    public static readonly Bilingual FirstOn = new("首次公示", "First published");
    public static readonly Bilingual Title = new("标题", "Title");
    public static readonly Bilingual Target = new("检查对象", "Target");
    public static readonly Bilingual Code = new("统一社会信用代码", "Credit code");
    public static readonly Bilingual Result = new("检查结果", "Result");
    public static readonly Bilingual Unit = new("公示单位", "Published by");
    public static readonly Bilingual State = new("状态", "State");
    public static readonly Bilingual History = new("版本和历史", "Versions and history");
    public static readonly Bilingual Version = new("版本", "Version");
    public static readonly Bilingual Act = new("所作处理", "What was done");
    public static readonly Bilingual Reason = new("理由", "Reason");
    public static readonly Bilingual Link = new("链上序号", "Link of the chain");
    public static readonly Bilingual Files = new("附件", "Files");
    public static readonly Bilingual Address = new("固定地址", "Stable address");
    public static readonly Bilingual ForMachines = new("开放数据", "Open data");
    public static readonly Bilingual Withheld = new("该记录依法不予公开", "This record is withheld by law");
    public static readonly Bilingual Ground = new("法律依据", "Legal ground");
    public static readonly Bilingual WithdrawnNow = new("该公示已撤回", "This record was withdrawn");
    public static readonly Bilingual CorrectedNow = new("该公示已更正", "This record was corrected");
    public static readonly Bilingual OldVersion = new("这是较早的版本，现行版本见", "This is an earlier version; the one that stands is");
    public static readonly Bilingual Standing = new("现行版本", "the one that stands");
    public static readonly Bilingual NoLongerShown = new("内容不再公开", "no longer shown");
    public static readonly Bilingual Sealed = new("检查结束前，抽中名单保密；下列承诺值此刻已经固定，名单公开后任何人都可以用它们核对。", "Until the checks are over the selection stays secret. The commitments below are fixed already: once it is revealed, anybody can hold it against them.");
    public static readonly Bilingual VerifyPage = new("浏览器内核对工具（保存后打开，不联网）", "the page that verifies in a browser (save it, then open it; no network)");
    public static readonly Bilingual Chain = new("哈希链和签名", "Hash chain and signature");
    public static readonly Bilingual PublicKey = new("公钥", "Public key");
    public static readonly Bilingual Head = new("最近签名的链头", "Newest signed head");
    public static readonly Bilingual NoHead = new("首个链头将在次日签署", "The first head will be signed tomorrow");
    public static readonly Bilingual HowToVerify = new("核对：doublerandom ledger verify", "Verify: doublerandom ledger verify");
    public static readonly Bilingual KeepHead = new("保存今天的链头，以后就能发现此前内容是否被改动。", "Keep today's head: with it you can tell later whether anything before it was changed.");
    public static readonly Bilingual PunctualityHint = new("由时限自动计算，不由人填报：应公示日与实际公示日相比。", "Computed from the deadlines, reported by nobody: the day on which something was due against the day on which it was published.");
    public static readonly Bilingual Duty = new("公示事项", "What was due");
    public static readonly Bilingual DueOn = new("应公示日", "Due");
    public static readonly Bilingual Difference = new("相差", "Difference");
    public static readonly Bilingual NotYet = new("尚未公示", "not yet");
    public static readonly Bilingual InTime = new("按时", "In time");
    public static readonly Bilingual Late = new("逾期", "Late");
    public static readonly Bilingual Missing = new("逾期未公示", "Overdue, not published");
    public static readonly Bilingual NoDuty = new("最近两年没有到期的公示事项", "Nothing was due in the last two years");
    public static readonly Bilingual ChartText = new("每个圆点是一次公示：左边为提前，右边为逾期（天）", "Each dot is a publication: left of the line early, right of it late (days)");
    public static readonly Bilingual DueLine = new("应公示日", "due");

    private static readonly string[] Ordered =
    [
        "number", "task", "target", "stratum", "place", "name", "code", "instead", "unit", "item", "what", "state", "list", "selected", "substitutes", "category", "handling", "redacted", "obligation", "dueOn", "basis", "text", "inspectedOn", "lead", "departments", "items", "draw", "supersedes", "supersededBy", "reason", "frozenAt", "drawnAt", "dispatchedAt", "revealedAt", "witnesses", "beacon", "frame", "inspectors", "recusals", "rows", "root", "sha256",
        "rulesSha256", "pepper", "recordSha256",
    ];

    /// <summary>The place of a member among the others: canonical JSON has them by the alphabet, which is no order to read in.</summary>
    public static int Order(string member) => Array.IndexOf(Ordered, member) is var at and >= 0 ? at : Ordered.Length;

    public static Bilingual Kind(string kind) => kind switch
    {
        "item-list" => new("抽查事项清单", "Item lists"),
        "annual-plan" => new("年度抽查计划", "Annual plans"),
        "plan-change" => new("计划调整", "Changes of plans"),
        "working-rules" => new("工作细则", "Working rules"),
        "draw" => new("抽取记录", "Draws"),
        "result" => new("检查结果", "Results"),
        "circular" => new("通报", "Circulars"),
        _ => new(kind, kind),
    };

    public static Bilingual StateOf(string state) => state switch
    {
        "published" => new("公示中", "published"),
        "corrected" => new("已更正", "corrected"),
        "withdrawn" => new("已撤回", "withdrawn"),
        _ => new("不予公开", "withheld"),
    };

    public static Bilingual ActOf(string act) => act switch
    {
        "publish" => new("公布", "published"),
        "correct" => new("更正", "corrected"),
        "withdraw" => new("撤回", "withdrawn"),
        _ => new("不予公开", "withheld"),
    };

    public static Bilingual Days(int late) => late switch
    {
        0 => new("当天", "on the day"),
        > 0 => new($"晚 {late} 天", late == 1 ? "1 day late" : $"{late} days late"),
        _ => new($"早 {-late} 天", late == -1 ? "1 day early" : $"{-late} days early"),
    };

    /// <summary>Members of bodies that the program itself writes; other names stand as they are.</summary>
    public static Bilingual Member(string name) => name switch
    {
        "task" => new("抽查任务", "Task"),
        "target" => new("检查对象", "Target"),
        "code" => new("统一社会信用代码", "Credit code"),
        "name" => new("名称", "Name"),
        "inspectedOn" => new("检查日期", "Inspected on"),
        "lead" => new("牵头部门", "Lead department"),
        "departments" => new("参加检查的部门", "Departments"),
        "unit" => new("部门", "Department"),
        "items" => new("抽查事项", "Items"),
        "item" => new("事项", "Item"),
        "category" => new("检查结果", "Result"),
        "handling" => new("后续处理", "Follow-up"),
        "redacted" => new("依法隐去的内容", "Left out by law"),
        "draw" => new("抽取编号", "Draw"),
        "number" => new("抽取编号", "Number"),
        "state" => new("状态", "State"),
        "what" => new("抽取内容", "What is drawn"),
        "list" => new("抽中名单", "List of those drawn"),
        "selected" => new("抽中的检查对象", "Targets drawn"),
        "substitutes" => new("启用的候补", "Substitutes used"),
        "stratum" => new("层", "Stratum"),
        "place" => new("顺序", "Place"),
        "instead" => new("替换的对象", "In place of"),
        "frozenAt" => new("名单冻结时间", "Frozen at"),
        "frame" => new("抽样框", "Frame"),
        "rows" => new("行数", "Rows"),
        "root" => new("Merkle 根", "Merkle root"),
        "sha256" => new("SHA-256", "SHA-256"),
        "rulesSha256" => new("规则哈希", "Hash of the rules"),
        "inspectors" => new("检查人员名单（化名）", "List of inspectors, under pseudonyms"),
        "recusals" => new("回避名单（化名）", "List of recusals, under pseudonyms"),
        "beacon" => new("公共信标", "Public beacon"),
        "pepper" => new("混淆值（或其承诺）", "Pepper, or its commitment"),
        "witnesses" => new("见证人", "Witnesses"),
        "drawnAt" => new("抽取时间", "Drawn at"),
        "dispatchedAt" => new("派发时间", "Dispatched at"),
        "revealedAt" => new("公开时间", "Revealed at"),
        "supersedes" => new("取代", "Supersedes"),
        "supersededBy" => new("被取代于", "Superseded by"),
        "reason" => new("理由", "Reason"),
        "text" => new("内容", "Text"),
        "obligation" => new("事项", "Duty"),
        "dueOn" => new("应办日期", "Due on"),
        "basis" => new("依据", "Basis"),
        "recordSha256" => new("记录哈希", "Hash of the record"),
        "procedure" => new("流程", "Procedure"),
        "subject" => new("对应事项", "Subject"),
        "form" => new("文书", "Document"),
        _ => new(name, name),
    };

    /// <summary>Words that stand as values in bodies of draws.</summary>
    public static Bilingual Value(string name, string value) => (name, value) switch
    {
        ("beacon" or "inspectors" or "recusals" or "pepper", "-") => Words.None,
        ("state", "frozen") => new("已冻结，待抽取", "frozen, not yet drawn"),
        ("state", "seeded") => new("种子已定，待抽取", "seed given, not yet drawn"),
        ("state", "dispatched") => new("已派发", "dispatched"),
        ("state", "drawn") => new("已抽取", "drawn"),
        ("list", "sealed") => new("保密，检查结束后公开", "sealed until the checks are over"),
        ("list", "open") => new("公开", "open"),
        ("stratum", "*") => Words.All,
        ("state", "revealed") => new("已公开", "revealed"),
        ("state", "superseded") => new("已被新的抽取取代", "superseded"),
        ("state", "abandoned") => new("已放弃", "abandoned"),
        ("what", "targets") => new("检查对象", "targets"),
        ("what", "inspectors") => new("检查人员", "inspectors"),
        _ => new(value, value),
    };
}
