using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs;

/// <summary>What became of one calendar of a library.</summary>
/// <param name="Calendar">The calendar; null when it cannot be used.</param>
/// <param name="Diagnostics">Every fault found in the calendar files; an unknown id is one.</param>
public sealed record CompiledCalendar(WorkingCalendar? Calendar, IReadOnlyList<Diagnostic> Diagnostics);
