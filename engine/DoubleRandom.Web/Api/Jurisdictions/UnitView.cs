using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Web.Api.Jurisdictions;

/// <summary>How many deadlines of a unit stand how.</summary>
/// <param name="Overdue">Binding and closed by the clock.</param>
/// <param name="Soon">Due within 30 days.</param>
/// <param name="Open">Open and due within a year, overdue ones included.</param>
/// <param name="Met">Met in time within the last year.</param>
/// <param name="MetLate">Met late within the last year.</param>
/// <param name="Waived">Waived within the last year.</param>
public sealed record TallyView(int Overdue, int Soon, int Open, int Met, int MetLate, int Waived);

/// <summary>A role that a unit holds for a time.</summary>
/// <param name="Role">Id of the role.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day; null does not limit.</param>
/// <param name="To">Last day; null does not limit.</param>
public sealed record RoleView(string Role, Bilingual? Name, DateOnly? From, DateOnly? To);

/// <summary>A unit of a jurisdiction.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">Name as the document writes it.</param>
/// <param name="Roles">The roles it holds.</param>
/// <param name="Superior">Id of the unit above it.</param>
/// <param name="From">First day of its existence; null does not limit.</param>
/// <param name="To">Last day; null does not limit.</param>
/// <param name="Deadlines">How its deadlines stand.</param>
public sealed record UnitView(string Id, Bilingual Name, IReadOnlyList<RoleView> Roles, string? Superior, DateOnly? From, DateOnly? To, TallyView Deadlines)
{
    /// <summary>A unit of a pack with its tally; null when it has no deadlines.</summary>
    public static UnitView Of(Unit unit, Pack pack, UnitStanding? tally) => new(
        unit.Id, unit.Name, [.. unit.Roles.Select(held => new RoleView(held.Role, pack.Roles.GetValueOrDefault(held.Role)?.Name, held.From, held.To))],
        unit.Superior, unit.From, unit.To,
        tally is null ? new(0, 0, 0, 0, 0, 0) : new(tally.Overdue, tally.Soon, tally.Open, tally.Met, tally.MetLate, tally.Waived));
}
