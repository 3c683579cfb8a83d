using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>An expected deadline: a due day and the units that owe on it.</summary>
/// <param name="DueOn">The due day.</param>
/// <param name="Count">How many units, when the test counts them.</param>
/// <param name="Units">Which units, when the test names them.</param>
public sealed record ExpectedDeadline(DateOnly DueOn, int? Count, IReadOnlyList<string>? Units);

/// <summary>A test that a pack carries: what must be due in a span, all of it and nothing else.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Obligation">Id of the obligation tested; null for all.</param>
/// <param name="From">First due day of the span.</param>
/// <param name="To">Last due day of the span.</param>
/// <param name="Events">What happened.</param>
/// <param name="Then">What must be due.</param>
/// <param name="Because">Why nothing is due, when <paramref name="Then"/> is empty and the test says so.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record PackTest(
    string Name, string? Obligation, DateOnly From, DateOnly To, IReadOnlyList<PlanEvent> Events, IReadOnlyList<ExpectedDeadline> Then,
    string? Because, Place Place);
