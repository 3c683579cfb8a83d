using System.Globalization;
using System.Text.Json;

namespace DoubleRandom.Core.Packs.Json;

/// <summary>A JSON value that remembers where it was written, so that faults and provenance can name file, line and pointer after layers were merged.</summary>
public sealed class Node
{
    private static readonly IReadOnlyList<Node> NoItems = [];
    private static readonly IReadOnlyDictionary<string, Node> NoMembers = new Dictionary<string, Node>(StringComparer.Ordinal);

    private readonly string? _written;

    private Node(JsonValueKind kind, Place place, string? text, IReadOnlyList<Node>? items, IReadOnlyDictionary<string, Node>? members, string? written = null)
    {
        _written = written;
        Kind = kind;
        Place = place;
        Text = text ?? "";
        Items = items ?? NoItems;
        Members = members ?? NoMembers;
    }

    /// <summary>What kind of value it is.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>Where the value begins.</summary>
    public Place Place { get; }

    /// <summary>The text of a string, or the literal of a number; empty for everything else.</summary>
    public string Text { get; }

    /// <summary>The items of an array; none for everything else.</summary>
    public IReadOnlyList<Node> Items { get; }

    /// <summary>The members of an object in the order written; none for everything else.</summary>
    public IReadOnlyDictionary<string, Node> Members { get; }

    /// <summary>An object.</summary>
    public static Node Object(Place place, IReadOnlyDictionary<string, Node> members) => new(JsonValueKind.Object, place, null, null, members);

    /// <summary>An array.</summary>
    public static Node Array(Place place, IReadOnlyList<Node> items) => new(JsonValueKind.Array, place, null, items, null);

    /// <summary>A string, number, boolean or null; <paramref name="text"/> is the string's value or the number's literal.</summary>
    /// <param name="place">Where it begins.</param>
    /// <param name="kind">Which of them.</param>
    /// <param name="text">The value.</param>
    /// <param name="written">How a string with escapes is written in the file, without its quotes; null when it is written as it reads.</param>
    public static Node Scalar(Place place, JsonValueKind kind, string? text = null, string? written = null) => new(kind, place, text, null, null, written);

    /// <summary>Where the character at an offset of a string stands in the file, escapes counted as they are written.</summary>
    public Place PlaceAt(int offset)
    {
        if (Place.Line == 0)
            return Place;
        var before = _written is null ? Text[..Math.Min(offset, Text.Length)] : WrittenTo(_written, offset);
        return Place with { Column = Place.Column + 1 + System.Text.Encoding.UTF8.GetByteCount(before) };
    }

    private static string WrittenTo(string written, int offset)
    {
        var at = 0;
        for (var i = 0; i < offset && at < written.Length; i++)
            at += written[at] != '\\' ? 1 : at + 1 < written.Length && written[at + 1] == 'u' ? 6 : 2;
        return written[..Math.Min(at, written.Length)];
    }

    /// <summary>The member of that name, or null.</summary>
    public Node? this[string key] => Members.GetValueOrDefault(key);

    /// <summary>The value as compact JSON text, keys in the order of the file.</summary>
    public string ToJson() => Kind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', Members.Select(member => $"{JsonSerializer.Serialize(member.Key)}:{member.Value.ToJson()}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', Items.Select(item => item.ToJson()))}]",
        JsonValueKind.String => JsonSerializer.Serialize(Text),
        JsonValueKind.Number => Text,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    /// <summary>Whether this is an object.</summary>
    public bool IsObject => Kind == JsonValueKind.Object;

    /// <summary>Whether this is an array.</summary>
    public bool IsArray => Kind == JsonValueKind.Array;

    /// <summary>Whether this is a string.</summary>
    public bool IsText => Kind == JsonValueKind.String;

    /// <summary>The number as an integer, or null when it is none or does not fit.</summary>
    public int? Integer => Kind == JsonValueKind.Number && int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The value of a boolean, or null when it is none.</summary>
    public bool? Boolean => Kind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>The string as a date <c>yyyy-MM-dd</c>, or null when it is none or no such day exists.</summary>
    public DateOnly? Date => IsText && DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
}
