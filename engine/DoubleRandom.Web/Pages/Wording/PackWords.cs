using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the pages about packs and the audit chain.</summary>
internal static class PackWords
{
    public static readonly Bilingual Packs = new("配置包", "Packs");
    public static readonly Bilingual Version = new("版本", "Version");
    public static readonly Bilingual Versions = new("各版本", "Versions");
    public static readonly Bilingual Adopted = new("启用时间", "Adopted");
    public static readonly Bilingual PlannedTo = new("已排到", "Planned to");
    public static readonly Bilingual Running = new("运行中", "running");
    public static readonly Bilingual NotRunning = new("没有运行的版本", "no version runs");
    public static readonly Bilingual Rejected = new("未通过校验", "Refused");
    public static readonly Bilingual RejectedNote = new("文件夹有错误，未启用；运行的仍是上一个有效版本。改正并保存后会自动重新载入。", "The folder has faults and was not adopted; the last good version runs on. Mend it and save: it is taken in again by itself.");
    public static readonly Bilingual Place = new("位置", "Where");
    public static readonly Bilingual Problem = new("问题", "What is wrong");
    public static readonly Bilingual Remedy = new("办法", "How to mend it");
    public static readonly Bilingual Seen = new("发现时间", "Seen");
    public static readonly Bilingual NonePack = new("还没有配置包。", "There are no packs yet.");
    public static readonly Bilingual Documents = new("文件", "Documents");
    public static readonly Bilingual Title = new("名称", "Title");
    public static readonly Bilingual Number = new("文号", "Number");
    public static readonly Bilingual Issued = new("印发", "Issued");
    public static readonly Bilingual InForce = new("施行", "In force");
    public static readonly Bilingual HowLong = new("效力", "Still in force");
    public static readonly Bilingual Units = new("单位与角色", "Units and roles");
    public static readonly Bilingual Roles = new("角色", "Roles");
    public static readonly Bilingual Obligations = new("义务", "Obligations");
    public static readonly Bilingual Obligation = new("义务", "Obligation");
    public static readonly Bilingual When = new("何时", "When");
    public static readonly Bilingual NextDue = new("下次到期", "Next due");
    public static readonly Bilingual Ladder = new("阶梯", "Ladder");
    public static readonly Bilingual Ladders = new("提醒与督办阶梯", "Ladders of reminders and escalation");
    public static readonly Bilingual Coverage = new("条款覆盖", "Coverage of the text");
    public static readonly Bilingual Clause = new("条款", "Clause");
    public static readonly Bilingual Demand = new("要求", "Demand");
    public static readonly Bilingual Carried = new("由何承载", "Carried by");
    public static readonly Bilingual Readings = new("口径", "Readings");
    public static readonly Bilingual Question = new("问题", "Question");
    public static readonly Bilingual Reading = new("理解", "Reading");
    public static readonly Bilingual Audit = new("留痕", "Audit");
    public static readonly Bilingual AuditChoose = new("选择辖区查看留痕。每条记录都含上一条的哈希，任何改动都能被发现。", "Choose a jurisdiction. Every entry carries the hash of the one before, so that any change is found.");
    public static readonly Bilingual CheckOn = new("继续核对", "Check on");
    public static readonly Bilingual Actor = new("操作人", "Who");
    public static readonly Bilingual Action = new("操作", "What");
    public static readonly Bilingual Subject = new("对象", "On what");
    public static readonly Bilingual Detail = new("详情", "Particulars");
    public static readonly Bilingual Hash = new("哈希", "Hash");
    public static readonly Bilingual System = new("系统", "system");
    public static readonly Bilingual DueMark = new("到期", "due");

    public static readonly Bilingual StaleTasks = new("没有期限的待办", "Tasks without a due day");

    public static Bilingual Reminded(StaleTasks stale)
    {
        Bilingual[] audience = [.. stale.Audience.Select(word => Words.Function(word.Replace("role:", "", StringComparison.Ordinal)))];
        return new(
            $"每满 {stale.WorkingDays} 个工作日提醒一次：{string.Join(Words.Comma.Zh, audience.Select(word => word.Zh))}",
            $"reminded every {stale.WorkingDays} working days: {string.Join(Words.Comma.En, audience.Select(word => word.En))}");
    }

    public static Bilingual ChainHolds(long count) => new($"哈希链完整：{count} 条记录，每条都与上一条相符。", $"The chain holds: {count} entries, every one fits the one before.");

    public static Bilingual Checking(long count, long all) => new($"正在核对哈希链：{count} / {all} 条，均相符", $"Checking the chain: {count} of {all} entries, all fit so far");

    public static Bilingual Broken(long sequence) => new($"哈希链在第 {sequence} 条断裂：该条或之前的记录被改动过。请立即备份数据库并报告。", $"The chain breaks at entry {sequence}: it, or one before it, was changed. Back the database up at once and report it.");

    public static Bilingual InForceSpan(DateOnly? from, DateOnly? to) => new($"{from?.Iso() ?? "未写明"} 至 {to?.Iso() ?? "未规定"}", $"{from?.Iso() ?? "not stated"} to {to?.Iso() ?? "no end"}");

    public static Bilingual Still(LegalDocument document, DateOnly today) => (document.InForceTo, document.StartsOn) switch
    {
        ({ } last, _) when last < today => new($"已失效 {today.DayNumber - last.DayNumber} 天", $"lapsed {today.DayNumber - last.DayNumber} days ago"),
        (_, { } first) when first > today => new("尚未施行", "not yet in force"),
        ({ } last, _) => new($"还有 {last.DayNumber - today.DayNumber} 天", $"{last.DayNumber - today.DayNumber} days left"),
        _ => new("有效", "in force"),
    };

    public static Bilingual Percent(int carried, int all) => new($"{all} 项要求中 {carried} 项已全部承载。", $"{carried} of {all} demands are carried in full.");
}
