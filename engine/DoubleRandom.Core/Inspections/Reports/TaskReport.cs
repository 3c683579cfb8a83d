using System.Globalization;

namespace DoubleRandom.Core.Inspections.Reports;

/// <summary>
/// The report after a task (抽查情况报告). Its fields are those that Pengyang's plan names in 二(五): time, number of targets, content, findings, handling and suggestions;
/// they are filled from what was recorded, so that nobody counts by hand.
/// </summary>
public static class TaskReport
{
    /// <summary>Writes the report in a language: <c>en</c>, anything else is Chinese.</summary>
    public static ReportDocument Of(TaskFigures task, string language)
    {
        string Say(string zh, string en) => language is "en" ? en : zh;
        var title = Say($"{task.Workflow.Zh}情况报告（{task.Subject}）", $"Report on {task.Workflow.En} {task.Subject}");
        return new(
            title,
            [
                new(Say("抽查时间", "Time"), Time(task, Say)),
                new(Say("检查对象数量", "Number of targets"), Count(task, Say)),
                new(Say("抽查内容", "Content"), string.Join('\n', task.Departments.Select(department => Content(task, department, language)))),
                new(Say("发现的问题", "Findings"), Findings(task, Say, language)),
                new(Say("处理意见和建议", "Handling and suggestions"), Handling(task, Say, language)),
            ],
            [Table(task, Say, language)]);
    }

    private static string Time(TaskFigures task, Func<string, string, string> say)
    {
        var days = task.Inspected.Select(target => target.Result!.InspectedOn).Order().ToArray();
        return days switch
        {
            [] => say("尚未检查", "not inspected yet"),
            [var first, .., var last] when first != last => say($"{first.Iso()} 至 {last.Iso()}", $"{first.Iso()} to {last.Iso()}"),
            [var only, ..] => only.Iso(),
        };
    }

    private static string Count(TaskFigures task, Func<string, string, string> say)
    {
        var (all, done, bad) = (task.Targets.Count, task.Inspected.Count(), task.Problems.Count());
        return string.Create(CultureInfo.InvariantCulture, $"{say($"应查 {all} 户，已查 {done} 户，其中发现问题 {bad} 户", $"{all} to be inspected, {done} inspected, problems at {bad}")}");
    }

    private static string Content(TaskFigures task, DepartmentItems department, string language) =>
        $"{task.NameOf(department.Unit).In(language)}{(language is "en" ? ": " : "：")}{string.Join(language is "en" ? "; " : "；", department.Items.Select(duty => duty.Basis is { } basis ? language is "en" ? $"{duty.Item} ({basis})" : $"{duty.Item}（{basis}）" : duty.Item))}";

    private static string Findings(TaskFigures task, Func<string, string, string> say, string language)
    {
        string[] lines = [.. task.Problems.Select(target => $"{Called(target)}{say("：", ": ")}{ResultCategory.Of(target.Result!.Category).Name.In(language)}{Found(target.Result, say)}")];
        return lines.Length == 0 ? say("未发现问题", "no problems found") : string.Join('\n', lines);
    }

    private static string Found(JointResult result, Func<string, string, string> say)
    {
        string[] found = [.. result.Departments.SelectMany(department => department.Items).Where(item => item.Found is not null).Select(item => $"{item.Item}{say("：", ": ")}{item.Found}")];
        return found.Length == 0 ? "" : say("。", ". ") + string.Join(say("；", "; "), found);
    }

    private static string Handling(TaskFigures task, Func<string, string, string> say, string language)
    {
        var lines = task.Inspected.Where(target => HandlingOf(target, say, language).Length > 0).Select(target => $"{Called(target)}{say("：", ": ")}{HandlingOf(target, say, language)}").ToList();
        if (task.Suggestions is { } suggestions)
            lines.Add(suggestions);
        return lines.Count == 0 ? say("无需处理", "nothing to be handled") : string.Join('\n', lines);
    }

    private static string HandlingOf(TaskTarget target, Func<string, string, string> say, string language) => string.Join(say("；", "; "),
    [
        .. target.Result?.Departments.Select(department => department.Handling).OfType<string>() ?? [],
        .. target.FollowUp?.Ways.Select(way => ReportWords.Way(way).In(language)) ?? [],
        .. target.FollowUp is { } follow ? [follow.IsClosed ? say("已办结", "closed") : say("办理中", "going on")] : Array.Empty<string>(),
    ]);

    private static ReportTable Table(TaskFigures task, Func<string, string, string> say, string language) => new(
        say("逐户逐项检查情况", "Findings by target and item"),
        [
            say("检查对象代码", "Target"), say("名称", "Name"), say("检查日期", "Inspected on"), say("部门", "Department"), say("抽查事项", "Item"), say("事项结果", "Result of the item"), say("发现情况", "Found"),
            say("联合结果", "Joint result"), say("处理", "Handling"),
        ],
        [.. task.Targets.SelectMany(target => Rows(task, target, say, language))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(TaskFigures task, TaskTarget target, Func<string, string, string> say, string language)
    {
        if (target.Result is not { } result)
            return [[target.Target, target.Name ?? "", "", "", "", "", "", say("尚未检查", "not inspected yet"), ""]];
        var joint = ResultCategory.Of(result.Category).Name.In(language);
        var rows = result.Departments.SelectMany(department => department.Items.Select(item => (IReadOnlyList<string>)
        [
            target.Target, target.Name ?? "", result.InspectedOn.Iso(), task.NameOf(department.Unit).In(language), item.Item, ResultCategory.Of(item.Category).Name.In(language), item.Found ?? "", joint,
            HandlingOf(target, say, language),
        ])).ToArray();
        return rows.Length > 0 ? rows : [[target.Target, target.Name ?? "", result.InspectedOn.Iso(), task.NameOf(task.Lead).In(language), "", "", "", joint, HandlingOf(target, say, language)]];
    }

    private static string Called(TaskTarget target) => target.Name ?? target.Target;
}
