using System.Text.Json.Nodes;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Rules of a case: a word, null for undetermined, { "of": step, "field": name } for what was handed in, or { "list": name, "atLeast": number } for how many items a list has.</summary>
internal sealed class CaseRules(JsonObject? rules) : IDecide
{
    public Verdict Decide(string ruleSet, WorkflowFacts facts)
    {
        if (rules is null || !rules.TryGetPropertyValue(ruleSet, out var rule))
            return Verdict.Undetermined(new Bilingual($"没有规则集“{ruleSet}”", $"there is no rule set \"{ruleSet}\""));
        if (rule is JsonObject counts && counts["list"] is { } list)
            return facts.Lists.GetValueOrDefault((string)list!) is { } items ? Verdict.Of(items.Count >= (int)counts["atLeast"]!) : Verdict.Undetermined(new Bilingual("没有这个名单", "there is no such list"));
        if (rule is JsonObject reads)
            rule = facts.Content((string)reads["of"]!) is { } content ? JsonNode.Parse(content)![(string)reads["field"]!]?.DeepClone() : null;
        return (string?)rule is { } word
            ? Verdict.Of(word, new Bilingual("按表", "by the table"))
            : Verdict.Undetermined(new Bilingual("缺少事实", "a fact is missing"));
    }
}
