using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>A decision point of a pack: a decision table, or rules in the JSON shape of RulesEngine. Immutable; safe for any number of threads.</summary>
public sealed class RuleSet
{
    internal RuleSet(IRuleShape shape) => Shape = shape;

    /// <summary>Its id within the pack.</summary>
    public required string Id { get; init; }

    /// <summary>What it decides.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What all its rows or rules rest on unless they say otherwise.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }

    /// <summary>The facts that it may be given.</summary>
    public required FactSchema Schema { get; init; }

    /// <summary>The tests that stand beside it.</summary>
    public required IReadOnlyList<RuleTest> Tests { get; init; }

    /// <summary>Its rows or rules, in the order in which they are looked at.</summary>
    public IReadOnlyList<Rule> Rules => Shape.Rules;

    /// <summary>The words in which it can answer a workflow: the words of its first output of that sort, else yes and no. None when any word may come.</summary>
    public IReadOnlyList<string> Words => Shape.Words;

    /// <summary>Whether it is a decision table.</summary>
    public bool IsTable => Shape is Tables.DecisionTable;

    /// <summary>Of a table that answers in words, the output that does: its first one of texts or choices. Null for everything that answers with yes and no, or with whatever its rules yield.</summary>
    public string? Answer => Shape.Answer;

    internal IRuleShape Shape { get; }

    /// <summary>Decides. Never fails for what the facts are: what cannot be told is an undetermined outcome.</summary>
    /// <param name="facts">What is known, by this set's <see cref="Schema"/>.</param>
    /// <exception cref="ArgumentException">The facts are of another schema: a program error.</exception>
    public Decision Decide(FactSet facts)
    {
        if (!ReferenceEquals(facts.Schema, Schema))
            throw new ArgumentException($"The facts are of another schema than the rule set '{Id}'.", nameof(facts));
        return Shape.Decide(this, facts);
    }
}

/// <summary>The way in which a rule set is written.</summary>
internal interface IRuleShape
{
    IReadOnlyList<Rule> Rules { get; }

    /// <summary>The facts that some row or rule looks at.</summary>
    IEnumerable<Fact> Facts { get; }

    /// <summary>The words in which it can answer a workflow; none when any word may come.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>The output whose value is the answer; null when there is no such output.</summary>
    string? Answer { get; }

    Decision Decide(RuleSet set, FactSet facts);
}
