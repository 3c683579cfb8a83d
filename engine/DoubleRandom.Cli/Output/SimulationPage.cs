using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Simulation;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>A simulation for people: month by month, unit by unit, what was escalated, how each instance ended, and what should not be.</summary>
internal sealed class SimulationPage(Call call, SimulationLog log)
{
    private const int MostEscalations = 40;
    private static readonly string[] Settled = ["met", "late", "missed"];

    private readonly Pack _pack = log.Order.Pack;
    private readonly JurisdictionZone _zone = JurisdictionZone.Of(log.Order.Pack.Jurisdiction.TimeZone);

    public void Write()
    {
        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(_pack.Jurisdiction.Name)}[/] {_pack.Jurisdiction.Folder} · {log.Order.From.Iso()} – {log.Order.To.Iso()} · {call.Say("种子", "seed")} {log.Order.Seed}");
        Months();
        Units();
        Escalations();
        Instances();
        Findings();
    }

    private void Months()
    {
        var table = Numbers(call.Say("月份", "month"), Heads());
        for (var month = new DateOnly(log.Order.From.Year, log.Order.From.Month, 1); month <= log.Order.To; month = month.AddMonths(1))
        {
            var due = log.Deadlines.Where(line => line.DueOn.Year == month.Year && line.DueOn.Month == month.Month).ToArray();
            Row(table, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), [.. Counts(due), log.Notices.Count(line => IsIn(line.At, month)), log.Tasks.Count(line => IsIn(line.At, month))]);
        }

        Row(table, call.Say("合计", "total"), [.. Counts(log.Deadlines), log.Notices.Count, log.Tasks.Count]);
        call.Screen.Write(table);

        string[] Heads() => [.. DueHeads(), call.Say("通知", "notices"), call.Say("待办", "tasks")];
    }

    private void Units()
    {
        Heading(call.Say("各单位", "Units"));
        var table = Numbers(call.Say("单位", "unit"), [.. DueHeads(), call.Say("按时率", "in time")]);
        foreach (var unit in log.Deadlines.Where(Counts).GroupBy(line => line.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal))
        {
            var settled = unit.Count(line => Settled.Contains(line.Standing, StringComparer.Ordinal));
            var rate = settled == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * unit.Count(line => line.Standing is "met") / settled:0} %");
            table.AddRow([new Prose(UnitName(unit.Key)), .. Counts(unit).Select(count => new Text(Text(count))), new Text(rate)]);
        }

        call.Screen.Write(table);
    }

    private void Escalations()
    {
        var all = log.Notices.Where(notice => notice.Kind is "escalation").GroupBy(notice => (notice.Obligation, notice.Unit, notice.Period)).OrderBy(group => group.Min(notice => notice.At)).ToArray();
        Heading(call.Say($"督办 {all.Length} 件", $"{all.Length} escalated"));
        var table = Screens.Table(call.Say("首次", "first"), call.Say("事项", "duty"), call.Say("单位", "unit"), call.Say("告知", "told"));
        table.Columns[0].NoWrap();
        foreach (var one in all.Take(MostEscalations))
            table.AddRow(
                new Text(_zone.DayOf(one.Min(notice => notice.At)).Iso()), new Prose($"{Duty(one.Key.Obligation)} {one.Key.Period}"), new Prose(UnitName(one.Key.Unit)),
                new Prose(string.Join(call.Say("、", ", "), one.Select(notice => UnitName(notice.Recipient)).Distinct(StringComparer.Ordinal))));
        if (all.Length > 0)
            call.Screen.Write(table);
        if (all.Length > MostEscalations)
            call.Screen.WriteLine(call.Say($"  另有 {all.Length - MostEscalations} 件，见 --format json", $"  and {all.Length - MostEscalations} more: see --format json"));
    }

    private void Instances()
    {
        Heading(call.Say($"流程 {log.Instances.Count} 个", $"{log.Instances.Count} workflows"));
        var table = Screens.Table(call.Say("开始", "began"), call.Say("结束", "ended"), call.Say("流程", "workflow"), call.Say("结果", "result"));
        table.Columns[0].NoWrap();
        table.Columns[1].NoWrap();
        foreach (var line in log.Instances)
            table.AddRow(new Text(_zone.DayOf(line.At).Iso()), new Text(line.EndedAt is { } at ? _zone.DayOf(at).Iso() : "–"), new Prose(line.Name), new Prose(Result(line)));
        call.Screen.Write(table);
    }

    private string Result(LoggedInstance line) => line.Status switch
    {
        "ended" => line.Outcome ?? "",
        "cancelled" => call.Say("已取消", "cancelled"),
        _ => call.Say("在办：", "goes on: ") + string.Join(call.Say("、", ", "), line.Open),
    };

    private void Findings()
    {
        if (log.Findings.Count == 0)
        {
            call.Screen.MarkupLineInterpolated($"\n[green]{call.Say("没有命令被拒，没有流程卡住，没有重复，自查无差异", "No command refused, no instance stuck, nothing doubled, no difference at self-audit")}[/]");
            return;
        }

        Heading(call.Say($"发现 {log.Findings.Count} 处问题", $"{log.Findings.Count} findings"));
        foreach (var finding in log.Findings)
        {
            call.Screen.MarkupLineInterpolated($"  [red]{finding.Kind}[/] {_zone.DayOf(finding.At).Iso()} [bold]{finding.Subject}[/]");
            call.Screen.Write(new Padder(new Prose(call.Say(finding.Text)), new Padding(4, 0, 0, 0)));
        }
    }

    private string[] DueHeads() => [call.Say("到期", "due"), call.Say("按时", "met"), call.Say("迟办", "late"), call.Say("未办", "missed")];

    private static int[] Counts(IEnumerable<LoggedDeadline> deadlines)
    {
        var all = deadlines.Where(Counts).ToArray();
        return [all.Length, .. Settled.Select(standing => all.Count(line => string.Equals(line.Standing, standing, StringComparison.Ordinal)))];
    }

    /// <summary>What only advises cannot be late; what was withdrawn is owed by nobody.</summary>
    private static bool Counts(LoggedDeadline line) => line.IsBinding && line.Standing is not ("withdrawn" or "history" or "waived");

    private static Table Numbers(string first, string[] others)
    {
        var table = Screens.Table([first, .. others]);
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned().NoWrap();
        return table;
    }

    private static void Row(Table table, string name, int[] counts) => table.AddRow([new Text(name), .. counts.Select(count => new Text(Text(count)))]);

    private bool IsIn(DateTimeOffset at, DateOnly month) => _zone.DayOf(at) is var day && day.Year == month.Year && day.Month == month.Month;

    private void Heading(string text) => call.Screen.MarkupLineInterpolated($"\n[bold]{text}[/]");

    private string UnitName(string unit) => _pack.Unit(unit) is { } known ? call.Say(known.Name) : unit;

    private string Duty(string obligation) => _pack.Obligation(obligation) is { } duty ? call.Say(duty.Name) : obligation;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
