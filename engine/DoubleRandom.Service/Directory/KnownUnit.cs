namespace DoubleRandom.Service.Directory;

/// <summary>A unit of the jurisdiction, as the pack names it.</summary>
/// <param name="Id">The unit's id in the pack.</param>
/// <param name="Names">Every name by which a file may call it: full and short, Chinese and English.</param>
public sealed record KnownUnit(string Id, IReadOnlyList<string> Names);
