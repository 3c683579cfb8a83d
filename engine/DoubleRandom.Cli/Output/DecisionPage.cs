using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Rules;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>A decision for people: what was decided, what it yields, and which rows or rules led to it.</summary>
internal static class DecisionPage
{
    public static void Write(Call call, Decision decision)
    {
        call.Screen.MarkupLineInterpolated($"[bold]{call.Say(decision.RuleSet.Name)}[/]  {call.Say(Word(decision.Outcome))}");
        if (decision.Why is { } why)
            call.Screen.Write(new Padder(new Prose(call.Say(why.Text), new Style(Color.Yellow)), new Padding(2, 0, 0, 0)));
        foreach (var output in decision.Outputs)
            call.Screen.Write(new Padder(new Prose($"{output.Id} = {output.Value?.ToString() ?? "?"}"), new Padding(2, 0, 0, 0)));
        if (decision.Reasons.Count > 0)
            call.Screen.Write(Reasons(call, decision));
    }

    private static Table Reasons(Call call, Decision decision)
    {
        var table = Screens.Table(call.Say("行或规则", "row or rule"), call.Say("结论", "outcome"), call.Say("看到的事实", "facts seen"), call.Say("依据、配置层", "basis, layer"));
        foreach (var reason in decision.Reasons)
            Add(table, call, decision, reason, "");
        return table;
    }

    /// <summary>A row or rule, then those that it is made of, each a step further in.</summary>
    private static void Add(Table table, Call call, Decision decision, Reason reason, string indent)
    {
        var message = reason.Outcome == Outcome.True ? null : reason.Rule.Message(decision.Facts);
        table.AddRow(
            new Prose($"{indent}{reason.Rule.Id}\n{indent}{reason.Rule.Place}{(message is null ? "" : $"\n{indent}{message}")}"),
            new Text(call.Say(Word(reason.Outcome)), Look(reason.Outcome)),
            new Prose(Seen(call, decision, reason)),
            new Prose($"{call.Say(EngineWords.InFull(reason.Rule.Basis ?? decision.RuleSet.Basis))}\n{reason.Rule.Place.Layer}"));
        foreach (var inside in reason.Rule.Inside(decision.Facts))
            Add(table, call, decision, inside, indent + "· ");
    }

    private static string Seen(Call call, Decision decision, Reason reason) => string.Join(
        "\n", reason.Seen(decision.Facts).Select(seen => $"{call.Say(seen.Fact.Name)} = {seen.Value?.ToString() ?? call.Say("未知", "not known")}"));

    private static Bilingual Word(Outcome outcome) => outcome switch
    {
        Outcome.True => new("成立", "holds"),
        Outcome.False => new("不成立", "does not hold"),
        _ => new("无法判定", "undetermined"),
    };

    private static Style Look(Outcome outcome) => outcome switch
    {
        Outcome.True => new(Color.Green),
        Outcome.False => new(Color.Grey),
        _ => new(Color.Yellow),
    };
}
