using System.Collections.Frozen;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>The facts that there are, each found by its English or its Chinese name, part by part.</summary>
public sealed class FactSchema
{
    private readonly FrozenDictionary<string, Fact> _byPath;
    private readonly FrozenDictionary<string, string> _parts;

    /// <summary>Gives every fact its slot.</summary>
    /// <exception cref="ArgumentException">Two facts share a name.</exception>
    public FactSchema(IEnumerable<Fact> facts)
    {
        var placed = new List<Fact>();
        foreach (var fact in facts)
            placed.Add(fact with { Slot = Next(fact.Type.Kind) });
        Facts = placed;
        _byPath = placed.ToFrozenDictionary(fact => fact.Path, StringComparer.Ordinal);
        _parts = Parts(placed).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every fact, in the order given.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>How many facts are kept as whole numbers: booleans, choices and dates.</summary>
    internal int Codes { get; private set; }

    /// <summary>How many facts are kept as decimal numbers.</summary>
    internal int Numbers { get; private set; }

    /// <summary>How many facts are kept as objects: texts and lists.</summary>
    internal int Objects { get; private set; }

    /// <summary>The groups that the facts belong to (<c>target</c>), each with its Chinese name.</summary>
    public IEnumerable<(string Path, string Zh)> Groups => Facts
        .Where(fact => fact.Path.Contains('.', StringComparison.Ordinal))
        .Select(fact => (Head(fact.Path), Head(fact.Zh)))
        .Distinct();

    /// <summary>The fact of that name, in either language; null when there is none.</summary>
    public Fact? Find(string name) => Canonical(name) is { } path ? _byPath.GetValueOrDefault(path) : null;

    /// <summary>Whether some fact's name begins with this one.</summary>
    public bool HasGroup(string name) => Canonical(name) is { } path && !_byPath.ContainsKey(path);

    /// <summary>Every name that a rule could write in place of an unknown one.</summary>
    public IEnumerable<string> Names => Facts.SelectMany(fact => new[] { fact.Path, fact.Zh });

    /// <summary>The same facts and these as well.</summary>
    public FactSchema With(IEnumerable<Fact> more) => new(Facts.Concat(more));

    private string? Canonical(string name)
    {
        if (_parts.TryGetValue(name, out var known))
            return known;
        var end = name.LastIndexOf('.');
        return end > 0 && Canonical(name[..end]) is { } group && _parts.TryGetValue($"{group}{name[end..]}", out var path) ? path : null;
    }

    /// <summary>English path by every way of writing it whose group is English already; the first part of a name settles the second.</summary>
    private static Dictionary<string, string> Parts(List<Fact> facts)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (fact.Path.LastIndexOf('.') is var dot and > 0)
            {
                parts[Head(fact.Path)] = Head(fact.Path);
                parts[Head(fact.Zh)] = Head(fact.Path);
                parts[$"{fact.Path[..dot]}.{Tail(fact.Zh)}"] = fact.Path;
            }

            parts[fact.Path] = fact.Path;
            parts[fact.Zh] = fact.Path;
        }

        return parts;
    }

    private int Next(FactKind kind) => kind switch
    {
        FactKind.Boolean or FactKind.Choice or FactKind.Date => Codes++,
        FactKind.Number => Numbers++,
        _ => Objects++,
    };

    private static string Head(string path) => path[..Math.Max(0, path.LastIndexOf('.'))] is { Length: > 0 } head ? head : path;

    private static string Tail(string path) => path[(path.LastIndexOf('.') + 1)..];
}
