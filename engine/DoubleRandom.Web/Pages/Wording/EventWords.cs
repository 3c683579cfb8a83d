using DoubleRandom.Core;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the page on which events are recorded.</summary>
internal static class EventWords
{
    public static readonly Bilingual Events = new("事件", "Events");
    public static readonly Bilingual Record = new("登记事件", "Record an event");
    public static readonly Bilingual What = new("发生了什么", "What happened");
    public static readonly Bilingual Choose = new("选择辖区，登记会议、抽查任务等已发生或已确定的事。由它起算的时限随即生成。", "Choose a jurisdiction and record what happened or was fixed: meetings, inspection tasks and the like. The deadlines that count from it follow at once.");
    public static readonly Bilingual Event = new("事件", "Event");
    public static readonly Bilingual Day = new("日期", "Day");
    public static readonly Bilingual DayHint = new("事件发生的那一日；会议等按预定日期。", "The day on which it happened; for a meeting to come, the day fixed for it.");
    public static readonly Bilingual Subject = new("事项编号", "Subject");
    public static readonly Bilingual SubjectHint = new("任务、结果或会议的编号，用来区分同一事件的多次发生；只有一次时可不填。", "Number of the task, result or meeting, to tell one from another; leave it empty when there is only one.");
    public static readonly Bilingual EveryUnit = new("全部单位", "all units");
    public static readonly Bilingual Effects = new("登记后影响的义务", "Duties that hang on it");
    public static readonly Bilingual EffectsNote = new("其余事件只作记录。同一事件重复登记不改变任何东西；文件失效后不再产生时限。", "Other events are kept on record only. The same event again changes nothing; once its document has lapsed nothing arises.");
    public static readonly Bilingual Recent = new("最近登记", "Recorded lately");
    public static readonly Bilingual None = new("还没有登记过事件。", "No event has been recorded yet.");
    public static readonly Bilingual RecordedBy = new("登记人", "Recorded by");
    public static readonly Bilingual SeeDeadlines = new("查看时限", "See the deadlines");
    public static readonly Bilingual NoEvent = new("没有选择事件", "no event is chosen");
    public static readonly Bilingual ChooseEvent = new("从列表中选择", "choose it from the list");
    public static readonly Bilingual WrongDay = new("日期没有填写或不可用", "the day is missing or cannot be used");
    public static readonly Bilingual WriteDay = new($"填写 {PlanSpan.First.Iso()} 至 {PlanSpan.Last.Iso()} 之间的日期", $"give a day between {PlanSpan.First.Iso()} and {PlanSpan.Last.Iso()}");
    public static readonly Bilingual WrongSubject = new("事项编号太长或含有不能用的字符", "the subject is too long or has characters that cannot be used");
    public static readonly Bilingual WriteSubject = new("至多 100 个字符，不含 / \\ # ? %", "at most 100 characters, without / \\ # ? %");
    public static readonly Bilingual NoPerson = new("没有写明经办人", "nobody is named who does this");
    public static readonly Bilingual NamePerson = new("写明经办人", "name the person");

    public static Bilingual Recorded(int added, int moved, int withdrawn) => added + moved + withdrawn == 0
        ? new("已登记，时限没有变化。", "Recorded; no deadline changed.")
        : new($"已登记：新产生 {added} 项时限，改期 {moved} 项，撤销 {withdrawn} 项。", $"Recorded: {added} new deadlines, {moved} moved, {withdrawn} withdrawn.");
}
