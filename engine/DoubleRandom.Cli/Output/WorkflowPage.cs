using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Workflows for people.</summary>
internal static class WorkflowPage
{
    public static void List(Call call, Pack pack)
    {
        if (pack.Workflows.Count == 0)
        {
            call.Screen.WriteLine(call.Say("没有流程", "no workflows"));
            return;
        }

        var table = Screens.Table("id", call.Say("名称", "name"), call.Say("环节", "steps"), call.Say("启动", "started by"), call.Say("依据", "basis"), call.Say("配置层", "layer"));
        table.Columns[0].NoWrap();
        foreach (var workflow in pack.Workflows.Values)
            table.AddRow(
                new Text(workflow.Id), new Prose(call.Say(workflow.Name)), new Text(workflow.Steps.Count.ToString(CultureInfo.InvariantCulture)),
                new Prose(string.Join("\n", workflow.StartedBy.Select(starter => call.Say(EngineWords.Of(pack, starter))))), new Prose(call.Say(EngineWords.InFull(workflow.Basis))), new Text(workflow.Place.Layer));
        call.Screen.Write(table);
    }

    public static void Write(Call call, Pack pack, WorkflowDefinition workflow, DateOnly today)
    {
        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(workflow.Name)}[/]  {workflow.Id}  {call.Say("版本", "version")} {workflow.Version[..12]}");
        call.Screen.Write(new Padder(new Prose(call.Say(EngineWords.InFull(workflow.Basis))), new Padding(2, 0, 0, 0)));
        var table = Screens.Table(call.Say("环节", "step"), call.Say("承办", "owner"), call.Say("期限", "due"), call.Say("去向", "leads to"), call.Say("依据", "basis"));
        foreach (var step in workflow.Steps)
            table.AddRow(
                new Prose(string.Join('\n', [step.Id, call.Say(step.Name), .. ListNames.Used(step, pack).Select(call.Say)])), new Prose(call.Say(EngineWords.Of(pack, step.Owner))), new Prose(Due(call, pack, workflow, step, today)),
                new Prose(string.Join("\n", step.Ways.Select(way => Way(call, pack, workflow, step, way, today)))), new Prose(step.Basis is { } basis ? call.Say(EngineWords.InFull(basis)) : ""));
        call.Screen.Write(table);
        foreach (var action in workflow.Actions)
            call.Screen.WriteLine($"  {call.Say(action.Name)} ({action.Id}): {call.Say(EngineWords.Of(pack, action.Owner))}{(action.To is { } to ? $" → {to}" : "")}{(action.Sets.Count > 0 ? $" · {call.Say(ListNames.Set(action.Sets, pack))}" : "")}");
    }

    /// <summary>The time in words; where the text has a word without a number, that word and that the number is local.</summary>
    private static string Due(Call call, Pack pack, WorkflowDefinition workflow, Step step, DateOnly today) =>
        step.Due is not { } due ? ""
        : due.Vague is { } vague ? $"{call.Say(DueWords.Of(due, workflow, pack, today))}{call.Say($"（原文“{vague}”，本地设定）", $" (\"{vague}\"; a local value)")}"
        : call.Say(DueWords.Of(due, workflow, pack, today));

    private static string Way(Call call, Pack pack, WorkflowDefinition workflow, Step step, Way way, DateOnly today)
    {
        var awaited = DueWords.Awaited(way, workflow, pack, today) is { } words ? call.Say($"（{words.Zh}）", $" ({words.En})") : "";
        return step.Ways.Count == 1 ? $"{awaited} → {way.To}".TrimStart() : $"{call.Say(way.Name)}{awaited} → {way.To}";
    }
}
