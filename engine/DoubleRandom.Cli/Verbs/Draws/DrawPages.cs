using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>A draw, for people and for programs.</summary>
internal static class DrawPages
{
    public static void Write(Call call, ComputedDraw draw)
    {
        call.Screen.MarkupLineInterpolated($"[bold]{draw.Seed.Draw}[/]  {draw.Seed.Assurance}");
        call.Screen.WriteLine($"frame {draw.Frame.Root}\nrules {draw.Rules.Hash}\nkey   {draw.Key}");
        foreach (var stratum in draw.Draws)
            Write(call, stratum);
    }

    /// <summary>One stratum: what was drawn, in order, and the probabilities.</summary>
    public static void Write(Call call, StratumDraw draw)
    {
        var (plan, name) = (draw.Plan, draw.Plan.Stratum is StratumPlan.Whole ? call.Say("全部", "all") : draw.Plan.Stratum);
        call.Screen.WriteLine();
        call.Screen.MarkupLineInterpolated($"[bold]{name}[/]  {call.Say($"在册 {plan.Count.Rows}，可抽 {plan.Count.Eligible}，抽取 {draw.Selected.Count}", $"{plan.Count.Rows} rows, {plan.Count.Eligible} eligible, {draw.Selected.Count} drawn")}");
        foreach (var inclusion in Inclusion.Of(plan))
            call.Screen.WriteLine(call.Say(
                $"  权重 {inclusion.Weight}：{inclusion.Count} 户，包含概率 {inclusion.Probability.ToDecimal()}{Basis(inclusion.Basis, call)}",
                $"  weight {inclusion.Weight}: {inclusion.Count} targets, inclusion {inclusion.Probability.ToDecimal()}{Basis(inclusion.Basis, call)}"));
        var number = 0;
        foreach (var target in draw.Selected)
            call.Screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {++number,4}  {target.Id,-20} {target.Ticket}"));
        foreach (var target in draw.Substitutes)
            call.Screen.WriteLine($"  {call.Say("候补", "sub.")}  {target.Id,-20} {target.Ticket}");
        if (plan.Method is DrawMethod.Tickets)
            call.Screen.WriteLine(call.Say("  注意：包含概率与权重不成正比。", "  Note: inclusion is not proportional to weight."));
    }

    /// <summary>The names of the specification's worked vectors.</summary>
    public static void Write(Utf8JsonWriter json, ComputedDraw draw)
    {
        json.WriteString("draw", draw.Seed.Draw);
        json.WriteString("frame_sha256", draw.Frame.Sha256.ToString());
        json.WriteString("frame_merkle_root", draw.Frame.Root.ToString());
        json.WriteString("rules_json", Encoding.UTF8.GetString(draw.Rules.Canonical.Span));
        json.WriteString("rules_sha256", draw.Rules.Hash.ToString());
        if (draw.Seed.Pepper is { } commitment)
            json.WriteString("pepper_commit", commitment.ToString());
        json.WriteString("seed_text", draw.Seed.ToText());
        if (draw.Pepper is not null)
            json.WriteString("draw_key_with_pepper", draw.Key.ToString());
        json.WriteString("draw_key_without_pepper", draw.Seed.Key(default).ToString());
        Lists(json, draw, "", stratum => stratum.Selected);
        var substitutes = draw.Rules.Substitutes;
        if (substitutes > 0)
            Lists(json, draw, string.Create(CultureInfo.InvariantCulture, $"_with_{substitutes}_alternates"), stratum => [.. stratum.Selected, .. stratum.Substitutes]);
        json.WriteStartArray("strata");
        foreach (var stratum in draw.Draws)
            Stratum(json, stratum);
        json.WriteEndArray();
    }

    private static void Lists(Utf8JsonWriter json, ComputedDraw draw, string ending, Func<StratumDraw, IReadOnlyList<DrawnTarget>> list)
    {
        var method = JsonNamingPolicy.CamelCase.ConvertName(draw.Rules.Method.ToString());
        if (draw.Draws is [{ Plan.Stratum: StratumPlan.Whole } whole])
        {
            Targets(json, string.Create(CultureInfo.InvariantCulture, $"{method}_all_strata_n{whole.Plan.Number}{ending}"), list(whole), draw.Rules.Method);
            return;
        }

        json.WriteStartObject(method + ending);
        foreach (var stratum in draw.Draws)
            Targets(json, stratum.Plan.Stratum, list(stratum), draw.Rules.Method);
        json.WriteEndObject();
    }

    private static void Targets(Utf8JsonWriter json, string key, IReadOnlyList<DrawnTarget> targets, DrawMethod method)
    {
        var isPareto = method is DrawMethod.Pareto;
        if (isPareto)
        {
            json.WriteStartObject(key);
            json.WriteNumber("certain", targets.Count(target => target.IsCertain));
        }

        json.WriteStartArray(isPareto ? "ids" : key);
        foreach (var target in targets)
            json.WriteStringValue(target.Id);
        json.WriteEndArray();
        if (isPareto)
            json.WriteEndObject();
    }

    private static void Stratum(Utf8JsonWriter json, StratumDraw draw)
    {
        json.WriteStartObject();
        json.WriteString("stratum", draw.Plan.Stratum);
        json.WriteNumber("rows", draw.Plan.Count.Rows);
        json.WriteNumber("eligible", draw.Plan.Count.Eligible);
        json.WriteNumber("n", draw.Plan.Number);
        json.WriteString("cutoff", draw.CutOff?.ToString());
        json.WriteStartArray("inclusion");
        foreach (var inclusion in Inclusion.Of(draw.Plan))
        {
            json.WriteStartObject();
            json.WriteNumber("weight", inclusion.Weight);
            json.WriteNumber("count", inclusion.Count);
            json.WriteString("fraction", inclusion.Probability.ToString());
            json.WriteString("decimal", inclusion.Probability.ToDecimal());
            json.WriteString("basis", JsonNamingPolicy.CamelCase.ConvertName(inclusion.Basis.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Tickets(json, "selected", draw.Selected);
        Tickets(json, "substitutes", draw.Substitutes);
        json.WriteEndObject();
    }

    private static void Tickets(Utf8JsonWriter json, string key, IReadOnlyList<DrawnTarget> targets)
    {
        json.WriteStartArray(key);
        foreach (var target in targets)
        {
            json.WriteStartObject();
            json.WriteString("id", target.Id);
            json.WriteString("hex", target.Ticket.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Basis(InclusionBasis basis, Call call) => basis switch
    {
        InclusionBasis.Design => call.Say("（设计值）", " (aimed at)"),
        InclusionBasis.Approximate => call.Say("（近似）", " (approximate)"),
        _ => "",
    };
}
