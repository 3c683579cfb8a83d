using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Facts as they were read, and everything in the JSON that is no fact.</summary>
/// <param name="Facts">What could be read; a value that does not fit is left out, so that it counts as not known.</param>
/// <param name="Faults">What is wrong, by line; with any of them the facts should not be decided upon.</param>
public sealed record FactReading(FactSet Facts, IReadOnlyList<Diagnostic> Faults);
