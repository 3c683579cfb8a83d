namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>When an inspector may be sent. Who has no entry may be sent on any day.</summary>
/// <param name="Inspector">Id of the inspector.</param>
/// <param name="ValidToOn">The last day of the credential's validity; null when it does not end.</param>
/// <param name="Absences">Days on which the inspector is away.</param>
public sealed record InspectorDays(string Inspector, DateOnly? ValidToOn, IReadOnlyList<DaySpan> Absences);
