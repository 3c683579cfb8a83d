using System.Globalization;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Publication.Exchanges;

/// <summary>What a column of a platform's file can take from a published result, by the name that packs use (<c>from</c>).</summary>
public static class ResultFields
{
    private static readonly Dictionary<string, Func<ShownResult, IReadOnlyList<ResultItem>, Pack, IEnumerable<string>>> All = new(StringComparer.Ordinal)
    {
        ["record"] = (result, _, _) => [result.Key],
        ["version"] = (result, _, _) => [result.Version.ToString(CultureInfo.InvariantCulture)],
        ["publishedOn"] = (result, _, _) => [result.On.Iso()],
        ["task"] = (result, _, _) => [result.Task],
        ["target.code"] = (result, _, _) => [result.Text("target", "code")],
        ["target.name"] = (result, _, _) => [result.Text("target", "name")],
        ["inspectedOn"] = (result, _, _) => [result.Text("inspectedOn")],
        ["lead"] = (result, _, _) => [result.Text("lead")],
        ["lead.name"] = (result, _, pack) => [NameOf(pack, result.Text("lead"))],
        ["category"] = (result, _, _) => [result.Text("category")],
        ["handling"] = (result, _, _) => [result.Text("handling")],
        ["draw"] = (result, _, _) => [result.Text("draw")],
        ["unit"] = (_, items, _) => items.Select(item => item.Unit),
        ["unit.name"] = (_, items, pack) => items.Select(item => NameOf(pack, item.Unit)),
        ["item"] = (_, items, _) => items.Select(item => item.Item),
        ["item.category"] = (_, items, _) => items.Select(item => item.Category),
        ["jurisdiction.code"] = (_, _, pack) => [pack.Jurisdiction.Code],
        ["jurisdiction.name"] = (_, _, pack) => [pack.Jurisdiction.Name.Zh],
    };

    /// <summary>Every name that a column can take.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. All.Keys];

    /// <summary>The texts of a field for a row; several where the row stands for several items, each once.</summary>
    internal static IEnumerable<string> Of(string field, ShownResult result, IReadOnlyList<ResultItem> items, Pack pack) => All[field](result, items, pack).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);

    private static string NameOf(Pack pack, string unit) => pack.Unit(unit)?.Name.Zh ?? unit;
}
