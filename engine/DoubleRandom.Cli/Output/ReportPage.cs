using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>What validation found, for people: all packs at a glance, then every fault.</summary>
internal sealed class ReportPage(Call call, bool verbose)
{
    public void Write(IReadOnlyList<TimedReport> reports)
    {
        var table = Screens.Table("", call.Say("配置包", "pack"), call.Say("辖区", "jurisdiction"), call.Say("义务", "duties"), call.Say("单位", "units"), call.Say("测试", "tests"), call.Say("条款：全部／部分／未编码", "demands: whole / part / none"), call.Say("耗时", "time"));
        foreach (var column in table.Columns.Skip(3))
            column.RightAligned().NoWrap();
        foreach (var timed in reports)
            table.AddRow(Cells(timed));
        call.Screen.Write(table);
        if (verbose)
            foreach (var timed in reports)
                Demands(timed.Report);
        Faults(reports);
        Summary(reports);
    }

    private IEnumerable<Spectre.Console.Rendering.IRenderable> Cells(TimedReport timed)
    {
        var (report, pack) = (timed.Report, timed.Report.Pack);
        var took = timed.Elapsed.TotalMilliseconds.ToString("0 ms", CultureInfo.InvariantCulture);
        yield return report.IsValid ? new Text("✓", new Style(Color.Green)) : new Text("✗", new Style(Color.Red));
        yield return new Text(report.Folder, new Style(decoration: Decoration.Bold));
        yield return new Prose(pack is not null ? call.Say(pack.Jurisdiction.Name) : report.IsBase ? call.Say("（基线）", "(base)") : call.Say("（无法读取）", "(unreadable)"));
        yield return Number(pack is null ? null : report.Obligations);
        yield return Number(pack?.Units.Count);
        yield return Number(pack?.Tests.Count);
        yield return new Text(report.Coverage is { } c ? string.Create(CultureInfo.InvariantCulture, $"{c.Carried,2} /{c.Partly,2} /{c.NotEncoded,2}  {c.Percent,5:0.0}%") : "");
        yield return new Text(took, new Style(Color.Grey));
    }

    private static Text Number(int? count) => new(count?.ToString(CultureInfo.InvariantCulture) ?? "");

    private void Demands(PackReport report)
    {
        if (report.Pack is not { } pack)
            return;
        call.Screen.MarkupLineInterpolated($"[bold]{report.Folder}[/]  [grey]{call.Say("版本", "version")} {pack.ContentHash[..12]} · {call.Say("日历", "calendar")} {pack.Calendar.Version} · {string.Join(" → ", pack.Layers)}[/]");
        var table = Screens.Table(call.Say("条款", "clause"), call.Say("要求", "demand"), call.Say("承载", "carried by"), call.Say("还缺", "missing"));
        table.Columns[0].NoWrap();
        foreach (var row in pack.Coverage.Where(row => !row.IsCarried))
            table.AddRow(
                new Prose(row.Clause is { } clause ? $"{clause}\n{row.Article}" : row.Article), new Prose(call.Say(row.Demand)),
                new Prose(row.CarriedBy.Count == 0 ? "–" : string.Join('\n', row.CarriedBy)), new Prose(row.NotEncoded is { } why ? call.Say(why) : ""));
        call.Screen.Write(table);
    }

    /// <summary>A fault of a base pack shows in every pack above it; people want to read it once, under the base pack.</summary>
    private void Faults(IReadOnlyList<TimedReport> reports)
    {
        var told = new HashSet<Diagnostic>();
        foreach (var report in reports.Select(timed => timed.Report).OrderByDescending(report => report.IsBase))
        {
            var fresh = report.Diagnostics.Where(told.Add).ToArray();
            if (fresh.Length == 0)
                continue;
            call.Screen.MarkupLineInterpolated($"[bold]{report.Folder}[/]");
            foreach (var fault in fresh)
                DiagnosticLines.Write(call, fault);
            call.Screen.WriteLine();
        }
    }

    private void Summary(IReadOnlyList<TimedReport> reports)
    {
        var faults = reports.SelectMany(timed => timed.Report.Diagnostics).Distinct().ToArray();
        var errors = faults.Count(fault => fault.Severity == Severity.Error);
        var sound = reports.Count(timed => timed.Report.IsValid);
        var colour = sound == reports.Count ? "green" : "red";
        call.Screen.MarkupLineInterpolated($"[{colour}]{call.Say($"{reports.Count} 个配置包，{sound} 个通过；{errors} 处错误，{faults.Length - errors} 处警告", $"{reports.Count} packs, {sound} sound; {errors} errors, {faults.Length - errors} warnings")}[/]");
    }
}
