using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>What validation found, pack by pack, for people.</summary>
internal sealed class ReportPage(Call call, bool verbose)
{
    public void Write(IReadOnlyList<TimedReport> reports)
    {
        // A fault of a base pack shows in every pack above it; people want to read it once.
        var told = new HashSet<Diagnostic>();
        foreach (var timed in reports.OrderByDescending(timed => timed.Report.IsBase))
            Write(timed, told);
        Summary(reports);
    }

    private void Write(TimedReport timed, HashSet<Diagnostic> told)
    {
        var report = timed.Report;
        var (sign, colour) = report.IsValid ? ("✓", "green") : ("✗", "red");
        var took = timed.Elapsed.TotalMilliseconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        var name = report.Pack is { } pack ? $" {call.Say(pack.Jurisdiction.Name)}" : "";
        call.Screen.MarkupLineInterpolated($"[{colour}]{sign}[/] [bold]{report.Folder}[/]{name}  [grey]{Facts(report)} · {took} ms[/]");
        if (report.Pack is not null)
            Coverage(report);
        foreach (var fault in report.Diagnostics.Where(told.Add))
            DiagnosticLines.Write(call, fault);
        if (report.Diagnostics.Count > 0)
            call.Screen.WriteLine();
    }

    private string Facts(PackReport report) => report.Pack is { } pack
        ? call.Say(
            $"{pack.Obligations.Count} 项义务 · {pack.Units.Count} 个单位 · {pack.Tests.Count} 个测试 · 日历 {pack.Calendar.Version} · {pack.ContentHash[..12]}",
            $"{pack.Obligations.Count} obligations · {pack.Units.Count} units · {pack.Tests.Count} tests · calendar {pack.Calendar.Version} · {pack.ContentHash[..12]}")
        : report.IsBase ? call.Say("基线，其余随使用它的配置包校验", "base pack; the rest is checked with the packs that use it") : call.Say("无法组成配置包", "no pack can be made of it");

    private void Coverage(PackReport report)
    {
        var coverage = report.Coverage!;
        call.Screen.MarkupLineInterpolated($"  [grey]{call.Say($"条款 {coverage.Total} 条：全部承载 {coverage.Carried}（{coverage.Percent}%），部分承载 {coverage.Partly}，尚未编码 {coverage.NotEncoded}", $"{coverage.Total} demands: {coverage.Carried} carried ({coverage.Percent}%), {coverage.Partly} in part, {coverage.NotEncoded} not encoded")}[/]");
        if (!verbose)
            return;
        var table = Screens.Table(call.Say("条款", "article"), call.Say("要求", "demand"), call.Say("承载", "carried by"), call.Say("还缺", "missing"));
        table.Columns[0].NoWrap();
        foreach (var row in report.Pack!.Coverage.Where(row => !row.IsCarried))
            table.AddRow(Cells(row));
        call.Screen.Write(table);
    }

    private Text[] Cells(CoverageRow row) =>
    [
        new(row.Clause ?? row.Article), new(call.Say(row.Demand)),
        new(row.CarriedBy.Count == 0 ? "–" : string.Join('\n', row.CarriedBy)), new(row.NotEncoded is { } why ? call.Say(why) : ""),
    ];

    private void Summary(IReadOnlyList<TimedReport> reports)
    {
        var faults = reports.SelectMany(timed => timed.Report.Diagnostics).Distinct().ToArray();
        var errors = faults.Count(fault => fault.Severity == Severity.Error);
        var sound = reports.Count(timed => timed.Report.IsValid);
        var colour = errors == 0 && sound == reports.Count ? "green" : "red";
        call.Screen.MarkupLineInterpolated($"[{colour}]{call.Say($"{reports.Count} 个配置包，{sound} 个通过；{errors} 处错误，{faults.Length - errors} 处警告", $"{reports.Count} packs, {sound} sound; {errors} errors, {faults.Length - errors} warnings")}[/]");
    }
}
