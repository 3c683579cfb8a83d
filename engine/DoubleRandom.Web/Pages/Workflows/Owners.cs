using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Pages.Wording;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>Units, roles and items by the names that a pack gives them.</summary>
internal static class Owners
{
    private const int MostNamed = 3;

    /// <summary>Whose a task is: its units, or its role; with the function where one is asked for.</summary>
    public static Bilingual Of(TaskRow row, Pack? pack)
    {
        if (row.Units.Length == 0)
            return pack is null ? Itself(row.Role ?? "") : OwnerNames.Of(new(row.Role ?? "", null, null, false, row.Function), pack);
        Bilingual[] units = [.. row.Units.Select(unit => pack is null ? Itself(unit) : OwnerNames.Of(new(null, unit, null, false, row.Function), pack))];
        return units.Length > MostNamed ? FlowWords.MoreOf(units.Length) : Joined(units);
    }

    /// <summary>The people who may do a task; the first few, and how many more there are.</summary>
    public static Bilingual People(IReadOnlyList<string> names)
    {
        var few = Joined([.. names.Take(MostNamed).Select(Itself)]);
        return names.Count > MostNamed ? new($"{few.Zh}等 {names.Count} 人", $"{few.En} and {names.Count - MostNamed} more") : few;
    }

    /// <summary>A unit by its name; its id when the pack has none such.</summary>
    public static Bilingual Unit(string id, Pack? pack) => pack?.Unit(id)?.Name ?? Itself(id);

    /// <summary>The path of an item, with the names of units in the place of their ids.</summary>
    public static Bilingual Item(string path, Pack? pack)
    {
        Bilingual[] parts = [.. path.Split('/').Select(part => Unit(part, pack))];
        return new(string.Join(" / ", parts.Select(part => part.Zh)), string.Join(" / ", parts.Select(part => part.En)));
    }

    public static Bilingual Joined(IReadOnlyCollection<Bilingual> names) =>
        new(string.Join(Words.Comma.Zh, names.Select(name => name.Zh)), string.Join(Words.Comma.En, names.Select(name => name.En)));

    public static Bilingual Itself(string id) => new(id, id);
}
