namespace DoubleRandom.Core.Rules.Facts;

/// <summary>The type of a fact: its kind, and for choices the words, for lists the element, for records the fields.</summary>
public sealed class FactType
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    private FactType(FactKind kind, IReadOnlyList<ChoiceValue>? values = null, FactType? element = null, FactSchema? fields = null)
    {
        (Kind, Values, Element, Fields) = (kind, values ?? [], element, fields);
        for (var code = 0; code < Values.Count; code++)
        {
            _codes[Values[code].Name.Zh] = code;
            _codes[Values[code].Id] = code;
        }
    }

    /// <summary>Any text.</summary>
    public static FactType Text { get; } = new(FactKind.Text);

    /// <summary>A decimal number.</summary>
    public static FactType Number { get; } = new(FactKind.Number);

    /// <summary>A civil date.</summary>
    public static FactType Date { get; } = new(FactKind.Date);

    /// <summary>Yes or no.</summary>
    public static FactType Boolean { get; } = new(FactKind.Boolean);

    /// <summary>What sort of value it is.</summary>
    public FactKind Kind { get; }

    /// <summary>The words of a choice, in their order; none for everything else.</summary>
    public IReadOnlyList<ChoiceValue> Values { get; }

    /// <summary>The type of a list's elements; null for everything else.</summary>
    public FactType? Element { get; }

    /// <summary>The facts of a record; null for everything else.</summary>
    public FactSchema? Fields { get; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Kind == FactKind.List;

    /// <summary>One of these words.</summary>
    public static FactType Choice(IReadOnlyList<ChoiceValue> values) => new(FactKind.Choice, values: values);

    /// <summary>A list of such elements.</summary>
    public static FactType ListOf(FactType element) => new(FactKind.List, element: element);

    /// <summary>A record with these facts.</summary>
    public static FactType RecordOf(FactSchema fields) => new(FactKind.Record, fields: fields);

    /// <summary>The position of a word of a choice, by id or Chinese name; null when it is none of them.</summary>
    public int? CodeOf(string word) => _codes.TryGetValue(word, out var code) ? code : null;

    /// <summary>The type in words, for messages.</summary>
    public Bilingual Words => Kind switch
    {
        FactKind.Text => new("文字", "text"),
        FactKind.Number => new("数", "number"),
        FactKind.Date => new("日期", "date"),
        FactKind.Boolean => new("是否", "yes/no"),
        FactKind.Choice => new($"选项（{string.Join("、", Values.Select(value => value.Id))}）", $"choice ({string.Join(", ", Values.Select(value => value.Id))})"),
        FactKind.List => new($"{Element!.Words.Zh}的列表", $"list of {Element.Words.En}"),
        _ => new("记录", "record"),
    };
}
