using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Inspections;

/// <summary>
/// Asks the pack's rules <c>site-check</c> about a record (at least two inspectors, credentials, signature: Penalty Law 42 and 55, and the counties' texts), and gives every
/// reason at once. A decision table stops at its first row, so each fact is asked for with all others in order.
/// </summary>
public static class SiteCheck
{
    /// <summary>Id of the rule set; a pack without it asks for nothing.</summary>
    public const string RuleSet = "site-check";

    private const string Inspectors = "task.inspectors";
    private const string Shown = "result.credentialsShown";
    private const string Signed = "result.isRecordSigned";
    private const string Refused = "result.isSignatureRefused";
    private const int Plenty = 200;

    /// <summary>The reasons against a record; none when it is in order.</summary>
    public static IReadOnlyList<Refusal> Against(Pack pack, DepartmentRecord record)
    {
        if (!pack.RuleSets.TryGetValue(RuleSet, out var rules))
            return [];
        var said = Ask(pack, rules, Facts(record, null));
        if (IsInOrder(said))
            return [];
        Refusal[] alone =
        [
            .. new[] { Inspectors, Shown, Signed }.Select(fact => (Fact: fact, Said: Ask(pack, rules, Facts(record, fact))))
                .Where(one => !IsInOrder(one.Said)).Select(one => Told(one.Fact, one.Said)),
        ];
        return alone.Length > 0 ? alone : [Told(RuleSet, said)];
    }

    private static Verdict Ask(Pack pack, Rules.RuleSet rules, JsonObject facts)
    {
        using var json = JsonDocument.Parse(facts.ToJsonString());
        return PackDecisions.WordOf(rules.Decide(FactSet.FromJson(json.RootElement, pack.Rules.Facts).Facts));
    }

    private static bool IsInOrder(Verdict verdict) => verdict.Word is Verdict.Yes;

    /// <summary>What the record tells the rules; with a name, that fact as it is and the others in order.</summary>
    private static JsonObject Facts(DepartmentRecord record, string? alone)
    {
        bool IsAsIs(string fact) => alone is null || string.Equals(alone, fact, StringComparison.Ordinal);
        return new()
        {
            ["task.method"] = record.Method,
            [Inspectors] = IsAsIs(Inspectors) ? record.Inspectors?.Distinct(StringComparer.Ordinal).Count() ?? 0 : Plenty,
            [ResultCategory.Fact] = record.Category.Id,
            [Shown] = !IsAsIs(Shown) || record.CredentialsShown is true,
            [Signed] = !IsAsIs(Signed) || record.Signature is { IsGiven: true },
            [Refused] = IsAsIs(Signed) && record.Signature is { Kind: "refused" },
        };
    }

    private static Refusal Told(string fact, Verdict verdict)
    {
        var (zh, en) = (string.Join("；", verdict.Reasons.Select(reason => reason.Zh)), string.Join("; ", verdict.Reasons.Select(reason => reason.En)));
        var (what, remedy) = fact switch
        {
            Inspectors => (new Bilingual("到场检查人员不足", "too few inspectors took part"), new Bilingual("实地检查须有两名以上执法人员", "on site there must be two inspectors or more")),
            Shown => (new("没有出示执法证件", "credentials were not shown"), new("出示证件后再检查，并如实记录", "show them, then inspect, and record it as it was")),
            Signed => (new("记录没有签字或者盖章", "the record is neither signed nor sealed"), new("请检查对象签字或者盖章；拒绝签字的写明原因", "have the target sign or seal it; where it refuses, write the reason down")),
            _ => (new Bilingual("现场检查不符合要求", "the on-site check is not in order"), new Bilingual("按规则更正", "put it right as the rules say")),
        };
        return new("site-check", fact, new($"{what.Zh}（{zh}）", $"{what.En} ({en})"), remedy);
    }
}
