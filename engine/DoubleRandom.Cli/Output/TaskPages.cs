using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Web.Api.Workflows;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Tasks for people.</summary>
internal static class TaskPages
{
    public static void List(Call call, IReadOnlyList<TaskView> tasks)
    {
        if (tasks.Count == 0)
        {
            call.Screen.WriteLine(call.Say("没有待办", "no tasks"));
            return;
        }

        var table = Screens.Table(call.Say("待办", "task"), call.Say("到期", "due"), call.Say("环节", "step"), call.Say("流程与事项", "workflow and subject"), call.Say("承办", "owner"), call.Say("在办人", "in hand of"));
        table.Columns[0].NoWrap();
        table.Columns[1].NoWrap();
        foreach (var task in tasks)
            table.AddRow(
                new Text(Number(task)), new Text(Due(call, task), new Style(task.IsLate ? Color.Red : null)), new Prose(call.Say(task.StepName) + Item(call, task)),
                new Prose($"{call.Say(task.WorkflowName)} {task.Subject}"), new Prose(Owner(task)), new Prose(task.Person ?? ""));
        call.Screen.Write(table);
    }

    /// <summary>One task: what may come of it, and what its form asks for.</summary>
    public static void Write(Call call, TaskDetailView detail)
    {
        List(call, [detail.Task]);
        if (detail.Outcome is { } outcome)
            call.Screen.WriteLine(call.Say($"  已由 {detail.By} 办结：{outcome}", $"  finished by {detail.By}: {outcome}"));
        foreach (var way in detail.Outcomes)
            call.Screen.WriteLine($"  --outcome {way.Id}  {call.Say(way.Name)} → {way.To}{(way.Back ? call.Say("（退回，须说明理由）", " (back, needs a reason)") : "")}");
        if (detail.Sets.Count > 0)
            call.Screen.WriteLine(call.Say($"  可设定名单：{string.Join("、", detail.Sets)}", $"  may set the lists: {string.Join(", ", detail.Sets)}"));
        if (detail.Form is { } form)
            FormLines.Write(call, form);
        foreach (var file in detail.Files)
            call.Screen.WriteLine($"  {call.Say("附件", "file")} {file.Name}  {file.Bytes}  {file.Href}");
        call.Screen.WriteLine(call.Say($"  版本 {detail.Version}", $"  version {detail.Version}"));
    }

    private static string Number(TaskView task) => $"{task.Instance}/{task.Run}";

    private static string Due(Call call, TaskView task) => task.ClosedAt is not null ? call.Say("已办结", "over") : task.DueOn is { } due ? due.Iso() + (task.IsLate ? call.Say(" 超期", " late") : "") : "";

    private static string Item(Call call, TaskView task) => task.Item.Length == 0 ? "" : call.Say($"（{task.Item}）", $" ({task.Item})");

    /// <summary>The owner by the ids that <c>--by-unit</c> takes, then the people by the names that <c>--by</c> takes.</summary>
    private static string Owner(TaskView task) =>
        (task.Units.Count > 0 ? string.Join(", ", task.Units) : task.Role ?? "") + (task.Function is { } function ? $" ({function})" : "") + (task.People.Count > 0 ? $": {string.Join(", ", task.People)}" : "");
}
