using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Planned deadlines as people read them: by day, units of one duty and day on one line.</summary>
internal static class DeadlineTable
{
    public static void Write(Call call, Pack pack, IReadOnlyList<Deadline> deadlines, bool everyUnit)
    {
        if (deadlines.Count == 0)
        {
            call.Screen.WriteLine(call.Say("  这一时段没有时限。", "  Nothing is due in this span."));
            return;
        }

        var table = Screens.Table(call.Say("到期", "due"), call.Say("义务", "obligation"), call.Say("单位", "unit"), call.Say("效力", ""), call.Say("依据", "basis"));
        table.Columns[0].NoWrap();
        table.Columns[3].NoWrap();
        var oneDocument = deadlines.Select(deadline => deadline.Obligation.Basis.Document).OfType<string>().Distinct(StringComparer.Ordinal).Count() == 1;
        foreach (var rows in deadlines.GroupBy(deadline => (deadline.DueOn, deadline.Obligation.Id, Unit: everyUnit ? deadline.Key.Unit : "")).OrderBy(rows => rows.Key.DueOn))
            table.AddRow(Cells(call, [.. rows], oneDocument));
        call.Screen.Write(table);
        Footnotes(call, pack, deadlines);
    }

    private static Prose[] Cells(Call call, IReadOnlyList<Deadline> rows, bool oneDocument)
    {
        var first = rows[0];
        var style = first.IsHistory ? new Style(Color.Grey) : first.Obligation.Strength == Strength.Should ? new Style(Color.Aqua) : Style.Plain;
        string[] cells = [Due(call, first), Name(call, first), UnitNames.Of(call, rows.Select(row => row.Unit)), call.Say(first.Obligation.Strength.Name()), call.Say(EngineWords.Of(first.Obligation.Basis, oneDocument))];
        return [.. cells.Select(cell => new Prose(cell, style))];
    }

    private static string Due(Call call, Deadline deadline) =>
        call.Day(deadline.DueOn) + (deadline.Occurrence.Provisional ? " *" : "") + (deadline.IsHistory ? call.Say("（历史）", " (past)") : "");

    private static string Name(Call call, Deadline deadline)
    {
        var opens = deadline.Occurrence.Rule is When.MonthWindow or When.DayWindow ? call.Say($"，{deadline.OpensOn.Iso()} 起", $", from {deadline.OpensOn.Iso()}") : "";
        var progress = deadline.Progress is { } quota ? call.Say($"（{quota.Counted}/{quota.Required} 次）", $" ({quota.Counted}/{quota.Required})") : "";
        return call.Say(deadline.Obligation.Name) + progress + opens;
    }

    private static void Footnotes(Call call, Pack pack, IReadOnlyList<Deadline> deadlines)
    {
        if (deadlines.Any(deadline => deadline.Occurrence.Provisional))
            call.Screen.WriteLine(call.Say("  * 暂定：该年放假安排尚未公布，公布后重新计算", "  * provisional: the holiday notice has not come; recomputed when it does"));
        foreach (var id in deadlines.Select(deadline => deadline.Obligation.Basis.Document).OfType<string>().Distinct(StringComparer.Ordinal))
            call.Screen.Write(new Padder(new Prose($"{id}：《{pack.Documents.GetValueOrDefault(id)?.Title ?? id}》", new Style(Color.Grey)), new Padding(2, 0, 0, 0)));
    }
}
