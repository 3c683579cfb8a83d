using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Reads the facts that a pack adds to those of the program.</summary>
internal sealed class FactBinder(Binder binder)
{
    /// <summary>The program's facts and these.</summary>
    public FactSchema Schema(IEnumerable<Node> nodes)
    {
        var known = ProgramFacts.Schema;
        var groups = known.Groups.ToDictionary(group => group.Path, group => group.Zh, StringComparer.Ordinal);
        var names = known.Names.ToHashSet(StringComparer.Ordinal);
        var added = new List<Fact>();
        foreach (var node in nodes)
            if (Fact(node) is { } fact && IsNew(fact, node, groups, names))
                added.Add(fact);
        return added.Count == 0 ? known : known.With(added);
    }

    private bool IsNew(Fact fact, Node node, Dictionary<string, string> groups, HashSet<string> names)
    {
        var (path, zh) = (fact.Path.Split('.'), fact.Zh.Split('.'));
        if (path.Length != 2 || zh.Length != 2 || !groups.TryGetValue(path[0], out var group) || !string.Equals(group, zh[0], StringComparison.Ordinal))
        {
            binder.Faults.Add(FactFaults.NoGroup(node.Place, $"{fact.Path} / {fact.Zh}", groups.Select(pair => $"{pair.Key} / {pair.Value}")));
            return false;
        }

        if (names.Add(fact.Path) & names.Add(fact.Zh))
            return true;
        binder.Faults.Add(FactFaults.Clash(node.Place, fact.Path));
        return false;
    }

    private Fact? Fact(Node node)
    {
        var (path, zh) = (binder.Text(node, "id", "fact"), binder.Text(node, "zh", "fact"));
        if (Type(node, path) is { } type)
            return new(path, zh, type);
        binder.Faults.Add(FactFaults.NoChoices(node.Place, path));
        return null;
    }

    /// <summary>The type that a fact or output states; null when it is not complete.</summary>
    public FactType? Type(Node node, string element) => Binder.TextOrNull(node, "type") switch
    {
        "text" => FactType.Text,
        "number" => FactType.Number,
        "date" => FactType.Date,
        "boolean" => FactType.Boolean,
        "choice" => Choices(node, element),
        "list" => List(node, element),
        _ => null,
    };

    private FactType? Choices(Node node, string element)
    {
        ChoiceValue[] values = [.. (node["values"]?.Items ?? []).Select(value => new ChoiceValue(binder.Text(value, "id", element), binder.Name(value, element)))];
        return values.Length > 0 ? FactType.Choice(values) : null;
    }

    private FactType? List(Node node, string element) => (Binder.TextOrNull(node, "of"), node["fields"]) switch
    {
        ("text", null) => FactType.ListOf(FactType.Text),
        ("number", null) => FactType.ListOf(FactType.Number),
        ("date", null) => FactType.ListOf(FactType.Date),
        (null, { Items.Count: > 0 } fields) => Records(fields, element),
        _ => null,
    };

    private FactType? Records(Node fields, string element)
    {
        var facts = new List<Fact>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in fields.Items)
        {
            var fact = Fact(node);
            if (fact is null || fact.Type.IsList)
                return null;
            if (!(names.Add(fact.Path) & names.Add(fact.Zh)))
                binder.Faults.Add(FactFaults.Clash(node.Place, $"{element}.{fact.Path}"));
            else
                facts.Add(fact);
        }

        return FactType.ListOf(FactType.RecordOf(new FactSchema(facts)));
    }
}
