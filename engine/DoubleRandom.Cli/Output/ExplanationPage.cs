using System.Globalization;
using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>The way of one deadline to its day.</summary>
internal static class ExplanationPage
{
    public static void Write(Call call, Pack pack, Deadline deadline)
    {
        var lines = Explanation.Of(deadline, pack);
        if (call.IsJson)
        {
            call.Json.Write(json => Json(json, deadline, lines));
            return;
        }

        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(deadline.Obligation.Name)}[/] · {call.Say(deadline.Unit.Name)} · {deadline.Key.Period}");
        call.Screen.MarkupLineInterpolated($"[grey]{deadline.Obligation.Place}  {call.Say("层", "layer")} {deadline.Obligation.Place.Layer}[/]");
        call.Screen.Write(Steps(call, lines));
        Ladder(call, pack, deadline);
    }

    /// <summary>Why there is no such deadline, and which there are instead.</summary>
    public static void WriteWhyNot(Call call, Obligation duty, DeadlineQuestion question, IReadOnlyList<NotPlanned> gaps, IReadOnlyList<Deadline> others)
    {
        if (call.IsJson)
        {
            foreach (var gap in gaps)
                call.Json.Write(json => DeadlineJson.Write(json, gap));
            if (gaps.Count > 0)
                return;
        }

        var page = call.IsJson ? call.Terminal.Error : call.Terminal.Out;
        page.WriteLine(call.Say($"“{duty.Name.Zh}”没有 {question.Given} 这一期。", $"\"{duty.Name.En}\" has no deadline {question.Given}."));
        foreach (var gap in gaps)
            page.WriteLine($"  {call.Say(gap.Text)}");
        var periods = others.Select(deadline => deadline.Key.Period).Distinct(StringComparer.Ordinal).ToArray();
        if (periods.Length > 0)
            page.WriteLine(call.Say("  现有：", "  There are: ") + string.Join(", ", periods));
    }

    private static Grid Steps(Call call, IReadOnlyList<ExplanationLine> lines)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn(new GridColumn());
        foreach (var line in lines)
        {
            var (sign, style) = Look(line.Step);
            grid.AddRow(new Text(sign, style), new Prose(call.Say(line.Text), style));
        }

        return grid;
    }

    private static (string Sign, Style Style) Look(string step) => step switch
    {
        "counted" => ("  +", new Style(Color.Green)),
        "skipped" => ("  –", new Style(Color.Grey)),
        "due" => ("=", new Style(decoration: Decoration.Bold)),
        "moved" => (">", new Style(Color.Yellow)),
        "provisional" or "history" => ("!", new Style(Color.Yellow)),
        "reading" or "calendar" => ("·", new Style(Color.Grey)),
        _ => ("•", Style.Plain),
    };

    private static void Ladder(Call call, Pack pack, Deadline deadline)
    {
        if (deadline.Ladder.Count == 0)
            return;
        var table = Screens.Table(call.Say("通知", "notice"), call.Say("时间", "at"), call.Say("收件人", "to"));
        foreach (var rung in deadline.Ladder)
            table.AddRow(
                new Text(call.Say(rung.Rung.Kind.Name()) + (rung.Rung.Circular ? call.Say("（拟通报）", " (circular)") : ""), new Style(rung.Rung.Kind == RungKind.Escalation ? Color.Red : null)),
                new Text($"{call.Day(rung.On)} {rung.At.ToString("HH:mm", CultureInfo.InvariantCulture)}"),
                new Prose(string.Join(call.Say("、", ", "), rung.Rung.Audience.Select(audience => call.Say(EngineWords.Audience(pack, audience))))));
        call.Screen.Write(table);
    }

    private static void Json(Utf8JsonWriter json, Deadline deadline, IReadOnlyList<ExplanationLine> lines)
    {
        json.WriteString("key", deadline.Key.ToString());
        json.Day("dueOn", deadline.DueOn);
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("step", line.Step);
            if (line.About is { } about)
                json.WriteString("about", about);
            json.Day("from", line.From);
            json.Day("to", line.To);
            json.Text("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ladder");
        foreach (var rung in deadline.Ladder)
            DeadlineJson.WriteRung(json, rung, whole: true);
        json.WriteEndArray();
        WritePlace(json, deadline.Obligation);
    }

    private static void WritePlace(Utf8JsonWriter json, Obligation obligation)
    {
        json.WriteStartObject("place");
        json.WriteString("file", obligation.Place.File);
        json.WriteNumber("line", obligation.Place.Line);
        json.WriteString("layer", obligation.Place.Layer);
        json.WriteEndObject();
    }
}
