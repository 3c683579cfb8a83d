namespace DoubleRandom.Core.Draws.Records;

/// <summary>When the steps of a draw happened; null for one that was not noted or has not come.</summary>
/// <param name="FrozenAt">When frame, rules and the pepper's commitment were published.</param>
/// <param name="DrawnAt">When the witnesses had given their values.</param>
/// <param name="PublishedAt">When the record was published.</param>
public sealed record DrawTimes(DateTimeOffset? FrozenAt, DateTimeOffset? DrawnAt, DateTimeOffset? PublishedAt);

/// <summary>The program that made a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The hash of its source; <c>-</c> when not known.</param>
public sealed record DrawSoftware(string Name, string Version, string Source);

/// <summary>A draw that was begun and given up. Its number stays taken.</summary>
/// <param name="Draw">Its number.</param>
/// <param name="Reason">Why.</param>
public sealed record AbandonedDraw(string Draw, string Reason);

/// <summary>A substitute that took the place of a target.</summary>
/// <param name="Id">The substitute: the first of the stratum that was not used yet.</param>
/// <param name="Instead">The target that was drawn, or a substitute that had been used.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record SubstituteUse(string Id, string Instead, string Reason, DateTimeOffset At);
