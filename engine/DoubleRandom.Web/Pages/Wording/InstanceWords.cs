using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the page of one running procedure.</summary>
internal static class InstanceWords
{
    public static readonly Bilingual Suggested = new("按经营范围提示的部门", "Units that follow from the business scope");
    public static readonly Bilingual SuggestedHint = new("规则得出的部门已在下面勾选；“待人确定”的，规则说不清，请查明后自行勾选。提交前都可更改。", "Units that the rules give are ticked below; where they cannot say, find out and tick yourself. All of it can be changed before it is sent.");
    public static readonly Bilingual NothingSuggested = new("没有得出任何部门：可能还没有导入抽查事项清单。请自行勾选。", "No unit follows: perhaps the list of items is not imported yet. Tick them yourself.");
    public static readonly Bilingual NoTargets = new("还没有抽中的检查对象，无从提示。请自行勾选。", "No target was drawn, so nothing can be suggested. Tick the units yourself.");
    public static readonly Bilingual UnitsAndItems = new("部门和抽查事项", "Units and items");
    public static readonly Bilingual ToDecide = new("待人确定", "For you to decide");
    public static readonly Bilingual OwnStep = new("本环节承办", "owns this step");
    public static readonly Bilingual Where = new("办到哪里", "Where it stands");
    public static readonly Bilingual OpenTasks = new("待办环节", "Open tasks");
    public static readonly Bilingual NothingOpen = new("没有待办环节。", "Nothing is open.");
    public static readonly Bilingual Waits = new("正在等待", "It waits for");
    public static readonly Bilingual Parent = new("上级流程", "Called by");
    public static readonly Bilingual Children = new("子流程", "Procedures that it called");
    public static readonly Bilingual Cast = new("本流程的角色", "Cast");
    public static readonly Bilingual Lists = new("名单", "Lists");
    public static readonly Bilingual Files = new("文件", "Files");
    public static readonly Bilingual HandedIn = new("已提交的内容", "What was handed in");
    public static readonly Bilingual Journal = new("办理记录", "Journal");
    public static readonly Bilingual Earlier = new("更早的记录", "Earlier entries");
    public static readonly Bilingual By = new("办理人", "By");
    public static readonly Bilingual What = new("内容", "What happened");
    public static readonly Bilingual Result = new("结果", "Outcome");
    public static readonly Bilingual Ended = new("结束", "Ended");
    public static readonly Bilingual Version = new("定义版本", "Version of the definition");
    public static readonly Bilingual OldVersion = new("配置已更新，本流程仍按启动时的版本办理", "the pack has changed since; it runs on the version that it began with");
    public static readonly Bilingual Handle = new("办理", "Do it");
    public static readonly Bilingual NoHands = new("无人认领", "nobody yet");
    public static readonly Bilingual Delegated = new("（受托）", " (delegated)");
    public static readonly Bilingual Reason = new("理由", "Reason");
    public static readonly Bilingual ReasonHint = new("退回、委托、改派、延期和取消必须写明；其他情况可不填。", "Needed to send back, delegate, reassign, postpone or cancel; otherwise optional.");
    public static readonly Bilingual Record = new("记录编号", "Number of the record");
    public static readonly Bilingual RecordHint = new("抽取或公示记录的编号，留痕时引用。", "Number of the record of the draw or publication; the journal quotes it.");
    public static readonly Bilingual DrawnItems = new("抽取结果", "What was drawn");
    public static readonly Bilingual ReportDraw = new("登记抽取结果", "Report the draw");
    public static readonly Bilingual ReportPublished = new("登记已公示", "Report it published");
    public static readonly Bilingual Finish = new("办结", "Finish");
    public static readonly Bilingual FinishAs = new("办结为", "Finish as");
    public static readonly Bilingual FilesToAttach = new("附件", "Files");
    public static readonly Bilingual FilesToo = new("办结时一并附上；也可先单独上传。", "They go with it when it is finished; or upload them first.");
    public static readonly Bilingual Upload = new("只上传附件", "Upload only");
    public static readonly Bilingual Other = new("认领、委托、备注及其他操作", "Claim, delegate, remark and more");
    public static readonly Bilingual Claim = new("认领", "Claim");
    public static readonly Bilingual Release = new("放回", "Put back");
    public static readonly Bilingual DelegateTo = new("委托给", "Delegate to");
    public static readonly Bilingual Delegate = new("委托", "Delegate");
    public static readonly Bilingual ToUnit = new("改派给", "Reassign to");
    public static readonly Bilingual ToDay = new("延期至", "Postpone to");
    public static readonly Bilingual Remark = new("备注", "Remark");
    public static readonly Bilingual AddRemark = new("写入备注", "Add the remark");
    public static readonly Bilingual WholeRemark = new("对整个流程备注", "Remark on the whole");
    public static readonly Bilingual Actions = new("其他操作", "Other actions");
    public static readonly Bilingual Items = new("新增对象", "New items");
    public static readonly Bilingual AddTo = new("加到", "Add to");
    public static readonly Bilingual AnyDone = new("操作已执行，页面显示最新状态。", "Done; the page shows how it stands now.");
    public static readonly Bilingual NoDay = new("延期日没有填写或不是日期", "the new day is missing or no date");
    public static readonly Bilingual GiveDay = new("选择一个日期", "choose a day");
    public static readonly Bilingual NoFile = new("没有选择文件", "no file was chosen");
    public static readonly Bilingual ChooseFile = new("选择文件后再上传", "choose a file, then upload it");
    public static readonly Bilingual NoRecord = new("没有写明记录编号", "no number of a record is given");
    public static readonly Bilingual GiveRecord = new("写明抽取或公示记录的编号", "give the number of the record of the draw or publication");
    public static readonly Bilingual TriesAgain = new("系统会再试", "the engine tries again on");

    public static Bilingual More(int open) => new($"共 {open} 项，这里列出前面的；按单位查看请用“待办”。", $"{open} in all, of which the first are listed; use To do to see one unit's.");

    public static Bilingual And(int more) => new($"等共 {more} 项", $"and so on, {more} in all");

    public static Bilingual Done(string action) => action switch
    {
        "start" => new("流程已发起。", "The procedure was started."),
        "complete" => new("已办结，流程已向前推进。", "Finished: the procedure went on."),
        "claim" => new("已认领。", "Claimed."),
        "release" => new("已放回待办。", "Put back."),
        "delegate" => new("已委托。", "Delegated."),
        "reassign" => new("已改派。", "Reassigned."),
        "postpone" => new("已延期。", "Postponed."),
        "cancel" => new("流程已取消。", "The procedure was cancelled."),
        "comment" => new("备注已写入。", "The remark was added."),
        "attach" => new("附件已上传。", "The file was uploaded."),
        "drawn" => new("抽取结果已登记。", "The draw was reported."),
        "published" => new("公示已登记。", "The publication was reported."),
        "add" => new("对象已增加。", "The items were added."),
        "" => new("", ""),
        _ => AnyDone,
    };

    public static Bilingual FilesOf(Form form) => DeadlineWords.FilesHint(form);

    /// <summary>A table that shows some of the targets, and a suggestion that looked at some of them.</summary>
    public static Bilingual FewOf(int shown, int asked, int all) => new($"共 {all} 户，上表列出前 {shown} 户；提示按前 {asked} 户得出。", $"{all} targets: the table shows the first {shown}, and {asked} were looked at.");
}
