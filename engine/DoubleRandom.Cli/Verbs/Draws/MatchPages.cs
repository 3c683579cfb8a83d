using System.Globalization;
using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Demands;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>An assignment or its bottlenecks, for programs and for people.</summary>
internal static class MatchPages
{
    /// <summary>The greatest whole number that every reader of JSON keeps; beyond it numbers are strings.</summary>
    private const long MostExact = 1L << 53;

    public static void Write(Utf8JsonWriter json, AssignmentOutcome outcome, MatchDemand? demand)
    {
        if (outcome.Assignment is { } assignment)
        {
            Write(json, assignment);
            return;
        }

        json.WriteNull("result");
        json.WriteNull("objective");
        json.WriteStartArray("bottlenecks");
        foreach (var bottleneck in outcome.Bottlenecks)
            Write(json, bottleneck, demand);
        json.WriteEndArray();
    }

    public static void Write(Call call, AssignmentOutcome outcome, MatchDemand? demand)
    {
        foreach (var bottleneck in outcome.Bottlenecks)
        {
            call.Screen.Write(new Prose(call.Say(bottleneck.Words), new Style(Color.Red)));
            call.Screen.WriteLine();
            if (demand is not null)
                call.Screen.Write(new Padder(new Prose(call.Say(demand.Explain(bottleneck))), new Padding(2, 0, 0, 0)));
        }

        if (outcome.Assignment is not { } assignment)
            return;
        call.Screen.Write(Teams(call, assignment));
        call.Screen.Write(Loads(call, assignment));
        call.Screen.WriteLine(call.Say(
            $"任务数平方和 {assignment.Objective.SumOfSquares}，边散列值之和 {assignment.Objective.SumOfHashes}：无更优选派（势值见 --format json）",
            $"sum of squared loads {assignment.Objective.SumOfSquares}, of edge hashes {assignment.Objective.SumOfHashes}: nothing better exists (potentials: --format json)"));
    }

    private static void Write(Utf8JsonWriter json, Assignment assignment)
    {
        Object(json, "result", assignment.Slots, slot => json.WriteString(slot.Slot.ToString(), slot.Inspector));
        json.WriteStartObject("objective");
        Exact(json, "sum_sq_load", assignment.Objective.SumOfSquares);
        json.WriteString("sum_hash", Digits(assignment.Objective.SumOfHashes));
        json.WriteEndObject();
        Object(json, "edge_hash", assignment.Slots, slot => json.WriteString(slot.Slot.ToString(), Digits(slot.EdgeHash)));
        Object(json, "load", assignment.Loads, load => json.WriteNumber(load.Inspector, load.New));
        json.WriteStartObject("potential");
        Object(json, "slots", assignment.Slots, slot => json.WriteString(slot.Slot.ToString(), Digits(slot.Potential)));
        Object(json, "inspectors", assignment.Loads, load => json.WriteString(load.Inspector, Digits(load.Potential)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Bottleneck bottleneck, MatchDemand? demand)
    {
        json.WriteStartObject();
        json.WriteStartArray("slots");
        foreach (var slot in bottleneck.Slots)
            json.WriteStringValue(slot.ToString());
        json.WriteEndArray();
        Object(json, "cap", bottleneck.Inspectors, who => json.WriteNumber(who.Id, who.Capacity));
        Object(json, "places", bottleneck.Inspectors, who => json.WriteNumber(who.Id, who.Places));
        json.WriteNumber("missing", bottleneck.Missing);
        json.Text("words", bottleneck.Words);
        json.Text("reasons", demand?.Explain(bottleneck));
        json.WriteEndObject();
    }

    private static void Object<T>(Utf8JsonWriter json, string key, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartObject(key);
        foreach (var one in all)
            write(one);
        json.WriteEndObject();
    }

    private static void Exact(Utf8JsonWriter json, string key, Int128 value)
    {
        if (value <= MostExact)
            json.WriteNumber(key, (long)value);
        else
            json.WriteString(key, Digits(value));
    }

    private static string Digits(Int128 value) => value.ToString(CultureInfo.InvariantCulture);

    private static Table Teams(Call call, Assignment assignment)
    {
        var table = Screens.Table(call.Say("检查对象", "target"), call.Say("检查人员（按名额）", "inspectors, slot by slot"));
        foreach (var target in assignment.Slots.GroupBy(slot => slot.Slot.Target, StringComparer.Ordinal))
            table.AddRow(new Text(target.Key), new Prose(string.Join("  ", target.Select(slot => slot.Inspector))));
        return table;
    }

    private static Table Loads(Call call, Assignment assignment)
    {
        var table = Screens.Table(call.Say("检查人员", "inspector"), call.Say("此前", "before"), call.Say("本次", "this draw"));
        foreach (var load in assignment.Loads)
            table.AddRow(new Text(load.Inspector), new Text(Digits(load.Earlier)), new Text(Digits(load.New)));
        return table;
    }
}
