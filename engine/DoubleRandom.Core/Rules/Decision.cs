using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>What a rule set decided on some facts, with everything that led to it.</summary>
public sealed class Decision
{
    internal Decision(RuleSet ruleSet, FactSet facts, Outcome outcome, Reason[] reasons, IReadOnlyList<DecisionOutput> outputs, Undetermined? why) =>
        (RuleSet, Facts, Outcome, Reasons, Outputs, Why) = (ruleSet, facts, outcome, reasons, outputs, why);

    /// <summary>The rule set that decided.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The facts decided upon.</summary>
    public FactSet Facts { get; }

    /// <summary>True when some row or rule held; false when none did; undetermined when one that matters could not be told.</summary>
    public Outcome Outcome { get; }

    /// <summary>Of a table, the rows that fitted and those that could not be told; of a workflow, every enabled rule in its order.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>What the rows or rules that held yield, in their order. With an undetermined outcome there may be more.</summary>
    public IReadOnlyList<DecisionOutput> Outputs { get; }

    /// <summary>Why the outcome is undetermined; otherwise null.</summary>
    public Undetermined? Why { get; }

    /// <summary>The first value of an output; null when there is none.</summary>
    public FactValue? this[string output]
    {
        get
        {
            foreach (var one in Outputs)
                if (string.Equals(one.Id, output, StringComparison.Ordinal))
                    return one.Value;
            return null;
        }
    }
}
