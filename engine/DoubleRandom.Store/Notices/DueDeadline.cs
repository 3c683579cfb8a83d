namespace DoubleRandom.Store.Notices;

/// <summary>A deadline whose next rung has come, claimed by this transaction and moved on to the rung after.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit that owes.</param>
/// <param name="Period">The period.</param>
/// <param name="DueOn">The due day.</param>
/// <param name="Counted">Of a quota: how many happened.</param>
/// <param name="Required">Of a quota: how many are needed.</param>
/// <param name="Provisional">Whether the day rests on a year without holiday notice.</param>
/// <param name="RungIds">Ids of the rungs whose time has come, in order.</param>
/// <param name="RungAt">Their instants (UTC).</param>
public sealed record DueDeadline(
    string Jurisdiction, string Obligation, string Unit, string Period, DateOnly DueOn, int? Counted, int? Required, bool Provisional, string[] RungIds, DateTime[] RungAt);
