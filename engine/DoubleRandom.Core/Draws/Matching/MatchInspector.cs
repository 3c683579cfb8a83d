namespace DoubleRandom.Core.Draws.Matching;

/// <summary>An inspector as the optimum sees one: how much she may take on, and what she did before.</summary>
/// <param name="Id">1 to 64 of <c>0-9 A-Z -</c>; usually a pseudonym.</param>
/// <param name="Capacity">The most slots of this draw that she may fill; 0 keeps her out.</param>
/// <param name="EarlierLoad">Slots that she filled before this draw in the period over which load is levelled.</param>
public sealed record MatchInspector(string Id, int Capacity, int EarlierLoad);
