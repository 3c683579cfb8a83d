using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>All rules of a pack.</summary>
/// <param name="Facts">The program's facts and the pack's own: the schema of every set.</param>
/// <param name="Sets">The rule sets by id.</param>
/// <param name="Added">Where each of the pack's own facts is stated.</param>
public sealed record PackRules(FactSchema Facts, IReadOnlyDictionary<string, RuleSet> Sets, IReadOnlyDictionary<string, Place> Added)
{
    /// <summary>Those of a pack that has none.</summary>
    public static PackRules None { get; } = new(ProgramFacts.Schema, new Dictionary<string, RuleSet>(StringComparer.Ordinal), new Dictionary<string, Place>(StringComparer.Ordinal));
}
