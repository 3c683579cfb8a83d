using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>A rung of a ladder on its day.</summary>
/// <param name="Rung">The rung.</param>
/// <param name="On">A working day, except where no working day lies between the event and the due day.</param>
/// <param name="At">Time of day in the jurisdiction's zone.</param>
public sealed record RungDate(Rung Rung, DateOnly On, TimeOnly At)
{
    /// <summary>Its id among the rungs of the deadline: the rung's own, with the day where one rung falls on several (<c>behind.2026-04-01</c>).</summary>
    public string Id => Rung.IdOn(On);
}

/// <summary>One thing that one unit owes by one day (时限).</summary>
public sealed class Deadline
{
    /// <summary>What it is.</summary>
    public required DeadlineKey Key { get; init; }

    /// <summary>The duty of which it is an instance.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>Who owes.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Its dates and where they come from.</summary>
    public required Occurrence Occurrence { get; init; }

    /// <summary>Its reminders and escalations, by day.</summary>
    public required IReadOnlyList<RungDate> Ladder { get; init; }

    /// <summary>How far a quota has come; null for everything else.</summary>
    public QuotaProgress? Progress { get; init; }

    /// <summary>The day on which an event met it; null while none did, or when it is met by a submission.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>Whether it was past already when the pack was first published: shown as history, never as overdue.</summary>
    public bool IsHistory { get; init; }

    /// <summary>The day that the law and the calendar say: the due day, unless somebody granted a later one.</summary>
    public DateOnly PlannedOn { get => field == default ? DueOn : field; init; }

    /// <summary>First day on which it can be done.</summary>
    public DateOnly OpensOn => Occurrence.OpensOn;

    /// <summary>The day on which it is due.</summary>
    public DateOnly DueOn => Occurrence.DueOn;

    /// <summary>When the due day closes: <c>24:00</c>, <c>office-hours</c> or <c>HH:mm</c>.</summary>
    public string ClosesAt => Obligation.Readings.ClosesAt;
}
