using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
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

    public static void Write(Call call, Pack pack, WorkflowDefinition workflow)
    {
        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(workflow.Name)}[/]  {workflow.Id}  {call.Say("版本", "version")} {workflow.Version[..12]}");
        call.Screen.Write(new Padder(new Prose(call.Say(EngineWords.InFull(workflow.Basis))), new Padding(2, 0, 0, 0)));
        var table = Screens.Table(call.Say("环节", "step"), call.Say("承办", "owner"), call.Say("期限", "due"), call.Say("去向", "leads to"), call.Say("依据", "basis"));
        foreach (var step in workflow.Steps)
            table.AddRow(
                new Prose($"{step.Id}\n{call.Say(step.Name)}"), new Prose(call.Say(EngineWords.Of(pack, step.Owner))), new Prose(WorkflowLines.Due(pack, workflow, step.Id) ?? ""),
                new Prose(string.Join("\n", step.Ways.Select(way => Way(call, step, way)))), new Prose(step.Basis is { } basis ? call.Say(EngineWords.InFull(basis)) : ""));
        call.Screen.Write(table);
        foreach (var action in workflow.Actions)
            call.Screen.WriteLine($"  {call.Say(action.Name)} ({action.Id}): {call.Say(EngineWords.Of(pack, action.Owner))}{(action.To is { } to ? $" → {to}" : "")}");
    }

    private static string Way(Call call, Step step, Way way) => step.Ways.Count == 1 ? $"→ {way.To}" : $"{call.Say(way.Name)} → {way.To}";
}
