using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Tables;

namespace DoubleRandom.Core.Rules;

/// <summary>What can only be judged when all rules of a pack are known.</summary>
internal static class RuleChecks
{
    public static IEnumerable<Diagnostic> Of(PackRules rules)
    {
        var used = rules.Sets.Values.SelectMany(set => set.Shape.Facts).Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (fact, place) in rules.Added.Where(added => !used.Contains(added.Key)))
            yield return RuleFaults.UnusedFact(place, fact);
        foreach (var set in rules.Sets.Values)
            if (set.Shape is DecisionTable { IsSound: true } table)
                foreach (var fault in new TableAnalysis(set, table).Faults())
                    yield return fault;
    }
}
