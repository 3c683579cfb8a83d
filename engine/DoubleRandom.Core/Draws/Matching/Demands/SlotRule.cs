namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>What the rules of a draw ask of one or more slots of every target.</summary>
/// <param name="Department">Code of the department that sends somebody; null for any.</param>
/// <param name="Tags">Codes of all that is needed: expert, vehicle, language.</param>
/// <param name="Area">Code of the area for which the inspector must be free; null when it does not matter.</param>
/// <param name="Count">How many slots of each target ask this; 1 or more.</param>
public sealed record SlotRule(string? Department, IReadOnlyList<string> Tags, string? Area, int Count);
