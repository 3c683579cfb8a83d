using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>A test that stands beside a rule set: on these facts, this decision.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Given">The facts.</param>
/// <param name="Outcome">The outcome it must have; null when the test does not say.</param>
/// <param name="Outputs">The values it must yield, as JSON writes them, by output.</param>
/// <param name="Fired">The rows or rules that must hold, all of them; null when the test does not say.</param>
/// <param name="Missing">The fact that must be named as missing; null when the test does not say.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record RuleTest(
    string Name, FactSet Given, Outcome? Outcome, IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<string>? Fired, string? Missing, Place Place);
