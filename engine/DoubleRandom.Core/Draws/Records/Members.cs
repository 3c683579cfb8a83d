using System.Text.Json;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Reads members of a record and gathers which are missing or of another kind.</summary>
internal sealed class Members(Node root, List<Refusal> faults)
{
    public Node? Find(params IReadOnlyList<string> path)
    {
        var node = root;
        foreach (var key in path)
            node = node?[key];
        return node;
    }

    public string Text(params IReadOnlyList<string> path) => Text(Find(path), "/" + string.Join('/', path));

    public string Text(Node? node, string pointer)
    {
        if (node is { IsText: true })
            return node.Text;
        faults.Add(RecordMessages.Member(pointer));
        return "";
    }

    public IReadOnlyList<Node> Items(string key)
    {
        if (root[key] is { IsArray: true } list)
            return list.Items;
        faults.Add(RecordMessages.Member("/" + key));
        return [];
    }

    public long Number(params IReadOnlyList<string> path)
    {
        if (Find(path) is { Kind: JsonValueKind.Number } node)
            return long.Parse(node.Text, System.Globalization.CultureInfo.InvariantCulture);
        faults.Add(RecordMessages.Member("/" + string.Join('/', path)));
        return 0;
    }

    public Digest Hash(params IReadOnlyList<string> path)
    {
        var before = faults.Count;
        if (!Digest.TryParse(Text(path), out var digest) && faults.Count == before)
            faults.Add(RecordMessages.Member("/" + string.Join('/', path)));
        return digest;
    }

    /// <summary>A hash, or null for <c>-</c>.</summary>
    public Digest? HashOrNone(params IReadOnlyList<string> path) => Find(path) is { IsText: true, Text: DrawRecord.None } ? null : Hash(path);

    public DateTimeOffset? Instant(Node? node, string pointer)
    {
        if (!Instants.TryRead(Text(node, pointer), out var at))
            faults.Add(RecordMessages.Member(pointer));
        return at;
    }
}
