using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>An object whose keys may be written in any case, as RulesEngine's own loader reads them.</summary>
internal sealed class KeyedNode
{
    private readonly Dictionary<string, Node> _members = new(StringComparer.OrdinalIgnoreCase);

    private KeyedNode(Node node) => Node = node;

    public Node Node { get; }

    public Node? this[string key] => _members.GetValueOrDefault(key);

    /// <summary>The object's members; keys that are neither carried nor known to RulesEngine are faults, and so are those that it knows and we do not carry.</summary>
    public static KeyedNode Of(Node node, string[] carried, string[] refused, ICollection<Diagnostic> faults)
    {
        var keyed = new KeyedNode(node);
        foreach (var (key, value) in node.Members)
        {
            if (refused.Contains(key, StringComparer.OrdinalIgnoreCase))
                faults.Add(TreeFaults.NotCarried(value.Place, key));
            else if (!carried.Contains(key, StringComparer.OrdinalIgnoreCase))
                faults.Add(TreeFaults.UnknownKey(value.Place, key, carried));
            else if (value.Kind != System.Text.Json.JsonValueKind.Null && !keyed._members.TryAdd(key, value))
                faults.Add(TreeFaults.WrongValue(value.Place, key, key));
        }

        return keyed;
    }

    /// <summary>A text that must be there; empty (and a fault) when it is not.</summary>
    public string Text(string key, ICollection<Diagnostic> faults)
    {
        if (this[key] is { IsText: true, Text.Length: > 0 } text)
            return text.Text;
        faults.Add(this[key] is { } other ? TreeFaults.WrongValue(other.Place, key, $"\"{key}\": \"…\"") : TreeFaults.Missing(Node.Place, key));
        return "";
    }

    /// <summary>The objects of a list; none (and a fault) when it is no list of objects.</summary>
    public IReadOnlyList<Node> Objects(string key, ICollection<Diagnostic> faults)
    {
        if (this[key] is not { } list)
            return [];
        if (list.IsArray && list.Items.All(item => item.IsObject))
            return list.Items;
        faults.Add(TreeFaults.WrongValue(list.Place, key, $"\"{key}\": [{{ … }}]"));
        return [];
    }
}
