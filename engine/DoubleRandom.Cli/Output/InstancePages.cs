using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Web.Api.Workflows;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Instances for people.</summary>
internal static class InstancePages
{
    public static void List(Call call, InstancePage page)
    {
        if (page.Items.Count == 0)
        {
            call.Screen.WriteLine(call.Say("没有流程实例", "no instances"));
            return;
        }

        var table = Screens.Table(call.Say("编号", "number"), call.Say("流程", "workflow"), call.Say("事项", "subject"), call.Say("状态", "status"), call.Say("在办环节", "open steps"), call.Say("启动", "started"));
        foreach (var instance in page.Items)
            table.AddRow(
                new Text(instance.Id.ToString(CultureInfo.InvariantCulture)), new Prose(call.Say(instance.Name)), new Prose(instance.Subject), new Prose(State(call, instance)), new Prose(Open(call, instance)),
                new Text(On(instance.StartedAt, instance)));
        call.Screen.Write(table);
        if (page.NextBeforeId is { } next)
            call.Screen.WriteLine(call.Say($"  后面还有：--before {next}", $"  there are more: --before {next}"));
    }

    public static void Write(Call call, InstanceDetailView detail)
    {
        var instance = detail.Instance;
        call.Screen.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{call.Say(instance.Name)}[/]  {instance.Subject}  {State(call, instance)}  {call.Say("版本", "version")} {instance.Version}");
        foreach (var trouble in instance.Trouble)
            call.Screen.Write(new Padder(new Prose(call.Say(trouble.Problem), new Style(Color.Yellow)), new Padding(2, 0, 0, 0)));
        foreach (var list in detail.Cast.Concat(detail.Lists))
            call.Screen.Write(new Padder(new Prose($"{list.Key}: {string.Join(", ", list.Value)}"), new Padding(2, 0, 0, 0)));
        if (detail.Tasks.Any(task => task.ClosedAt is null))
            TaskPages.List(call, [.. detail.Tasks.Where(task => task.ClosedAt is null)]);
        foreach (var batch in detail.Batches)
            call.Screen.WriteLine(call.Say($"  {batch.Step}（批号 {batch.Frame}）：{batch.Total - batch.Live}/{batch.Total} 已办完", $"  {batch.Step} (batch {batch.Frame}): {batch.Total - batch.Live}/{batch.Total} through"));
        foreach (var action in detail.Actions)
            call.Screen.WriteLine($"  {action.Id} ({action.Kind})  {call.Say(action.Name)}");
        Journal(call, detail);
    }

    private static void Journal(Call call, InstanceDetailView detail)
    {
        var table = Screens.Table("#", call.Say("时间", "when"), call.Say("经办", "by"), call.Say("流水", "journal"));
        table.Columns[1].NoWrap();
        foreach (var line in detail.Journal)
            table.AddRow(
                new Text(line.Version.ToString(CultureInfo.InvariantCulture)), new Text(On(line.At, detail.Instance)), new Prose($"{line.By} {line.Unit}".Trim()),
                new Prose(call.Say(line.Text) + (line.Item.Length == 0 ? "" : $" [{line.Item}]") + string.Concat(line.Reasons.Select(reason => $"\n{call.Say(reason)}"))));
        call.Screen.Write(table);
        if (detail.Earlier > 0)
            call.Screen.WriteLine(call.Say($"  之前还有 {detail.Earlier} 行", $"  {detail.Earlier} lines lie before them"));
    }

    private static string State(Call call, InstanceView instance) => call.Say(StatusWords.Of(instance.Status)) + (instance.Outcome is { } outcome ? call.Say($"（{outcome}）", $" ({outcome})") : "");

    private static string Open(Call call, InstanceView instance) => string.Join(call.Say("、", ", "), instance.OpenSteps.Select(step => call.Say(step.Name) + (step.Times == 1 ? "" : $"×{step.Times}")));

    /// <summary>By the jurisdiction's clock, wherever the command is run.</summary>
    private static string On(DateTimeOffset at, InstanceView instance) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(instance.TimeZone)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
