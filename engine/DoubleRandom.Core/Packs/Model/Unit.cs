namespace DoubleRandom.Core.Packs.Model;

/// <summary>A role that units can hold: member unit, lead department, supervision office…</summary>
public sealed record Role(string Id, Bilingual Name, Basis? Basis, Place Place);

/// <summary>A role held for a time.</summary>
/// <param name="Role">Id of the role.</param>
/// <param name="From">First day; null does not limit.</param>
/// <param name="To">Last day; null does not limit.</param>
public sealed record RoleHolding(string Role, DateOnly? From, DateOnly? To);

/// <summary>A body that owes or receives: a bureau, an office, a government.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">Name as the document writes it.</param>
/// <param name="Roles">The roles it holds, each with its time.</param>
/// <param name="Superior">Id of the unit above it, to which matters escalate.</param>
/// <param name="From">First day of the unit's existence; null does not limit.</param>
/// <param name="To">Last day; null does not limit.</param>
/// <param name="Basis">The article that names it, or why it was added locally.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Unit(
    string Id, Bilingual Name, IReadOnlyList<RoleHolding> Roles, string? Superior, DateOnly? From, DateOnly? To, Basis? Basis, Place Place)
{
    /// <summary>Whether the unit exists and holds the role on a day.</summary>
    public bool Holds(string role, DateOnly day)
    {
        if (!Spans(From, To, day))
            return false;
        foreach (var holding in Roles)
            if (string.Equals(holding.Role, role, StringComparison.Ordinal) && Spans(holding.From, holding.To, day))
                return true;
        return false;
    }

    /// <summary>Whether the unit exists on a day.</summary>
    public bool Exists(DateOnly day) => Spans(From, To, day);

    private static bool Spans(DateOnly? from, DateOnly? to, DateOnly day) => (from is null || day >= from) && (to is null || day <= to);
}

/// <summary>Who convenes the joint conference.</summary>
/// <param name="Id">Id within the pack: <c>chief</c>, <c>deputy-1</c>…</param>
/// <param name="Title">The office held, never a person's name.</param>
/// <param name="Unit">Id of the unit that the convener belongs to.</param>
/// <param name="Basis">The article.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Convener(string Id, Bilingual Title, string Unit, Basis? Basis, Place Place);
