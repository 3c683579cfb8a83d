using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Workflows;

/// <summary>Answers workflows by the rules of their pack: what was handed in at the start and with forms becomes facts, the decision becomes a word.</summary>
/// <remarks>
/// A field of a form tells the fact that it names; what a later step says of a fact replaces what an earlier one said. The lists <c>participants</c>, <c>targets</c>,
/// <c>inspectors</c> and <c>witnesses</c> are facts of the task, the item of a for-each is the target, or the unit when the pack has one of that id.
/// </remarks>
/// <param name="pack">The pack, in the version that the instance runs on.</param>
public sealed class PackDecisions(Pack pack) : IDecide
{
    private static readonly (string List, string Fact)[] Counted = [("targets", "task.targets"), ("inspectors", "task.inspectors"), ("witnesses", "task.witnesses")];

    /// <inheritdoc />
    public Verdict Decide(string ruleSet, WorkflowFacts facts) => pack.RuleSets.TryGetValue(ruleSet, out var set)
        ? WordOf(set.Decide(FactsOf(facts)))
        : Verdict.Undetermined(new Bilingual($"配置包中没有规则集“{ruleSet}”", $"the pack has no rule set \"{ruleSet}\""));

    /// <summary>Everything that is known at a step, as facts of the pack's rules.</summary>
    public FactSet FactsOf(WorkflowFacts known)
    {
        using var json = JsonDocument.Parse(Known(known).ToJsonString());
        return FactSet.FromJson(json.RootElement, pack.Rules.Facts).Facts;
    }

    /// <inheritdoc />
    public string Handover(WorkflowFacts facts) => Known(facts).ToJsonString();

    private JsonObject Known(WorkflowFacts known)
    {
        var facts = new JsonObject();
        if (known.Content("") is { } start)
            Take(facts, Parse(start), "");
        foreach (var step in pack.Workflows.GetValueOrDefault(known.Workflow)?.Steps ?? [])
            if (step.Form is { } id && pack.Forms.TryGetValue(id, out var form) && known.Content(step.Id) is { } content)
                Fill(facts, form.Fields, Parse(content));
        Surroundings(facts, known);
        return facts;
    }

    /// <summary>The word in which a decision answers, with its reasons.</summary>
    internal static Verdict WordOf(Decision decision)
    {
        Bilingual[] reasons = [.. decision.Reasons.Where(reason => reason.Outcome != Outcome.False).Select(reason => Words(decision, reason))];
        if (decision.Outcome == Outcome.Undetermined)
            return Verdict.Undetermined([.. reasons, .. decision.Why is { } why ? [why.Text] : Array.Empty<Bilingual>()]);
        if (decision.RuleSet.Answer is { } answer)
            return decision[answer] is { } said ? Verdict.Of(said.ToString(), reasons) : Verdict.Undetermined([.. reasons, Wordless(decision, answer)]);
        if (decision.Outputs.FirstOrDefault(output => output.Value?.Type.Kind is FactKind.Text or FactKind.Choice) is { } word)
            return Verdict.Of(word.Value!.Value.ToString(), reasons);
        var isTrue = decision.Outputs.FirstOrDefault(output => output.Value?.Type.Kind == FactKind.Boolean)?.Value?.AsBoolean ?? decision.Outcome == Outcome.True;
        return Verdict.Of(isTrue, reasons);
    }

    /// <summary>Why a table that answers in words gave none.</summary>
    private static Bilingual Wordless(Decision decision, string answer) =>
        decision.Outcome == Outcome.False ? new($"规则集“{decision.RuleSet.Id}”没有一行适用", $"no row of the rule set \"{decision.RuleSet.Id}\" fits")
        : decision.Outputs.FirstOrDefault(output => string.Equals(output.Id, answer, StringComparison.Ordinal))?.Why?.Text
            ?? new($"规则集“{decision.RuleSet.Id}”适用的行没有给出“{answer}”", $"the row of the rule set \"{decision.RuleSet.Id}\" that fits does not say \"{answer}\"");

    private static Bilingual Words(Decision decision, Reason reason)
    {
        var seen = string.Join(", ", reason.Seen(decision.Facts).Select(one => $"{one.Fact.Path} = {one.Value?.ToString() ?? "?"}"));
        var seenZh = string.Join("，", reason.Seen(decision.Facts).Select(one => $"{one.Fact.Zh} = {one.Value?.ToString() ?? "？"}"));
        return new($"{decision.RuleSet.Name.Zh}：{reason.Rule.Id}（{seenZh}）{reason.Why?.Text.Zh}", $"{decision.RuleSet.Name.En}: {reason.Rule.Id} ({seen}) {reason.Why?.Text.En}".TrimEnd());
    }

    /// <summary>Facts handed over in groups or by whole names, in either language.</summary>
    private void Take(JsonObject facts, JsonObject? given, string group)
    {
        foreach (var (key, value) in given ?? [])
            if (pack.Rules.Facts.Find(group + key) is { } fact)
                facts[fact.Path] = value?.DeepClone();
            else if (value is JsonObject inner && pack.Rules.Facts.HasGroup(group + key))
                Take(facts, inner, group + key + ".");
    }

    private static void Fill(JsonObject facts, IEnumerable<FormField> fields, JsonObject? content)
    {
        foreach (var field in fields)
            if (field.Fact is { } fact && content?[field.Id] is { } value)
                facts[fact] = value is JsonArray records ? new JsonArray([.. records.Select(record => Record(field, record))]) : value.DeepClone();
    }

    private static JsonNode? Record(FormField list, JsonNode? record)
    {
        if (record is not JsonObject content)
            return record?.DeepClone();
        var facts = new JsonObject();
        Fill(facts, list.Fields, content);
        return facts;
    }

    private void Surroundings(JsonObject facts, WorkflowFacts known)
    {
        facts["today"] = known.Today.Iso();
        if (known.Lists.TryGetValue("participants", out var participants))
            facts["task.participants"] = new JsonArray([.. participants.Select(unit => JsonValue.Create(unit))]);
        foreach (var (list, fact) in Counted)
            if (known.Lists.TryGetValue(list, out var items))
                facts[fact] = items.Count;
        foreach (var item in known.Items)
            facts[pack.Unit(item) is null ? "target.id" : "unit.id"] = item;
    }

    /// <summary>What was handed in was held against its form then; what is no object tells nothing.</summary>
    private static JsonObject? Parse(string content)
    {
        try
        {
            // A key written twice would only be found when it is asked for, and then by an exception.
            return JsonNode.Parse(content, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
