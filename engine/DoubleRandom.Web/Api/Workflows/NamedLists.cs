namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Lists of names as bodies carry them: JSON lets <c>null</c> stand where a name has to be.</summary>
internal static class NamedLists
{
    /// <summary>The places of what is missing, by list.</summary>
    public static IEnumerable<string> Holes(string key, IReadOnlyDictionary<string, IReadOnlyList<string>>? lists) =>
        lists?.SelectMany(list => Holes($"{key}.{list.Key}", list.Value)) ?? [];

    /// <summary>The places of what is missing in one list.</summary>
    public static IEnumerable<string> Holes(string key, IReadOnlyList<string>? list) => (list as IReadOnlyList<string?>) switch
    {
        null => [$"$.{key}"],
        var items => Enumerable.Range(0, items.Count).Where(place => items[place] is null).Select(place => $"$.{key}[{place}]"),
    };
}
