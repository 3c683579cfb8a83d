using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Workflows.Binding;

namespace DoubleRandom.Core.Packs.Changes;

/// <summary>Compares the inside of two versions of a document: its lists entry by entry, everything else key by key.</summary>
internal static class PartChanges
{
    /// <summary>The lists of which each entry is a part, by the keys that lead to them. Keys of RulesEngine's shape may be in any case.</summary>
    private static readonly (string Kind, string[] Path)[] Lists =
    [
        ("fact", ["facts"]), ("input", ["table", "inputs"]), ("output", ["table", "outputs"]), ("row", ["table", "rows"]),
        ("param", ["workflow", "GlobalParams"]), ("rule", ["workflow", "Rules"]), ("step", ["steps"]), ("action", ["actions"]),
    ];

    private static readonly string[] Names = ["id", "RuleName", "Name"];

    private static readonly HashSet<string> Aside = new(["$schema", "id", "tests", .. Lists.Select(list => list.Path[0])], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PartChange> Of(string kind, Node old, Node @new)
    {
        var own = Beside(old, @new).ToArray();
        return
        [
            .. own.Length == 0 ? [] : new[] { new PartChange(Fate.Changed, kind, @new["id"]?.Text ?? "", own, null, null) },
            .. Lists.SelectMany(list => Of(list.Kind, Entries(old, list.Path), Entries(@new, list.Path))),
        ];
    }

    /// <summary>The keys of the document that are no list of parts, and those beside the lists inside its table or workflow.</summary>
    private static IEnumerable<string> Beside(Node old, Node @new) =>
        Keys(old, @new).Where(key => !Aside.Contains(key.Split('/')[0])).Concat(
            from room in new[] { "table", "workflow" }
            where old[room] is not null || @new[room] is not null
            let inside = Lists.Where(list => list.Path.Length == 2 && string.Equals(list.Path[0], room, StringComparison.Ordinal)).Select(list => list.Path[1])
            from key in Keys(old[room] ?? Nothing(old), @new[room] ?? Nothing(@new))
            where !inside.Contains(key.Split('/')[0], StringComparer.OrdinalIgnoreCase)
            select $"{room}.{key}");

    private static IEnumerable<PartChange> Of(string kind, List<(string Id, Node Node)> old, List<(string Id, Node Node)> @new)
    {
        var (before, after) = (Numbered(old), Numbered(@new));
        var still = Order.Kept([.. @new.Where(entry => before.ContainsKey(entry.Id)).Select(entry => before[entry.Id].At)]);
        foreach (var (id, now) in after)
        {
            if (!before.TryGetValue(id, out var was))
            {
                yield return new(Fate.Added, kind, id, [], null, now.At);
                continue;
            }

            if (!Same(was.Node, now.Node))
                yield return new(Fate.Changed, kind, id, [.. Keys(was.Node, now.Node)], was.At, now.At);
            if (!still.Contains(was.At))
                yield return new(Fate.Moved, kind, id, [], was.At, now.At);
        }

        foreach (var (id, was) in before.Where(entry => !after.ContainsKey(entry.Key)))
            yield return new(Fate.Vanished, kind, id, [], was.At, null);
    }

    /// <summary>The keys under which two objects differ; of lists by id the entries that do.</summary>
    private static IEnumerable<string> Keys(Node old, Node @new) =>
        from key in old.Members.Keys.Union(@new.Members.Keys, StringComparer.Ordinal)
        where !(old[key] is { } was && @new[key] is { } now && Same(was, now))
        from path in Inside(key, old[key], @new[key])
        select path;

    private static IEnumerable<string> Inside(string key, Node? old, Node? @new)
    {
        if (old is not { IsArray: true } || @new is not { IsArray: true } || old.Items.Concat(@new.Items).Any(item => item["id"] is not { IsText: true }))
            return [key];
        var (before, after) = (Numbered([.. old.Items.Select(Named)]), Numbered([.. @new.Items.Select(Named)]));
        var paths = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(id => !(before.TryGetValue(id, out var was) && after.TryGetValue(id, out var now) && Same(was.Node, now.Node)))
            .Select(id => $"{key}/{id}").ToArray();
        return paths.Length == 0 ? [key] : paths;
    }

    private static List<(string Id, Node Node)> Entries(Node document, string[] path) =>
        [.. (path.Aggregate<string, Node?>(document, (node, key) => node is null ? null : Member(node, key))?.Items ?? []).Select(Named)];

    private static (string Id, Node Node) Named(Node entry) => (Names.Select(name => Member(entry, name)).FirstOrDefault(name => name is { IsText: true })?.Text ?? "", entry);

    private static Node? Member(Node node, string key) => node[key] ?? node.Members.FirstOrDefault(member => string.Equals(member.Key, key, StringComparison.OrdinalIgnoreCase)).Value;

    private static Dictionary<string, (int At, Node Node)> Numbered(List<(string Id, Node Node)> entries) =>
        entries.Select((entry, i) => (entry.Id, entry.Node, At: i + 1)).DistinctBy(entry => entry.Id, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Id, entry => (entry.At, entry.Node), StringComparer.Ordinal);

    private static Node Nothing(Node at) => Node.Object(at.Place, new Dictionary<string, Node>(StringComparer.Ordinal));

    private static bool Same(Node a, Node b) => string.Equals(NodeDigest.Of(a), NodeDigest.Of(b), StringComparison.Ordinal);
}
