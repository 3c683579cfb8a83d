namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>What a slot asks of its inspector.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Department">Code of the department that sends somebody; null for any.</param>
/// <param name="Tags">Codes of all that is needed: expert, vehicle, language.</param>
/// <param name="Area">Code of the target's area; null when it does not matter.</param>
/// <param name="Days">The days of the check; null only if no inspector has a validity or an absence.</param>
public sealed record SlotDemand(Slot Slot, string? Department, IReadOnlyList<string> Tags, string? Area, DaySpan? Days);
