using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>What to plan.</summary>
/// <param name="Pack">The procedure.</param>
/// <param name="From">First due day.</param>
/// <param name="To">Last due day.</param>
/// <param name="Events">What happened, in any order.</param>
/// <param name="FirstPublishedOn">The day on which the pack was first published, before which everything is history; null for none.</param>
public sealed record PlanRequest(Pack Pack, DateOnly From, DateOnly To, IReadOnlyCollection<PlanEvent> Events, DateOnly? FirstPublishedOn = null);

/// <summary>The deadlines of a span, and what is missing from them.</summary>
/// <param name="Deadlines">Due within the span, made as they are read; by obligation, day, and unit in the order of the pack.</param>
/// <param name="NotPlanned">What was not planned, and why.</param>
public sealed record Plan(IEnumerable<Deadline> Deadlines, IReadOnlyList<NotPlanned> NotPlanned);
