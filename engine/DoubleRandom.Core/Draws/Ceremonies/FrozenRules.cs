using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Completes the rules that somebody asks for into the rules that are frozen: the roots of the lists, and numbers where a year's quota gives them.</summary>
public static class FrozenRules
{
    /// <summary>The rules, or every fault.</summary>
    /// <param name="asked">The rules as JSON, without roots; without a number when <paramref name="yearly"/> gives it.</param>
    /// <param name="inspectors">The inspector frame's root; null when nobody is assigned.</param>
    /// <param name="recusals">The recusal list's root; null when there is none.</param>
    /// <param name="yearly">How every stratum stands in its year; null when the rules say the number themselves.</param>
    public static (DrawRules? Rules, IReadOnlyList<Diagnostic> Faults) Complete(string asked, Digest? inspectors, Digest? recusals, IReadOnlyDictionary<string, YearlyStanding>? yearly)
    {
        if (Parse(asked) is not { } rules)
            return RulesReader.Read(Encoding.UTF8.GetBytes(asked), "rules");
        if (inspectors is { } inspectorRoot)
            rules["inspectorRoot"] = inspectorRoot.ToString();
        if (recusals is { } recusalRoot)
            rules["recusalRoot"] = recusalRoot.ToString();
        if (yearly is not null)
            Fill(rules, yearly);
        return RulesReader.Read(Encoding.UTF8.GetBytes(rules.ToJsonString()), "rules");
    }

    /// <summary>What is repeated, as far as the rules can be read: the frame is made by it before the rules are complete.</summary>
    public static IReadOnlyList<RepeatRule> RepeatsOf(string asked)
    {
        if (Parse(asked) is not { } rules)
            return [];
        var (read, _) = RulesReader.Read(Encoding.UTF8.GetBytes(new JsonObject { ["method"] = "srs", ["n"] = 0, ["repeat"] = rules["repeat"]?.DeepClone() ?? new JsonArray() }.ToJsonString()), "rules");
        return read?.Repeats ?? [];
    }

    private static JsonObject? Parse(string asked)
    {
        try
        {
            return JsonNode.Parse(asked, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Fill(JsonObject rules, IReadOnlyDictionary<string, YearlyStanding> yearly)
    {
        var strata = yearly.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        rules["n"] = new JsonObject(strata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Now)));
        var sums = string.Join('；', strata.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Drawn}+{pair.Value.Now}/{pair.Value.Due}")));
        rules["basis"] = string.Join('；', new[] { rules["basis"]?.ToString(), $"年度累计（已抽+本批/应抽）：{sums}" }.OfType<string>());
    }
}
