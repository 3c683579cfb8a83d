using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the first page.</summary>
internal static class HomeWords
{
    public static readonly Bilingual Filter = new("按辖区和单位筛选", "Filter by jurisdiction and unit");
    public static readonly Bilingual Overdue = new("逾期未办", "Overdue");
    public static readonly Bilingual DueToday = new("今日到期", "Due today");
    public static readonly Bilingual Week = new("7 天内到期", "Due in 7 days");
    public static readonly Bilingual Month = new("30 天内到期", "Due in 30 days");
    public static readonly Bilingual Met = new("本月办结", "Met this month");
    public static readonly Bilingual Numbers = new("总览", "At a glance");
    public static readonly Bilingual NothingOverdue = new("没有逾期事项。", "Nothing is overdue.");
    public static readonly Bilingual NothingToday = new("今日没有到期事项。", "Nothing is due today.");
    public static readonly Bilingual NothingComing = new("未来 30 天没有到期事项。", "Nothing falls due in the next 30 days.");
    public static readonly Bilingual Coming = new("未来 30 天", "The next 30 days");
    public static readonly Bilingual Calendar = new("30 天日历", "Calendar of 30 days");
    public static readonly Bilingual CalendarText = new("未来三十天每日到期数量；灰底为周末，红底为节假日，蓝底为调休上班日。明细见“未来 30 天”列表。", "Number of deadlines on each of the next thirty days; grey is a weekend, red a holiday, blue a make-up workday. The list of the next 30 days has the particulars.");
    public static readonly Bilingual LegendWeekend = new("周末", "weekend");
    public static readonly Bilingual LegendHoliday = new("节假日", "holiday");
    public static readonly Bilingual LegendMakeUp = new("调休上班", "make-up workday");
    public static readonly Bilingual LegendCount = new("到期数", "deadlines due");
    public static readonly Bilingual ByJurisdiction = new("各辖区情况", "By jurisdiction");
    public static readonly Bilingual ByUnit = new("各单位情况", "By unit");
    public static readonly Bilingual StandingNote = new("待办：一年内到期；办结：近一年。", "Open: due within a year. Met: within the last year.");
    public static readonly Bilingual ColumnOverdue = new("逾期", "Overdue");
    public static readonly Bilingual ColumnSoon = new("30 天内", "30 days");
    public static readonly Bilingual ColumnOpen = new("待办", "Open");
    public static readonly Bilingual ColumnMet = new("按时", "In time");
    public static readonly Bilingual ColumnLate = new("逾期办结", "Met late");
    public static readonly Bilingual ColumnShare = new("按时率", "Share in time");
    public static readonly Bilingual Warnings = new("需要注意", "Needs attention");
    public static readonly Bilingual SeePacks = new("查看错误和修改办法", "See the faults and how to mend them");
    public static readonly Bilingual SeeLetters = new("查看并重试", "See them and try again");
    public static readonly Bilingual NoPacks = new("还没有任何辖区在运行：配置包正在载入，或全部未通过校验。请几秒后刷新，或查看“配置包”。", "No jurisdiction runs yet: packs are being taken in, or none validates. Reload in a few seconds, or see Packs.");

    public static Bilingual DaysLate(int days) => days == 0 ? new("今日已截止", "closed today") : new($"逾期 {days} 天", days == 1 ? "1 day late" : $"{days} days late");

    public static Bilingual DaysLeft(int days) => days == 0 ? new("今日", "today") : new($"还有 {days} 天", days == 1 ? "1 day left" : $"{days} days left");

    public static Bilingual WeekOf(DateOnly from, DateOnly to) => new($"{from.Iso()} 至 {to.Iso()}", $"{from.Iso()} to {to.Iso()}");

    public static Bilingual Units(int count) => new($"{count} 个单位", count == 1 ? "1 unit" : $"{count} units");

    public static Bilingual Truncated(int shown, int all) => new($"共 {all} 项，这里列出前 {shown} 项；请按辖区或单位筛选。", $"{all} in all, of which the first {shown} are listed: filter by jurisdiction or unit.");

    public static Bilingual Rejected(string folder, int faults) => new($"配置包 {folder} 未通过校验（{faults} 处错误），仍按上一个有效版本运行。", $"The pack {folder} was refused ({faults} faults); the last good version runs on.");

    public static Bilingual Lapses(string title, DateOnly on, int days) => new($"《{title}》将于 {on.Iso()} 失效（还有 {days} 天）：请决定续期、修订或停止。", $"\"{title}\" lapses on {on.Iso()} ({days} days left): renew it, revise it or let it end.");

    public static Bilingual Lapsed(string title, DateOnly on) => new($"《{title}》已于 {on.Iso()} 失效，依据它的义务不再产生新的时限。", $"\"{title}\" lapsed on {on.Iso()}: no new deadlines arise from it.");

    public static Bilingual Dead(int count, bool more) => new($"{count}{(more ? " 封以上" : " 封")}通知多次发送失败，已停止重试。", $"{count}{(more ? " or more" : "")} notices could not be delivered and were given up.");

    public static Bilingual ProvisionalDates(int count) => new($"一年内有 {count} 项时限落在尚未公布放假安排的日子上，日期为暂定，公布后自动重新计算。", $"{count} deadlines within a year rest on holiday notices that have not been issued: their days are provisional and will be worked out again.");
}
