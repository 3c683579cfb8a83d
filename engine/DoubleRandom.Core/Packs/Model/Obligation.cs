namespace DoubleRandom.Core.Packs.Model;

/// <summary>How strongly the text binds.</summary>
public enum Strength
{
    /// <summary>一般, 原则上: advises, reminds, never counts as a breach.</summary>
    Should,

    /// <summary>A duty; late is late.</summary>
    Must,
}

/// <summary>What makes a deadline met.</summary>
public enum MetBy
{
    /// <summary>The unit handed it in.</summary>
    Submission,

    /// <summary>The receiver accepted what was handed in.</summary>
    Acceptance,

    /// <summary>An event of the same subject (for a quota: enough events).</summary>
    Event,
}

/// <summary>Who owes.</summary>
/// <param name="Role">Every unit that holds this role; null when units are listed.</param>
/// <param name="Units">These units; with a role, empty.</param>
/// <param name="Except">Units that do not owe although they hold the role.</param>
/// <param name="OfEvent">Only the unit that the event names, if it is among the above.</param>
public sealed record Who(string? Role, IReadOnlyList<string> Units, IReadOnlyList<string> Except, bool OfEvent)
{
    /// <summary>Whether a unit is meant on a day.</summary>
    public bool Includes(Unit unit, DateOnly day) =>
        unit.Exists(day)
        && !Except.Contains(unit.Id, StringComparer.Ordinal)
        && (Role is null ? Units.Contains(unit.Id, StringComparer.Ordinal) : unit.Holds(Role, day));
}

/// <summary>A duty of a jurisdiction: who hands what to whom, when, and why.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Who">Who owes, with its history.</param>
/// <param name="Form">Id of the form that is handed in; null when nothing is.</param>
/// <param name="To">Id of the unit that receives, or <see cref="Public"/>; null when nothing is handed in.</param>
/// <param name="When">When it falls due, with its history.</param>
/// <param name="Strength">Whether being late is a breach.</param>
/// <param name="MetBy">What meets it.</param>
/// <param name="MetByEvent">Id of the event that meets it, when <paramref name="MetBy"/> is <see cref="MetBy.Event"/>.</param>
/// <param name="Basis">The article.</param>
/// <param name="Vague">The text's word without a number (及时, 定期), when the period is a local value; null otherwise.</param>
/// <param name="Period">Basis of the period itself: the local decision when <paramref name="Vague"/> is set, otherwise <paramref name="Basis"/>.</param>
/// <param name="Readings">How the open points of this obligation are read.</param>
/// <param name="Ladder">Its reminders and escalations.</param>
/// <param name="Note">A note for staff.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Obligation(
    string Id, Bilingual Name, Dated<Who> Who, string? Form, string? To, Dated<When> When, Strength Strength, MetBy MetBy, string? MetByEvent,
    Basis Basis, string? Vague, Basis Period, Readings Readings, Ladder Ladder, Bilingual? Note, Place Place)
{
    /// <summary>The receiver of what is published to everybody.</summary>
    public const string Public = "public";
}
