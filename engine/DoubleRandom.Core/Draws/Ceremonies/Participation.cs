using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Which units take part in checking targets that were drawn without regard to industry: those that have an item for something the target's business scope names.</summary>
/// <param name="rules">The rule sets of the pack, by id.</param>
/// <param name="facts">The facts that they may be asked with.</param>
/// <param name="on">The civil day of the question.</param>
public sealed class Participation(IReadOnlyDictionary<string, RuleSet> rules, FactSchema facts, DateOnly on)
{
    /// <summary>The rule set that compares a unit's items with a target's business scope.</summary>
    public const string BusinessScope = "business-scope";

    /// <summary>The units that take part in the check of one target, in the order of their ids.</summary>
    /// <param name="target">The target.</param>
    /// <param name="items">The items by the unit that checks them.</param>
    /// <returns>Those that take part, and those of whom the rules cannot say, which a person decides.</returns>
    public (IReadOnlyList<string> Units, IReadOnlyList<string> Open) Of(Target target, ILookup<string, InspectionItem> items)
    {
        var (units, open) = (new List<string>(), new List<string>());
        foreach (var group in items.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var takesPart = Asked(target, [.. group]);
            if (takesPart is null)
                open.Add(group.Key);
            else if (takesPart == true)
                units.Add(group.Key);
        }

        return (units, open);
    }

    private bool? Asked(Target target, IReadOnlyList<InspectionItem> items)
    {
        if (!rules.TryGetValue(BusinessScope, out var set))
            return null;
        var known = new FactSetBuilder(facts);
        if (target.BusinessScope is { } scope)
            known.Set("target.businessScope", scope);
        if (target.Industry is { } industry)
            known.Set("target.industry", industry);
        var decision = set.Decide(known.Set("target.id", target.Code).Set("today", on).Set("task.items", [.. items.Select(item => item.Facts())]).Build());
        return decision.Outcome == Outcome.Undetermined ? null : decision.Outputs.FirstOrDefault(output => output.Value?.Type.Kind == FactKind.Boolean)?.Value?.AsBoolean;
    }
}
