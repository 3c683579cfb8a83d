using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>Reads a cell as policy staff write it: <c>-</c>, <c>A, B</c>, <c>not(A)</c>, <c>&gt;= 3</c>, <c>[1..5)</c>, <c>"a, b"</c>, or a plain JSON value.</summary>
internal sealed class CellText(Node node, FactType type, ICollection<Diagnostic> faults)
{
    private readonly List<string> _texts = [];
    private readonly List<int> _codes = [];
    private readonly List<Interval> _intervals = [];

    /// <summary>The cell; one that asks nothing (and a fault) when it cannot be read.</summary>
    public Cell Read()
    {
        if (node.Kind == JsonValueKind.Null || (node.IsText && node.Text.Trim() is "" or "-" or "—" or "任意" or "any"))
            return Cell.Any;
        if (!node.IsText)
            return One(node) ? Made(false) : Wrong(node.Text);
        var text = node.Text.Trim();
        var inside = Negated(text);
        foreach (var part in Parts(inside ?? text))
            if (!Part(part))
                return Wrong(part);
        return Made(inside is not null);
    }

    private Cell Made(bool isNot) => new(false, isNot, _texts, _codes, _intervals);

    private static string? Negated(string text)
    {
        foreach (var word in new[] { "not", "非", "除" })
            if (text.StartsWith(word, StringComparison.Ordinal) && text[word.Length..].TrimStart() is ['(' or '（', .. var inside, ')' or '）'])
                return inside;
        return null;
    }

    /// <summary>Parts between commas that stand outside quotes and brackets; the Chinese comma and 、 separate as well.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            quoted ^= i < text.Length && text[i] == '"';
            if (i == text.Length || (!quoted && text[i] is ',' or '，' or '、'))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        return parts;
    }

    private bool Part(string part)
    {
        if (type.Kind is FactKind.Number or FactKind.Date)
            return Ordered(part);
        var word = part is ['"', .. var inside, '"'] ? inside : part;
        return word.Length > 0 && One(type.Kind == FactKind.Boolean ? Truth(word) : Node.Scalar(node.Place, JsonValueKind.String, word));
    }

    private Node Truth(string word) => Node.Scalar(node.Place, word switch
    {
        "true" or "是" or "yes" => JsonValueKind.True,
        "false" or "否" or "no" => JsonValueKind.False,
        _ => JsonValueKind.Null,
    });

    private bool One(Node value)
    {
        if (FactReader.Scalar(type, value) is not { } one)
            return false;
        switch (type.Kind)
        {
            case FactKind.Text:
                _texts.Add(one.AsText!);
                break;
            case FactKind.Number:
                _intervals.Add(Interval.At(one.AsNumber));
                break;
            case FactKind.Date:
                _intervals.Add(Interval.At(one.Code));
                break;
            default:
                _codes.Add(one.Code);
                break;
        }

        return true;
    }

    private bool Ordered(string part)
    {
        if (part is ['[' or '(', .. var range, ']' or ')'] && range.Split("..") is [var low, var high])
            return Range(part[0] == '[', low.Trim(), high.Trim(), part[^1] == ']');
        foreach (var sign in new[] { ">=", "<=", ">", "<", "≥", "≤", "=" })
            if (part.StartsWith(sign, StringComparison.Ordinal))
                return Value(part[sign.Length..].Trim()) is { } bound && Add(Side(sign, bound));
        return Value(part) is { } at && Add(Interval.At(at));
    }

    private static Interval Side(string sign, decimal bound) => sign switch
    {
        ">=" or "≥" => new(bound, true, null, false),
        ">" => new(bound, false, null, false),
        "<=" or "≤" => new(null, false, bound, true),
        "<" => new(null, false, bound, false),
        _ => Interval.At(bound),
    };

    private bool Range(bool lowIncluded, string low, string high, bool highIncluded)
    {
        var (from, to) = (Value(low), Value(high));
        return (from is not null || low.Length == 0) && (to is not null || high.Length == 0) && Add(new(from, lowIncluded, to, highIncluded));
    }

    private bool Add(Interval interval)
    {
        if (interval.IsEmpty)
            return false;
        _intervals.Add(interval);
        return true;
    }

    private decimal? Value(string text)
    {
        var word = text is ['"', .. var inside, '"'] ? inside : text;
        if (type.Kind == FactKind.Date)
            return Node.Scalar(node.Place, JsonValueKind.String, word).Date?.DayNumber;
        return decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= FactLimits.Number ? number : null;
    }

    private Cell Wrong(string part)
    {
        faults.Add(TableFaults.Cell(node.Place, part, type));
        return Cell.Any;
    }
}
