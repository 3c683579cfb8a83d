using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules;

/// <summary>Runs the tests that stand beside a pack's rules.</summary>
public static class RuleTests
{
    /// <summary>A fault for each test that fails and for each rule set without any.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="isRequired">Whether a rule set without a test is an error rather than a warning.</param>
    public static IEnumerable<Diagnostic> Run(PackRules rules, bool isRequired = false)
    {
        foreach (var set in rules.Sets.Values)
        {
            if (set.Tests.Count == 0)
                yield return RuleFaults.NoTest(set.Place, set.Id) with { Severity = isRequired ? Severity.Error : Severity.Warning };
            foreach (var test in set.Tests)
                if (Difference(set.Decide(test.Given), test, rules.Facts) is { } difference)
                    yield return RuleFaults.TestFailed(test.Place, test.Name, difference);
        }
    }

    private static Bilingual? Difference(Decision decision, RuleTest test, Facts.FactSchema facts)
    {
        if (test.Outcome is { } outcome && outcome != decision.Outcome)
            return new($"应为 {Word(outcome)}，实际 {Word(decision.Outcome)}{Why(decision).Zh}", $"expected {Word(outcome)}, decided {Word(decision.Outcome)}{Why(decision).En}");
        return Outputs(decision, test) ?? Fired(decision, test) ?? Missing(decision, test, facts);
    }

    private static Bilingual? Outputs(Decision decision, RuleTest test)
    {
        foreach (var (id, wanted) in test.Outputs)
        {
            var found = string.Join(", ", decision.Outputs.Where(output => string.Equals(output.Id, id, StringComparison.Ordinal)).Select(output => output.Value?.ToString() ?? "?"));
            if (!string.Equals(found, wanted, StringComparison.Ordinal) && !string.Equals($"[{found}]", wanted, StringComparison.Ordinal))
                return new($"输出“{id}”应为 {wanted}，实际 {Shown(found)}", $"the output \"{id}\" should be {wanted}, it is {Shown(found)}");
        }

        return null;
    }

    private static Bilingual? Fired(Decision decision, RuleTest test)
    {
        if (test.Fired is not { } wanted)
            return null;
        var found = decision.Reasons.Where(reason => reason.Outcome == Outcome.True).Select(reason => reason.Rule.Id).Order(StringComparer.Ordinal).ToArray();
        if (found.SequenceEqual(wanted.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return null;
        var (want, have) = (Shown(string.Join(", ", wanted)), Shown(string.Join(", ", found)));
        return new($"应适用 {want}，实际 {have}", $"{want} should hold, {have} does");
    }

    private static Bilingual? Missing(Decision decision, RuleTest test, Facts.FactSchema facts)
    {
        if (test.Missing is not { } name)
            return null;
        var wanted = facts.Find(name)?.Path ?? name;
        return decision.Reasons.Select(reason => reason.Why).Append(decision.Why).Any(why => why is { Code: "missing" } && string.Equals(why.Subject, wanted, StringComparison.Ordinal))
            ? null
            : new($"应指出缺少“{name}”{Why(decision).Zh}", $"\"{name}\" should be named as missing{Why(decision).En}");
    }

    private static Bilingual Why(Decision decision) =>
        decision.Why is { } why ? new($"（{why.Text.Zh}）", $" ({why.Text.En})") : new("", "");

    private static string Word(Outcome outcome) => outcome switch { Outcome.True => "true", Outcome.False => "false", _ => "undetermined" };

    private static string Shown(string text) => text.Length > 0 ? text : "–";
}
