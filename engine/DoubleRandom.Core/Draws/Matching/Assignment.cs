namespace DoubleRandom.Core.Draws.Matching;

/// <summary>A slot, who fills it, and the numbers that prove it.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Inspector">Id of the inspector.</param>
/// <param name="EdgeHash">First 48 bits of SHA-256(K | 02 | BE16(slot) | target | 1F | inspector).</param>
/// <param name="Potential">What the slot is worth: no inspector who may fill it would cost less. See <see cref="AssignmentProof"/>.</param>
public sealed record AssignedSlot(Slot Slot, string Inspector, long EdgeHash, Int128 Potential);

/// <summary>What an inspector carries after the draw.</summary>
/// <param name="Inspector">Id of the inspector.</param>
/// <param name="Earlier">Slots filled before.</param>
/// <param name="New">Slots of this draw.</param>
/// <param name="Potential">The price of one more slot for this inspector. See <see cref="AssignmentProof"/>.</param>
public sealed record InspectorLoad(string Inspector, int Earlier, int New, Int128 Potential);

/// <summary>What was minimised: the first number, and among its minima the second.</summary>
/// <param name="SumOfSquares">Sum over all inspectors of (earlier + new load)².</param>
/// <param name="SumOfHashes">Sum of the edge hashes.</param>
public sealed record AssignmentObjective(Int128 SumOfSquares, Int128 SumOfHashes);

/// <summary>Every slot with its inspector, and all that is needed to see that it could not be better.</summary>
/// <param name="Slots">Ordered by target and number.</param>
/// <param name="Loads">Ordered by id; all inspectors, also those without a slot.</param>
/// <param name="Objective">What it costs.</param>
public sealed record Assignment(IReadOnlyList<AssignedSlot> Slots, IReadOnlyList<InspectorLoad> Loads, AssignmentObjective Objective);

/// <summary>An assignment, or why there is none.</summary>
/// <param name="Assignment">The optimum; null when no valid assignment exists.</param>
/// <param name="Bottlenecks">Empty when there is one; otherwise each independent reason, none hiding another.</param>
public sealed record AssignmentOutcome(Assignment? Assignment, IReadOnlyList<Bottleneck> Bottlenecks);
