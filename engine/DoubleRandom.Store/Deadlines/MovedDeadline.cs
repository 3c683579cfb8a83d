namespace DoubleRandom.Store.Deadlines;

/// <summary>An open deadline whose day changed, so that what was told of it is wrong now.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Period">Its period.</param>
/// <param name="OldDueOn">The day that was told.</param>
/// <param name="DueOn">The day that holds now; null when it was withdrawn.</param>
/// <param name="Revision">How often it has changed; part of the correction's key.</param>
public sealed record MovedDeadline(string Obligation, string Unit, string Period, DateOnly OldDueOn, DateOnly? DueOn, int Revision);
