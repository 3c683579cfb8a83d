using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>What came of one row or rule, as part of a decision.</summary>
/// <param name="Rule">The row or rule.</param>
/// <param name="Outcome">Whether it held.</param>
/// <param name="Why">What was missing or failed; null unless the outcome is undetermined.</param>
public readonly record struct Reason(Rule Rule, Outcome Outcome, Undetermined? Why)
{
    /// <summary>The facts that the rule looked at, with the values seen; null for those that were not known.</summary>
    public IEnumerable<(Fact Fact, FactValue? Value)> Seen(FactSet facts)
    {
        foreach (var fact in Rule.Facts)
            yield return (fact, facts[fact]);
    }
}
