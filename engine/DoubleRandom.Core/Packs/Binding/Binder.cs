using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads values out of merged nodes. What is missing or impossible becomes a fault and a harmless stand-in, so that reading goes on.</summary>
internal sealed class Binder(ICollection<Diagnostic> faults, IReadOnlySet<string> broken)
{
    private static readonly Bilingual NoName = new("", "");

    public ICollection<Diagnostic> Faults { get; } = faults;

    /// <summary>A fault for a name that nothing has, unless its entry was found broken and said so already.</summary>
    public void Unknown(Place place, string kind, string id, IEnumerable<string> known)
    {
        if (!IsBroken(id))
            Faults.Add(ReferenceFaults.Unknown(place, kind, id, known));
    }

    /// <summary>Whether an entry of that id was left out in some layer because it does not fit its schema.</summary>
    public bool IsBroken(string id) => broken.Contains(id);

    /// <summary>The text of a required key; empty (and a fault) when it is missing.</summary>
    public string Text(Node node, string key, string element) => Need(node, key, element)?.Text ?? "";

    /// <summary>The text of an optional key.</summary>
    public static string? TextOrNull(Node node, string key) => node[key] is { IsText: true } value ? value.Text : null;

    /// <summary>A required key; null (and a fault) when it is missing.</summary>
    public Node? Need(Node node, string key, string element)
    {
        if (node[key] is { } value)
            return value;
        Faults.Add(LayerFaults.MissingKey(node.Place, key, element));
        return null;
    }

    /// <summary>A required name in both languages.</summary>
    public Bilingual Name(Node node, string element, string key = "name") => Need(node, key, element) is { } name ? Both(name) : NoName;

    /// <summary>An optional name.</summary>
    public static Bilingual? NameOrNull(Node node, string key) => node[key] is { } name ? Both(name) : null;

    /// <summary>An optional date; an impossible one is a fault.</summary>
    public DateOnly? Date(Node node, string key)
    {
        if (node[key] is not { } value)
            return null;
        if (value.Date is null)
            Faults.Add(TimeFaults.ImpossibleDate(value.Place, value.Text));
        return value.Date;
    }

    /// <summary>A required date; an impossible or missing one is a fault and reads as the first day of time.</summary>
    public DateOnly DateOrFirst(Node node, string key, string element) => Need(node, key, element) is null ? DateOnly.MinValue : Date(node, key) ?? DateOnly.MinValue;

    /// <summary>The two dates of a span of existence; a reversed pair is a fault.</summary>
    public (DateOnly? From, DateOnly? To) Life(Node node, string from = "from", string to = "to")
    {
        var life = (From: Date(node, from), To: Date(node, to));
        if (life.From > life.To)
            Faults.Add(TimeFaults.Reversed(node[to]!.Place, life.From!.Value, life.To!.Value));
        return life;
    }

    /// <summary>A time of day <c>HH:mm</c>; null when the key is absent. The schema lets no impossible time through.</summary>
    public static TimeOnly? Time(Node node, string key) =>
        TimeOnly.TryParseExact(TextOrNull(node, key), "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The basis of an element, of which there must be exactly one: law or local.</summary>
    public Basis Basis(Node node, string element)
    {
        if (BasisOrNull(node) is { } basis)
        {
            if (node["basis"] is not null && node["local"] is not null)
                Faults.Add(LawFaults.BothLawAndLocal(node["local"]!.Place, element));
            return basis;
        }

        Faults.Add(LawFaults.NoBasis(node.Place, element));
        return Model.Basis.OfLocal(NoName);
    }

    /// <summary>The basis of an element that may go without.</summary>
    public static Basis? BasisOrNull(Node node)
    {
        if (node["basis"] is { IsText: true } words)
            return OfWords(words.Text);
        if (node["basis"] is { } law)
            return new(TextOrNull(law, "document") ?? "", TextOrNull(law, "article"), TextOrNull(law, "quote"), null);
        return node["local"] is { } local ? Model.Basis.OfLocal(Both(local)) : null;
    }

    /// <summary>A basis in one line: document, space, article, and after a wide colon the words of the text. The schema lets nothing else through.</summary>
    private static Basis OfWords(string words)
    {
        var (law, quote) = words.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon ? (words[..colon], words[(colon + 1)..]) : (words, null);
        var space = law.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new(law, null, quote, null) : new(law[..space], law[(space + 1)..], quote, null);
    }

    /// <summary>The texts of a list; a single text is a list of one.</summary>
    public static IReadOnlyList<string> Texts(Node? node) => node switch
    {
        null => [],
        { IsText: true } => [node.Text],
        _ => [.. node.Items.Select(item => item.Text)],
    };

    /// <summary>A history: either a plain value, or a list of <c>{from, value, basis|local}</c> in ascending order.</summary>
    public Dated<T> Dated<T>(Node node, string element, Func<Node, T> bind)
    {
        if (!IsHistory(node))
            return Model.Dated<T>.Always(bind(node));
        var entries = node.Items
            .Select(item => new DatedValue<T>(DateOrFirst(item, "from", element), bind(item["value"] ?? item), BasisOrNull(item)))
            .ToArray();
        for (var i = 1; i < entries.Length; i++)
            if (entries[i].From <= entries[i - 1].From)
                Faults.Add(TimeFaults.HistoryNotAscending(node.Items[i].Place));
        return new(entries);
    }

    private static bool IsHistory(Node node) => node.IsArray && node.Items.Count > 0 && node.Items.All(item => item["value"] is not null);

    private static Bilingual Both(Node name) => new(TextOrNull(name, "zh") ?? "", TextOrNull(name, "en") ?? "");
}
