using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Web.Api.Inspections;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Inspections for people.</summary>
internal static class InspectionPages
{
    public static void List(Call call, InspectionPage page)
    {
        if (page.Items.Count == 0)
        {
            call.Screen.WriteLine(call.Say("没有检查对象", "no inspections"));
            return;
        }

        var table = Screens.Table(call.Say("任务", "task"), call.Say("检查对象", "target"), call.Say("状态", "state"), call.Say("检查日期", "inspected on"), call.Say("联合结果", "joint result"));
        table.Columns[0].NoWrap();
        foreach (var item in page.Items)
            table.AddRow(
                new Text($"{item.Instance} {item.Subject}"), new Prose(item.Name is { } name ? $"{name} {item.Target}" : item.Target), new Text(call.Say(StateOf(item.State))), new Text(item.InspectedOn is { } on ? on.Iso() : ""),
                new Prose(item.CategoryName is { } category ? call.Say(category) : ""));
        call.Screen.Write(table);
        if (page.Next is { } next)
            call.Screen.WriteLine(call.Say($"  下一页：--after {next}", $"  next page: --after {next}"));
    }

    public static void Write(Call call, InspectionDetailView detail)
    {
        List(call, new([detail.Inspection], null));
        foreach (var department in detail.Departments)
        {
            call.Screen.WriteLine(call.Say($"{department.Unit}：第 {department.Version} 版，人员 {string.Join("、", department.Team)}", $"{department.Unit}: version {department.Version}, team {string.Join(", ", department.Team)}"));
            foreach (var item in department.Record?.Items ?? [])
                call.Screen.WriteLine($"  {item.Item}  {call.Say(ResultCategory.Of(item.Category ?? "").Name)}  {item.Found}");
            if (department.Record is null)
                call.Screen.WriteLine(call.Say("  尚未填报", "  not handed in yet"));
            if (department.Awaited.Count > 0)
                call.Screen.WriteLine(call.Say($"  等待 {department.Awaited.Count} 个文件", $"  {department.Awaited.Count} files are awaited"));
        }

        foreach (var version in detail.Results)
            call.Screen.WriteLine($"{call.Say($"联合结果第 {version.Version} 版", $"joint result, version {version.Version}")}  {call.Say(ResultCategory.Of(version.Result.Category).Name)}  {version.Reason}");
    }

    private static Bilingual StateOf(string state) => state switch
    {
        "open" => new("待检查", "open"),
        "answered" => new("各部门已填报", "all have answered"),
        "done" => new("已检查", "done"),
        _ => new("已取消", "cancelled"),
    };
}
