using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>Ties each EvaluateRule to the rule that it names, in its own set or another, and refuses circles.</summary>
internal static class TreeLinks
{
    public static void Tie(IEnumerable<(string Id, RuleTree Tree)> trees, ICollection<Diagnostic> faults)
    {
        var all = trees.ToArray();
        var rules = all.SelectMany(set => set.Tree.Tree.SelectMany(rule => new[] { (Key: $"{set.Tree.WorkflowName}/{rule.Id}", rule), (Key: $"{set.Id}/{rule.Id}", rule) }))
            .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => entry.rule, StringComparer.Ordinal);
        foreach (var action in all.SelectMany(set => set.Tree.Tree).SelectMany(Actions).Where(action => action.Rule is { Length: > 0 }))
        {
            action.Next = rules.GetValueOrDefault($"{action.Workflow}/{action.Rule}");
            if (action.Next is null)
                faults.Add(TreeFaults.NoSuchRule(action.Place, $"{action.Workflow}/{action.Rule}", rules.Keys));
        }

        foreach (var rule in all.SelectMany(set => set.Tree.Tree))
            Follow(rule, [], faults);
    }

    private static IEnumerable<TreeAction> Actions(TreeRule rule) => new[] { rule.OnSuccess, rule.OnFailure }.OfType<TreeAction>();

    private static void Follow(TreeRule rule, IReadOnlyList<TreeRule> path, ICollection<Diagnostic> faults)
    {
        foreach (var action in Actions(rule))
        {
            if (action.Next is not { } next)
                continue;
            if (next == rule || path.Contains(next))
            {
                faults.Add(TreeFaults.Circle(action.Place, string.Join(" → ", path.Append(rule).Append(next).Select(one => one.Id))));
                action.Next = null;
            }
            else
            {
                Follow(next, [.. path, rule], faults);
            }
        }
    }
}
