namespace DoubleRandom.Core.Draws.Matching;

/// <summary>What came of putting a problem together.</summary>
/// <param name="Problem">The problem; null when anything was wrong.</param>
/// <param name="Faults">All that was wrong, with the slot or inspector it concerns.</param>
public sealed record MatchReading(MatchProblem? Problem, IReadOnlyList<Refusal> Faults);
