using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Completes the rules that somebody asks for into the rules that are frozen: the roots of the lists, and numbers where a year's quota gives them.</summary>
public static class FrozenRules
{
    /// <summary>The rules, or every fault.</summary>
    /// <param name="asked">The rules as JSON, without roots; without a number when <paramref name="yearly"/> gives it.</param>
    /// <param name="lists">The roots of the inspector frame and of the recusal list, and the salt of their pseudonyms; null when nobody is assigned.</param>
    /// <param name="yearly">How every stratum stands in its year; null when the rules say the number themselves.</param>
    public static (DrawRules? Rules, IReadOnlyList<Diagnostic> Faults) Complete(string asked, (Digest Inspectors, Digest Recusals, Digest Salt)? lists, IReadOnlyDictionary<string, YearlyStanding>? yearly)
    {
        if (Parse(asked) is not { } rules)
            return RulesReader.Read(Encoding.UTF8.GetBytes(asked), "rules");
        if (lists is { } people)
        {
            rules["inspectorRoot"] = people.Inspectors.ToString();
            rules["recusalRoot"] = people.Recusals.ToString();
            if (rules["assignment"] is JsonObject assignment)
                assignment["salt"] = Pseudonym.Commit(people.Salt).ToString();
        }

        if (yearly is not null)
            Fill(rules, yearly);
        return RulesReader.Read(Encoding.UTF8.GetBytes(rules.ToJsonString()), "rules");
    }

    /// <summary>The rules as far as they can be read before the lists are there: who is excluded, and who is assigned on which days.</summary>
    /// <param name="asked">The rules as JSON, without roots.</param>
    /// <param name="isYearly">Whether a year's quota gives the number.</param>
    public static (DrawRules? Rules, IReadOnlyList<Diagnostic> Faults) Draft(string asked, bool isYearly)
    {
        if (Parse(asked) is not { } rules)
            return RulesReader.Read(Encoding.UTF8.GetBytes(asked), "rules");
        foreach (var root in new[] { "inspectorRoot", "recusalRoot" })
            rules[root] = default(Digest).ToString();
        if (isYearly && rules["n"] is null)
            rules["n"] = 0;
        return RulesReader.Read(Encoding.UTF8.GetBytes(rules.ToJsonString()), "rules");
    }

    /// <summary>Whether a member of rules says how many are drawn.</summary>
    public static bool SaysNumber(string member) => RulesReader.Ways.Contains(member, StringComparer.Ordinal);

    /// <summary>What is wrong with rules that leave open how many are drawn.</summary>
    /// <param name="rules">As a pack has them; faults name their lines.</param>
    public static IEnumerable<Diagnostic> FaultsOf(Node rules)
    {
        var known = rules.Members.ToDictionary(StringComparer.Ordinal);
        if (!known.Keys.Any(SaysNumber))
            known["n"] = Node.Scalar(rules.Place, JsonValueKind.Number, "0");
        return RulesReader.Read(Node.Object(rules.Place, known)).Faults;
    }

    /// <summary>Rules that somebody asks for, as far as they are an object of JSON without doubles; null otherwise.</summary>
    internal static JsonObject? Parse(string asked)
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
