namespace DoubleRandom.Core.Draws.Matching;

/// <summary>A slot with everybody who may fill it.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Inspectors">Ids of those who may; order and repetition mean nothing.</param>
public sealed record EligibleSlot(Slot Slot, IReadOnlyCollection<string> Inspectors);
