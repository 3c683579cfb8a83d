namespace DoubleRandom.Core.Planning;

/// <summary>Why an obligation has no deadline where one might look for it.</summary>
public enum NotPlannedReason
{
    /// <summary>Its document is no longer in force.</summary>
    Lapsed,

    /// <summary>Its document is not in force yet.</summary>
    NotYetInForce,

    /// <summary>The event that starts it has not happened.</summary>
    WaitingForEvent,

    /// <summary>A later event started the period again.</summary>
    Restarted,

    /// <summary>The years asked for, or those that a period leads to, have no working calendar.</summary>
    BeyondCalendar,

    /// <summary>The event names no unit, or one that does not owe.</summary>
    NobodyOwes,
}

/// <summary>What the planner did not plan, and why.</summary>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">The day from which or until which it is so, or the event's day; null when there is none.</param>
/// <param name="Detail">The document, the events or the unit concerned.</param>
/// <param name="Text">The sentence for a person.</param>
public sealed record NotPlanned(string Obligation, NotPlannedReason Reason, DateOnly? On, string Detail, Bilingual Text);
