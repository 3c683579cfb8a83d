using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>Rules in the shape of RulesEngine's JSON. Every enabled rule is asked; those that hold are collected.</summary>
internal sealed class RuleTree(string workflowName, IReadOnlyList<TreeRule> rules) : IRuleShape
{
    public string WorkflowName => workflowName;

    public IReadOnlyList<TreeRule> Tree => rules;

    public IReadOnlyList<Rule> Rules => rules;

    public IReadOnlyList<string> Words => _acts ? [] : Verdict.Both;

    public string? Answer => null;

    public IEnumerable<Fact> Facts => rules.SelectMany(rule => rule.Facts.Concat(OfActions(rule)));

    private readonly bool _acts = rules.Any(rule => rule.OnSuccess is not null || rule.OnFailure is not null);

    public Decision Decide(RuleSet set, FactSet facts)
    {
        var reasons = new Reason[rules.Count];
        var (any, why) = (false, (Undetermined?)null);
        for (var at = 0; at < reasons.Length; at++)
        {
            var outcome = rules[at].Test(facts, out var lost);
            reasons[at] = new(rules[at], outcome, lost);
            any |= outcome == Outcome.True;
            why ??= lost;
        }

        var whole = why is not null ? Outcome.Undetermined : any ? Outcome.True : Outcome.False;
        if (!_acts)
            return new(set, facts, whole, reasons, [], why);
        var followed = new Followed([.. reasons], []);
        foreach (var reason in reasons)
            followed.Act(reason, facts);
        return new(set, facts, whole, [.. followed.Reasons], followed.Outputs, why);
    }

    private static IEnumerable<Fact> OfActions(TreeRule rule) =>
        new[] { rule.OnSuccess, rule.OnFailure }.SelectMany(action => action?.Output?.Facts ?? []);

    /// <summary>What the actions of rules lead to: values, and further rules. The chain of rules has no circle; that was checked when the pack was read.</summary>
    private sealed record Followed(List<Reason> Reasons, List<DecisionOutput> Outputs)
    {
        public void Act(Reason reason, FactSet facts)
        {
            var rule = (TreeRule)reason.Rule;
            var action = reason.Outcome switch { Outcome.True => rule.OnSuccess, Outcome.False => rule.OnFailure, _ => null };
            if (action?.Output is { } output)
            {
                var value = output.Evaluate(facts, out var why);
                Outputs.Add(new(rule.Id, value, why, rule));
            }

            if (action?.Next is not { } next)
                return;
            var outcome = next.Test(facts, out var lost);
            var further = new Reason(next, outcome, lost);
            Reasons.Add(further);
            Act(further, facts);
        }
    }
}
