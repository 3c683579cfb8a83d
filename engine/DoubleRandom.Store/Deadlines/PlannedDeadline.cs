using DoubleRandom.Core.Planning;

namespace DoubleRandom.Store.Deadlines;

/// <summary>A planned deadline in the shape of the table: dates of its zone turned into instants.</summary>
/// <param name="Deadline">What was planned.</param>
/// <param name="DueAt">The instant at which the due day closes (UTC).</param>
/// <param name="RungAt">The instants of the ladder's rungs (UTC), in order.</param>
/// <param name="Digest">Of everything planned.</param>
public sealed record PlannedDeadline(Deadline Deadline, DateTimeOffset DueAt, IReadOnlyList<DateTimeOffset> RungAt, long Digest)
{
    /// <summary>Its key.</summary>
    public DeadlineKey Key => Deadline.Key;

    /// <summary>Number of the workflow instance whose step it is for; null for an obligation.</summary>
    public long? Instance { get; init; }

    /// <summary>The status with which it enters the table.</summary>
    public string Status => Deadline switch
    {
        { MetOn: { } on } when on <= Deadline.DueOn => "met",
        { IsHistory: true } => "history",
        { MetOn: not null } => "met-late",
        _ => "open",
    };

    /// <summary>
    /// The rung to begin with: those before <paramref name="now"/> lay in the past when the deadline was made and are nobody's failure; but of a deadline
    /// that is due already the last one is still sent, so that a breach does not begin in silence.
    /// </summary>
    public short FirstRung(DateTimeOffset now)
    {
        var future = 0;
        while (future < RungAt.Count && RungAt[future] < now)
            future++;
        return (short)(future > 0 && DueAt <= now ? future - 1 : future);
    }

    /// <summary>The event that started it, as the table has it.</summary>
    public string Trigger => Deadline.Occurrence.Trigger is { } trigger ? $"{trigger.Event}@{trigger.On:yyyy-MM-dd}" : "";
}
