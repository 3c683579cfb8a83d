using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the pages about procedures and their definitions.</summary>
internal static class FlowWords
{
    public static readonly Bilingual Workflows = new("流程", "Procedures");
    public static readonly Bilingual Workflow = new("流程", "Procedure");
    public static readonly Bilingual Running = new("在办流程", "Running procedures");
    public static readonly Bilingual Ended = new("已办结", "Ended");
    public static readonly Bilingual Cancelled = new("已取消", "Cancelled");
    public static readonly Bilingual OnHand = new("在办", "Running");
    public static readonly Bilingual NoneRunning = new("没有在办流程。", "No procedure is running.");
    public static readonly Bilingual AllOfThem = new("全部流程", "All procedures");
    public static readonly Bilingual Subject = new("事项", "Subject");
    public static readonly Bilingual StarterUnit = new("发起单位", "Started by");
    public static readonly Bilingual Started = new("发起", "Started");
    public static readonly Bilingual Engine = new("系统", "the engine");
    public static readonly Bilingual StepColumn = new("环节", "Step");
    public static readonly Bilingual CurrentSteps = new("当前环节", "Open steps");
    public static readonly Bilingual Drawing = new("流程图", "Drawing");
    public static readonly Bilingual LegendOpen = new("正在办理", "in hand");
    public static readonly Bilingual LegendDone = new("已办", "done");
    public static readonly Bilingual LegendTask = new("人工环节", "work of people");
    public static readonly Bilingual LegendDecision = new("判断", "decision");
    public static readonly Bilingual LegendWait = new("等待", "wait");
    public static readonly Bilingual LegendEach = new("逐个对象", "for each item");
    public static readonly Bilingual LegendBack = new("退回", "sent back");
    public static readonly Bilingual WithoutMarks = new("日志较长，列表中只标出正在办理的环节；已办情况见流程页。", "Its journal is long: the list marks only what is in hand; its own page shows what is done.");
    public static readonly Bilingual Unreadable = new("该流程所用的配置版本在本机无法读取，不能绘图。", "The pack version that it runs on cannot be read here, so that it cannot be drawn.");
    public static readonly Bilingual Definitions = new("流程定义", "Definitions");
    public static readonly Bilingual Instances = new("流程列表", "Instances");
    public static readonly Bilingual Steps = new("环节说明", "The steps in words");
    public static readonly Bilingual OwnedBy = new("由谁办理", "Whose it is");
    public static readonly Bilingual Form = new("表单", "Form");
    public static readonly Bilingual DueBy = new("期限", "Due");
    public static readonly Bilingual Outcomes = new("结果与去向", "Outcomes");
    public static readonly Bilingual StartedBy = new("如何启动", "How it starts");
    public static readonly Bilingual Start = new("发起流程", "Start it");
    public static readonly Bilingual StartShort = new("发起", "Start");
    public static readonly Bilingual StartNote = new("写明单位和经办人；是否有权发起由流程定义决定，操作记入留痕。", "Name the unit and the person; whether they may start it is for the definition to say, and it is put on record.");
    public static readonly Bilingual NotByPeople = new("这个流程由系统启动，不由人发起。", "This procedure is started by the engine, not by people.");
    public static readonly Bilingual SubjectHint = new("任务、会议或事项的编号，至多 120 个字符；由它产生的事件和时限都带这个编号。", "Number of the task, meeting or matter, at most 120 characters; events and deadlines that arise from it carry it.");
    public static readonly Bilingual Actions = new("环节之外可以做的", "What may be done beside the steps");
    public static readonly Bilingual Reverts = new("（退回）", " (sends it back)");
    public static readonly Bilingual OnePerLine = new("每行一项。", "One per line.");
    public static readonly Bilingual ByWhom = new("以哪个单位的名义", "On behalf of");
    public static readonly Bilingual ByWhomHint = new("姓名应与通讯录一致：需要负责人、联络员身份的环节按通讯录核对。", "Write the name as the directory does: steps that need a head or a liaison are checked against it.");
    public static readonly Bilingual NoPage = new("没有流程。", "There are none.");
    public static readonly Bilingual AllStates = new("全部状态", "all");
    public static readonly Bilingual Trouble = new("系统受阻", "in trouble");

    public static readonly Bilingual Missed = new("应自动启动而未启动的流程", "Procedures that should have started by themselves and did not");
    public static readonly Bilingual MissedNote = new("事件和日期照常登记；按理由更正后，由人发起，或在更正配置后再次登记。", "The event or the day stands. Mend what the reasons say, then start the procedure by hand, or record the next event.");
    public static readonly Bilingual Cause = new("起因", "Cause");
    public static readonly Bilingual ItsDate = new("按日期启动", "its date");
    public static readonly Bilingual Why = new("理由", "Why");

    /// <summary>What should have started a procedure.</summary>
    public static Bilingual CauseOf(MissedStart missed, Pack? pack)
    {
        if (missed.Event is not { } happened)
            return ItsDate;
        var name = pack is null ? new Bilingual(happened, happened) : RuleWords.Event(happened, pack);
        return new($"事件{name.Zh} {missed.Subject}", $"the event {name.En} {missed.Subject}");
    }

    public static Bilingual Status(string status) => status switch
    {
        "running" => OnHand,
        "ended" => Ended,
        "cancelled" => Cancelled,
        "trouble" => Trouble,
        _ => new(status, status),
    };

    public static Bilingual Kind(Step step) => step switch
    {
        Step.Decision { RuleSet: not null } => new("按规则判断", "decided by rules"),
        Step.Decision => new("判断", "decision"),
        Step.Draw => new("抽取", "draw"),
        Step.Publish => new("公示", "publication"),
        Step.Notify => new("告知", "notice"),
        Step.Wait => new("等待", "wait"),
        Step.ForEach => new("逐个办理", "for each"),
        Step.Call => new("子流程", "another procedure"),
        Step.Fork => new("分支", "fork"),
        Step.Join => new("汇合", "join"),
        Step.End => new("结束", "end"),
        _ => new("办理", "task"),
    };

    public static Bilingual Starts(Starter starter, WorkflowDefinition definition, Pack pack, DateOnly today) => starter switch
    {
        Starter.ByPerson person => new($"由{OwnerNames.Of(person.Owner, pack).Zh}发起", $"by {OwnerNames.Of(person.Owner, pack).En}"),
        Starter.ByEvent happened => new($"事件{RuleWords.Event(happened.Event, pack).Zh}发生时", $"when the event {RuleWords.Event(happened.Event, pack).En} happens"),
        Starter.ByWorkflow caller => Called(pack.Workflows.GetValueOrDefault(caller.Workflow)?.Name ?? new(caller.Workflow, caller.Workflow)),
        Starter.ByDate date => DueWords.Of(date.When, definition, pack, today),
        _ => Engine,
    };

    public static Bilingual When(Bilingual awaited) => new($"（{awaited.Zh}）", $"({awaited.En}) ");

    public static Bilingual Times(int times) => new($"×{times}", $"×{times}");

    public static Bilingual MoreOf(int units) => new($"{units} 个单位", $"{units} units");

    private static Bilingual Called(Bilingual name) => new($"由流程“{name.Zh}”调用", $"called by \"{name.En}\"");
}
