using System.Globalization;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>A value of some type: a fact's, or what a rule worked out.</summary>
public readonly struct FactValue : IEquatable<FactValue>
{
    private readonly decimal _number;
    private readonly int _code;
    private readonly object? _object;

    private FactValue(FactType type, int code = 0, decimal number = 0, object? content = null) =>
        (Type, _code, _number, _object) = (type, code, number, content);

    /// <summary>Its type.</summary>
    public FactType Type { get; }

    /// <summary>The text of a text.</summary>
    public string? AsText => _object as string;

    /// <summary>The number of a number, else 0.</summary>
    public decimal AsNumber => _number;

    /// <summary>The yes of a yes/no.</summary>
    public bool AsBoolean => Type.Kind == FactKind.Boolean && _code == 1;

    /// <summary>The day of a date; null for everything else.</summary>
    public DateOnly? AsDate => Type.Kind == FactKind.Date ? DateOnly.FromDayNumber(_code) : null;

    /// <summary>The elements of a list; none for everything else.</summary>
    public IReadOnlyList<FactValue> AsList => _object switch
    {
        string[] texts => Array.ConvertAll(texts, Of),
        decimal[] numbers => Array.ConvertAll(numbers, Of),
        FactSet[] records => Array.ConvertAll(records, Of),
        int[] codes => Elements(codes),
        IReadOnlyList<FactValue> values => values,
        _ => [],
    };

    internal int Code => _code;

    internal object? Content => _object;

    /// <summary>A text.</summary>
    public static FactValue Of(string text) => new(FactType.Text, content: text);

    /// <summary>A number.</summary>
    public static FactValue Of(decimal number) => new(FactType.Number, number: number);

    /// <summary>A date.</summary>
    public static FactValue Of(DateOnly on) => new(FactType.Date, on.DayNumber);

    /// <summary>Yes or no.</summary>
    public static FactValue Of(bool yes) => new(FactType.Boolean, yes ? 1 : 0);

    /// <summary>A record.</summary>
    public static FactValue Of(FactSet record) => new(FactType.RecordOf(record.Schema), content: record);

    /// <summary>A word of a choice, by its position.</summary>
    public static FactValue Of(FactType choice, int code) => new(choice, code);

    /// <summary>A list.</summary>
    internal static FactValue OfList(FactType list, object elements) => new(list, content: elements);

    /// <inheritdoc />
    public bool Equals(FactValue other) =>
        Type?.Kind == other.Type?.Kind && _number == other._number && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is FactValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The value as JSON would write it, without quotes: dates as <c>yyyy-MM-dd</c>, choices by id; a record as <c>{ name = value, … }</c>.</summary>
    public override string ToString() => Type?.Kind switch
    {
        null => "",
        FactKind.Number => (_number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        FactKind.Date => DateOnly.FromDayNumber(_code).Iso(),
        FactKind.Boolean => _code == 1 ? "true" : "false",
        FactKind.Choice => Type.Values[_code].Id,
        FactKind.List => $"[{string.Join(", ", AsList)}]",
        FactKind.Record => $"{{ {(FactSet)_object!} }}",
        _ => (string)_object!,
    };

    private FactValue[] Elements(int[] codes)
    {
        var element = Type.Element!;
        return Array.ConvertAll(codes, code => new FactValue(element, code));
    }
}
