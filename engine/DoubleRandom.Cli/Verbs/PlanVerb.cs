using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows what will be due, before anything runs.</summary>
internal sealed class PlanVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string AsOf = "--as-of";
    private const string Duty = "--obligation";
    private const string EveryUnit = "--every-unit";

    public PlanVerb()
        : base("plan", new("列出一个辖区某段时间的全部时限", "list what is due in a jurisdiction in a span of time"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Options.Add(CommonOptions.FromOf());
        Options.Add(CommonOptions.ToOf());
        Options.Add(CommonOptions.EventsOf());
        Options.Add(new Setting(AsOf, "D", new("以该日为首次发布日：此前到期的只作历史", "as if first published that day: what was due before is history")));
        Options.Add(new Setting(CommonOptions.Unit, "UNIT", new("只看一个单位", "one unit only")));
        Options.Add(new Setting(Duty, "ID", new("只看一项义务", "one obligation only")));
        Options.Add(new Flag(EveryUnit, new("表格中每个单位一行", "one line of the table per unit")));
        Options.Add(CommonOptions.FormatOf("table", "json", "csv", "ics"));
        Examples =
        [
            "doublerandom plan pengyang --from 2024-01-01 --to 2024-12-31",
            "doublerandom plan 140827 --from 2026-01-01 --to 2026-12-31 --format csv > 2026.csv",
        ];
        Does(Run);
    }

    private static int Run(Call call)
    {
        var span = DateSpan.Of(call);
        var format = call.Format;
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var unit = call.Text(CommonOptions.Unit) is { } named ? Choice.Unit(pack, named) : null;
        var duty = call.Text(Duty) is { } id ? Choice.Obligation(pack, id) : null;
        var plan = Planner.Plan(new(pack, span.From, span.To, Events(call, pack), call.DateOrNull(AsOf)));
        var deadlines = plan.Deadlines.Where(deadline => (unit is null || deadline.Unit == unit) && (duty is null || deadline.Obligation == duty)).ToArray();
        var gaps = plan.NotPlanned.Where(gap => duty is null || string.Equals(gap.Obligation, duty.Id, StringComparison.Ordinal)).ToArray();
        Write(call, format, pack, span, deadlines, gaps);
        return Exit.Good;
    }

    private static IReadOnlyCollection<PlanEvent> Events(Call call, Pack pack)
    {
        if (call.Text(CommonOptions.Events) is not { } path)
            return [];
        var events = EventFile.Read(path, call.Terminal);
        EventFile.Check(events, pack, path);
        return [.. events.Select(given => given.Event)];
    }

    private static void Write(Call call, string format, Pack pack, DateSpan span, Deadline[] deadlines, NotPlanned[] gaps)
    {
        switch (format)
        {
            case "json":
                foreach (var deadline in deadlines)
                    call.Json.Write(json => DeadlineJson.Write(json, deadline));
                foreach (var gap in gaps)
                    call.Json.Write(json => DeadlineJson.Write(json, gap));
                return;
            case "csv":
                DeadlineSheet.Write(call.Terminal.Out, deadlines);
                break;
            case "ics":
                DeadlineFeed.Write(call, pack, deadlines);
                break;
            default:
                Table(call, pack, span, deadlines);
                break;
        }

        Gaps(call, format, GapList.Of(call, pack, gaps, span));
    }

    private static void Table(Call call, Pack pack, DateSpan span, Deadline[] deadlines)
    {
        var units = deadlines.Select(deadline => deadline.Key.Unit).Distinct(StringComparer.Ordinal).Count();
        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(pack.Jurisdiction.Name)}[/] {pack.Jurisdiction.Folder} · {span.From.Iso()} – {span.To.Iso()} · {call.Say($"{deadlines.Length} 个时限，{units} 个单位", $"{deadlines.Length} deadlines, {units} units")}");
        DeadlineTable.Write(call, pack, deadlines, call.Has(EveryUnit));
    }

    /// <summary>Beneath the table; beside data that a program reads, on standard error.</summary>
    private static void Gaps(Call call, string format, IEnumerable<string> sentences)
    {
        var lines = sentences.ToArray();
        if (lines.Length == 0)
            return;
        var heading = call.Say("未列入计划：", "Not planned:");
        if (format is not "table")
        {
            call.Terminal.Out.Flush();
            call.Terminal.Error.WriteLine(heading);
            foreach (var line in lines)
                call.Terminal.Error.WriteLine($"  {line}");
            return;
        }

        call.Screen.MarkupLineInterpolated($"\n[bold]{heading}[/]");
        foreach (var line in lines)
            call.Screen.Write(new Padder(new Prose(line), new Padding(2, 0, 0, 0)));
    }
}
