using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.People;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>Resolves the owner of a task to people: those whom the directory lists in its units, or in the units that hold its role on the day.</summary>
internal static class TaskPeople
{
    /// <summary>The most people that are named for one task: a role may be held by every unit of a county.</summary>
    public const int Most = 20;

    /// <summary>The units whose turn it is: those that the task names, or those that hold its role on the day.</summary>
    public static IEnumerable<Unit> UnitsOf(TaskRow row, Pack pack, DateOnly today) =>
        row.Units.Length > 0 ? row.Units.Select(pack.Unit).OfType<Unit>() : pack.Units.Where(unit => row.Role is { } role && unit.Holds(role, today));

    /// <summary>Their names, unit by unit in the order of the pack, each once. None when the directory knows nobody of that function.</summary>
    public static IReadOnlyList<string> Of(TaskRow row, Pack pack, DateOnly today, ILookup<Recipient, PersonRow> directory)
    {
        string[] functions = row.Function is { } function ? [function] : Actors.Functions;
        return [.. UnitsOf(row, pack, today).SelectMany(unit => functions.SelectMany(each => directory[new Recipient(unit.Id, each)])).Select(person => person.Name).Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
