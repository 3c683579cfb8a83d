using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>What changed between two plans of one jurisdiction.</summary>
internal static class DiffPage
{
    private const int MostRows = 200;

    public static void Write(Call call, string folder, PlanDiff diff)
    {
        if (call.IsJson)
            Json(call, diff);
        else
            Table(call, folder, diff);
    }

    private static void Table(Call call, string folder, PlanDiff diff)
    {
        call.Screen.MarkupLineInterpolated($"[bold]{folder}[/]  {Count(call, call.Say("时限", "deadlines"), diff.Deadlines)}  {Count(call, call.Say("通知", "notices"), diff.Rungs)}");
        if (diff.IsEmpty)
            return;
        Rows(call, call.Say("到期", "due"), call.Say("期", "period"),
            diff.Deadlines.Added.Select(added => new Row("+", added.DueOn.Iso(), added, added.Key.Period))
                .Concat(diff.Deadlines.Moved.Select(move => new Row("~", When(call, move), move.New, move.New.Key.Period)))
                .Concat(diff.Deadlines.Vanished.Select(gone => new Row("-", gone.DueOn.Iso(), gone, gone.Key.Period))));
        // Notices follow their deadlines; by themselves they are listed only when no deadline changed.
        if (diff.Deadlines.IsEmpty)
            Rows(call, call.Say("日期", "on"), call.Say("通知", "notice"),
                diff.Rungs.Added.Select(added => new Row("+", added.Date.On.Iso(), added.Deadline, added.Date.Rung.Id))
                    .Concat(diff.Rungs.Moved.Select(move => new Row("~", $"{move.Old.Date.On.Iso()} → {move.New.Date.On.Iso()}", move.New.Deadline, move.New.Date.Rung.Id)))
                    .Concat(diff.Rungs.Vanished.Select(gone => new Row("-", gone.Date.On.Iso(), gone.Deadline, gone.Date.Rung.Id))));
    }

    /// <summary>Units of one change share a line.</summary>
    private static void Rows(Call call, string day, string which, IEnumerable<Row> changes)
    {
        var rows = changes.GroupBy(row => (row.Sign, row.Day, row.Deadline.Key.Obligation, row.Which)).OrderBy(row => row.Key.Day, StringComparer.Ordinal).ToArray();
        if (rows.Length == 0)
            return;
        var table = Screens.Table("", day, call.Say("义务", "obligation"), call.Say("单位", "unit"), which);
        table.Columns[1].NoWrap();
        foreach (var row in rows.Take(MostRows))
        {
            var style = new Style(row.Key.Sign switch { "+" => Color.Green, "-" => Color.Red, _ => Color.Yellow });
            string[] cells = [row.Key.Sign, row.Key.Day, call.Say(row.First().Deadline.Obligation.Name), UnitNames.Of(call, row.Select(change => change.Deadline.Unit)), row.Key.Which];
            table.AddRow(cells.Select(cell => new Prose(cell, style)));
        }

        call.Screen.Write(table);
        if (rows.Length > MostRows)
            call.Screen.WriteLine(call.Say($"  另有 {rows.Length - MostRows} 行，全部见 --format json", $"  {rows.Length - MostRows} more lines; all of them with --format json"));
    }

    private static string When(Call call, Move<Deadline> move) =>
        move.Old.DueOn != move.New.DueOn ? $"{move.Old.DueOn.Iso()} → {move.New.DueOn.Iso()}"
        : move.Old.OpensOn != move.New.OpensOn ? call.Say($"{move.New.DueOn.Iso()}（{move.Old.OpensOn.Iso()} → {move.New.OpensOn.Iso()} 起）", $"{move.New.DueOn.Iso()} (from {move.Old.OpensOn.Iso()} → {move.New.OpensOn.Iso()})")
        : $"{move.New.DueOn.Iso()} {move.Old.ClosesAt} → {move.New.ClosesAt}";

    private static string Count<T>(Call call, string what, PlanChanges<T> changes) => changes.IsEmpty
        ? call.Say($"{what}无变化", $"{what} unchanged")
        : call.Say($"{what} +{changes.Added.Count} ~{changes.Moved.Count} -{changes.Vanished.Count}", $"{what} +{changes.Added.Count} ~{changes.Moved.Count} -{changes.Vanished.Count}");

    private static void Json(Call call, PlanDiff diff)
    {
        foreach (var added in diff.Deadlines.Added)
            call.Json.Write(json => Deadline(json, "added", added, null, added.DueOn));
        foreach (var move in diff.Deadlines.Moved)
            call.Json.Write(json => Deadline(json, "moved", move.New, move.Old.DueOn, move.New.DueOn));
        foreach (var gone in diff.Deadlines.Vanished)
            call.Json.Write(json => Deadline(json, "vanished", gone, gone.DueOn, null));
        foreach (var added in diff.Rungs.Added)
            call.Json.Write(json => Notice(json, "added", added, null, added.Date.On));
        foreach (var move in diff.Rungs.Moved)
            call.Json.Write(json => Notice(json, "moved", move.New, move.Old.Date.On, move.New.Date.On));
        foreach (var gone in diff.Rungs.Vanished)
            call.Json.Write(json => Notice(json, "vanished", gone, gone.Date.On, null));
    }

    private static void Deadline(Utf8JsonWriter json, string change, Deadline deadline, DateOnly? oldDueOn, DateOnly? newDueOn)
    {
        Key(json, "deadline", change, deadline);
        json.Day("oldDueOn", oldDueOn);
        json.Day("newDueOn", newDueOn);
    }

    private static void Notice(Utf8JsonWriter json, string change, PlannedRung rung, DateOnly? oldOn, DateOnly? newOn)
    {
        Key(json, "notice", change, rung.Deadline);
        json.WriteString("rung", rung.Date.Rung.Id);
        json.Day("oldOn", oldOn);
        json.Day("newOn", newOn);
    }

    private static void Key(Utf8JsonWriter json, string kind, string change, Deadline deadline)
    {
        json.WriteString("kind", kind);
        json.WriteString("change", change);
        json.WriteString("jurisdiction", deadline.Key.Jurisdiction);
        json.WriteString("obligation", deadline.Key.Obligation);
        json.WriteString("unit", deadline.Key.Unit);
        json.WriteString("period", deadline.Key.Period);
    }

    private sealed record Row(string Sign, string Day, Deadline Deadline, string Which);
}
