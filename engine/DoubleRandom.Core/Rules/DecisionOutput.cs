using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>One thing that a decision yields.</summary>
/// <param name="Id">The output's id; for a workflow the name of the rule.</param>
/// <param name="Value">The value; null when it could not be worked out.</param>
/// <param name="Why">Why there is no value.</param>
/// <param name="Rule">The row or rule that yields it.</param>
public sealed record DecisionOutput(string Id, FactValue? Value, Undetermined? Why, Rule Rule);
