using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>What a rule does when it has held or failed.</summary>
/// <param name="Output">The value it yields.</param>
/// <param name="Workflow">The WorkflowName or id of the set with the rule to go on with.</param>
/// <param name="Rule">The name of the rule to go on with.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TreeAction(RuleExpression? Output, string? Workflow, string? Rule, Packs.Place Place)
{
    /// <summary>The rule to go on with, found when all sets of the pack are known.</summary>
    public TreeRule? Next { get; set; }
}

/// <summary>One rule of a workflow: an expression, or an operator over rules.</summary>
internal sealed class TreeRule : Rule
{
    /// <summary>The question; null for a rule that is made of others.</summary>
    public RuleExpression? Expression { get; init; }

    /// <summary>Whether all rules inside must hold; otherwise one is enough.</summary>
    public bool IsAnd { get; init; }

    public IReadOnlyList<TreeRule> Parts { get; init; } = [];

    public string? SuccessEvent { get; init; }

    public Message? ErrorMessage { get; init; }

    public TreeAction? OnSuccess { get; init; }

    public TreeAction? OnFailure { get; init; }

    public override IReadOnlyList<Fact> Facts => field ??= [.. (Expression?.Facts ?? []).Concat(Parts.SelectMany(rule => rule.Facts)).Distinct()];

    public override string? Event => SuccessEvent;

    public override string? Message(FactSet facts) => ErrorMessage?.In(facts);

    public override IReadOnlyList<Reason> Inside(FactSet facts) => [.. Parts.Select(part => new Reason(part, part.Test(facts, out var why), why))];

    /// <summary>Whether it holds. What cannot be told counts only when the other rules do not settle it.</summary>
    public Outcome Test(FactSet facts, out Undetermined? why)
    {
        if (Expression is not null)
            return Expression.Ask(facts, out why);
        why = null;
        var settles = IsAnd ? Outcome.False : Outcome.True;
        foreach (var rule in Parts)
        {
            var outcome = rule.Test(facts, out var lost);
            if (outcome == settles)
            {
                why = null;
                return settles;
            }

            why ??= lost;
        }

        return why is not null ? Outcome.Undetermined : IsAnd ? Outcome.True : Outcome.False;
    }
}
