using System.Text.Json;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Reads members of a record, or of a part of it, and gathers which are missing or of another kind.</summary>
/// <param name="root">The record or the part.</param>
/// <param name="faults">Where faults go.</param>
/// <param name="pointer">Where the part stands in the record; empty for the record itself.</param>
internal sealed class Members(Node root, List<Refusal> faults, string pointer = "")
{
    public Node? Find(params IReadOnlyList<string> path)
    {
        var node = root;
        foreach (var key in path)
            node = node?[key];
        return node;
    }

    public string Text(params IReadOnlyList<string> path) => Text(Find(path), Pointer(path));

    public string Text(Node? node, string where)
    {
        if (node is { IsText: true })
            return node.Text;
        faults.Add(RecordMessages.Member(where));
        return "";
    }

    public IReadOnlyList<Node> Items(string key)
    {
        if (root[key] is { IsArray: true } list)
            return list.Items;
        faults.Add(RecordMessages.Member(Pointer(key)));
        return [];
    }

    public long Number(params IReadOnlyList<string> path)
    {
        if (Find(path) is { Kind: JsonValueKind.Number } node)
            return long.Parse(node.Text, System.Globalization.CultureInfo.InvariantCulture);
        return Wrong(path);
    }

    public int Small(params IReadOnlyList<string> path) => Number(path) is >= 0 and <= int.MaxValue and var number ? (int)number : Wrong(path);

    /// <summary>Notes that a member is not what it should be; 0 stands for it.</summary>
    public int Wrong(params IReadOnlyList<string> path)
    {
        faults.Add(RecordMessages.Member(Pointer(path)));
        return 0;
    }

    public Digest Hash(params IReadOnlyList<string> path)
    {
        var before = faults.Count;
        if (!Digest.TryParse(Text(path), out var digest) && faults.Count == before)
            Wrong(path);
        return digest;
    }

    /// <summary>A hash, or null for <c>-</c>.</summary>
    public Digest? HashOrNone(params IReadOnlyList<string> path) => Find(path) is { IsText: true, Text: DrawRecord.None } ? null : Hash(path);

    public DateTimeOffset? Instant(Node? node, string where)
    {
        if (!Instants.TryRead(Text(node, where), out var at))
            faults.Add(RecordMessages.Member(where));
        return at;
    }

    private string Pointer(params IReadOnlyList<string> path) => $"{pointer}/{string.Join('/', path)}";
}
