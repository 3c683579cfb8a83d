namespace DoubleRandom.Core.Packs.Model;

/// <summary>What a rung does.</summary>
public enum RungKind
{
    /// <summary>Reminds of a duty that is not yet due.</summary>
    Reminder,

    /// <summary>Says that a quota is behind schedule.</summary>
    Behind,

    /// <summary>Takes a late duty to the next level.</summary>
    Escalation,
}

/// <summary>One step of a ladder.</summary>
/// <param name="Id">Id within the ladder; part of a notice's natural key.</param>
/// <param name="Kind">Reminder, behind or escalation.</param>
/// <param name="Days">Distance from the due day: negative before it, 0 on it, positive after it.</param>
/// <param name="InWorkingDays">Whether the distance counts working days.</param>
/// <param name="Audience">Who is told: <c>liaison</c>, <c>leader</c>, <c>office</c>, <c>superior</c>, <c>convener</c>, <c>role:…</c>, <c>unit:…</c>.</param>
/// <param name="Template">Name of the template.</param>
/// <param name="At">Time of day; null for the start of office hours.</param>
/// <param name="Circular">Whether a circular of criticism (通报) is drafted.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Rung(
    string Id, RungKind Kind, int Days, bool InWorkingDays, IReadOnlyList<string> Audience, string Template, TimeOnly? At, bool Circular, Place Place)
{
    /// <summary>The rules that say whether it is told; null when it always is.</summary>
    public RungCondition? Condition { get; init; }

    /// <summary>The rung's id within one deadline: a rung that says how far a quota is behind falls several times, and each is a notice of its own.</summary>
    public string IdOn(DateOnly on) => Kind == RungKind.Behind ? $"{Id}.{on.Iso()}" : Id;

    /// <summary>Whether an id within a deadline is of this rung.</summary>
    public bool IsOf(string id) => Kind == RungKind.Behind
        ? id.Length == Id.Length + 11 && id[Id.Length] == '.' && id.StartsWith(Id, StringComparison.Ordinal)
        : string.Equals(id, Id, StringComparison.Ordinal);
}

/// <summary>What the rules must say for a rung to be told.</summary>
/// <param name="Rules">Id of the rule set.</param>
/// <param name="Is">The word it must give.</param>
public sealed record RungCondition(string Rules, string Is);

/// <summary>The reminders and escalations of a duty, as data.</summary>
public sealed record Ladder(string Id, Bilingual Name, Basis Basis, IReadOnlyList<Rung> Rungs, Place Place);

/// <summary>When an office works.</summary>
public sealed record OfficeHours(TimeOnly From, TimeOnly To);
