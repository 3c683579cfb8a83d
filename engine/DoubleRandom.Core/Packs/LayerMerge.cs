using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Packs;

/// <summary>Lays a document over the one beneath it: objects merge key by key, lists with ids by id, everything else is replaced whole.</summary>
internal static class LayerMerge
{
    /// <summary>Values that are one thing: half of an old rule and half of a new one would be neither.</summary>
    private static readonly HashSet<string> Whole = new(["when", "who", "history", "basis", "local", "name", "due", "owner", "on"], StringComparer.Ordinal);

    /// <summary>Two ways of saying one thing: the later layer's takes the place of either.</summary>
    private static readonly string[][] Alternatives = [["basis", "local"], ["next", "outcomes"], ["over", "times"]];

    public static Node Over(Node below, Node above, ICollection<Diagnostic> faults) => Members(below, above, faults);

    private static Node Members(Node below, Node above, ICollection<Diagnostic> faults)
    {
        var merged = new Dictionary<string, Node>(below.Members, StringComparer.Ordinal);
        foreach (var ways in Alternatives)
            if (Array.Exists(ways, way => above[way] is not null))
                foreach (var other in ways.Where(way => above[way] is null))
                    merged.Remove(other);
        foreach (var (key, value) in above.Members)
            merged[key] = merged.TryGetValue(key, out var old) && !Whole.Contains(key) ? Value(old, value, key, faults) : Fresh(value, faults);
        return Node.Object(above.Place, merged);
    }

    private static Node Value(Node below, Node above, string key, ICollection<Diagnostic> faults) =>
        below.IsObject && above.IsObject ? Override(below, above, key, faults)
        : IsById(below) && (IsById(above) || above is { IsArray: true, Items.Count: 0 }) ? ById(below, above, faults)
        : Fresh(above, faults);

    private static Node ById(Node below, Node above, ICollection<Diagnostic> faults)
    {
        var entries = below.Items.ToList();
        foreach (var item in above.Items)
        {
            var id = item["id"]!.Text;
            var at = entries.FindIndex(entry => string.Equals(entry["id"]!.Text, id, StringComparison.Ordinal));
            if (item["remove"]?.Boolean == true)
                Remove(entries, at, item, faults);
            else if (at < 0)
                entries.Add(Fresh(item, faults));
            else
                entries[at] = Override(entries[at], item, id, faults);
        }

        return Node.Array(above.Place, entries);
    }

    private static Node Override(Node below, Node above, string name, ICollection<Diagnostic> faults)
    {
        if (below["basis"] is not null && above["basis"] is null && above["local"] is null)
            faults.Add(LayerFaults.OverrideWithoutBasis(above.Place, name));
        return Members(below, above, faults);
    }

    private static void Remove(List<Node> entries, int at, Node item, ICollection<Diagnostic> faults)
    {
        if (at < 0)
            faults.Add(LayerFaults.RemovesNothing(item.Place, item["id"]!.Text, entries.Select(entry => entry["id"]!.Text)));
        else
            entries.RemoveAt(at);
    }

    /// <summary>A value with nothing beneath it, however deep: a removal inside it removes nothing and is left out.</summary>
    private static Node Fresh(Node value, ICollection<Diagnostic> faults)
    {
        if (value.IsObject)
            return Node.Object(value.Place, value.Members.ToDictionary(member => member.Key, member => Fresh(member.Value, faults), StringComparer.Ordinal));
        if (!value.IsArray)
            return value;
        var removals = value.Items.Where(item => item["remove"]?.Boolean == true && item["id"] is { IsText: true }).ToArray();
        foreach (var item in removals)
            faults.Add(LayerFaults.RemovesNothing(item.Place, item["id"]!.Text, []));
        return Node.Array(value.Place, [.. value.Items.Except(removals).Select(item => Fresh(item, faults))]);
    }

    private static bool IsById(Node node) => node.IsArray && node.Items.Count > 0 && node.Items.All(item => item["id"] is { IsText: true });
}
