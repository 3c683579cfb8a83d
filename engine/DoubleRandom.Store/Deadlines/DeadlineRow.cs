using DoubleRandom.Core.Planning;

namespace DoubleRandom.Store.Deadlines;

/// <summary>A deadline as the table has it.</summary>
public sealed record DeadlineRow
{
    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Id of the unit that owes.</summary>
    public required string Unit { get; init; }

    /// <summary>Which of the obligation's deadlines.</summary>
    public required string Period { get; init; }

    /// <summary>First day on which it can be done.</summary>
    public DateOnly OpensOn { get; init; }

    /// <summary>The day that law and calendar give.</summary>
    public DateOnly PlannedOn { get; init; }

    /// <summary>The day that holds: as planned, or extended.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The instant at which that day closes (UTC).</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary><c>must</c> or <c>should</c>.</summary>
    public required string Strength { get; init; }

    /// <summary>Whether the day rests on a year whose holiday notice has not come.</summary>
    public bool Provisional { get; init; }

    /// <summary>The event that started it, <c>event@date</c>; empty for dates of the calendar.</summary>
    public required string Trigger { get; init; }

    /// <summary>Of a quota: how many happened.</summary>
    public int? Counted { get; init; }

    /// <summary>Of a quota: how many are needed.</summary>
    public int? Required { get; init; }

    /// <summary>Ids of the ladder's rungs, in order.</summary>
    public required string[] RungIds { get; init; }

    /// <summary>Instants of the rungs (UTC).</summary>
    public required DateTime[] RungAt { get; init; }

    /// <summary>The first rung that counted when the deadline was made.</summary>
    public short FirstRung { get; init; }

    /// <summary>The rung that comes next.</summary>
    public short NextRung { get; init; }

    /// <summary>When it falls; null when none does.</summary>
    public DateTimeOffset? NextRungAt { get; init; }

    /// <summary><c>open</c>, <c>met</c>, <c>met-late</c>, <c>waived</c>, <c>withdrawn</c> or <c>history</c>.</summary>
    public required string Status { get; init; }

    /// <summary>When it was settled (UTC).</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The day to which it was extended.</summary>
    public DateOnly? ExtendedOn { get; init; }

    /// <summary>Why it was waived or extended.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it has moved or been withdrawn.</summary>
    public int Revision { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it last moved, was withdrawn, settled or extended (UTC); null when it never did.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When what now waits for the receiver was handed in (UTC); null when nothing waits.</summary>
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Number of the workflow instance whose step it is for; null for an obligation.</summary>
    public long? Instance { get; init; }

    /// <summary>Its key.</summary>
    public DeadlineKey Key => new(Jurisdiction, Obligation, Unit, Period);

    /// <summary>Whether it is late: open, binding, closed by the clock, and not handed in before that.</summary>
    public bool IsOverdue(DateTimeOffset now) => Status is "open" && Strength is "must" && DueAt <= now && !(HandedInAt <= DueAt);
}
