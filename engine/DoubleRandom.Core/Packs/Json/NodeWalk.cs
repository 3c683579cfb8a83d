using System.Text;
using System.Text.Json;

namespace DoubleRandom.Core.Packs.Json;

/// <summary>One pass over the tokens of a file, building nodes that know their line.</summary>
internal sealed class NodeWalk
{
    private readonly string _file;
    private readonly ICollection<Diagnostic> _faults;
    private readonly List<int> _lineStarts = [0];

    public NodeWalk(string file, ReadOnlySpan<byte> content, ICollection<Diagnostic> faults)
    {
        _file = file;
        _faults = faults;
        for (var i = 0; i < content.Length; i++)
            if (content[i] == (byte)'\n')
                _lineStarts.Add(i + 1);
    }

    public Place PlaceOf(JsonException broken) =>
        new(_file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, "");

    public Node Value(ref Utf8JsonReader reader, string pointer)
    {
        var place = PlaceAt(reader.TokenStartIndex, pointer);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, place),
            JsonTokenType.StartArray => Array(ref reader, place),
            JsonTokenType.String => Text(ref reader, place),
            JsonTokenType.Number => Node.Scalar(place, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => Node.Scalar(place, JsonValueKind.True),
            JsonTokenType.False => Node.Scalar(place, JsonValueKind.False),
            _ => Node.Scalar(place, JsonValueKind.Null),
        };
    }

    private Node Object(ref Utf8JsonReader reader, Place place)
    {
        var members = new Dictionary<string, Node>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = TextOf(ref reader);
            var keyPlace = PlaceAt(reader.TokenStartIndex, $"{place.Pointer}/{Escape(key)}");
            reader.Read();
            if (!members.TryAdd(key, Value(ref reader, keyPlace.Pointer)))
                _faults.Add(SyntaxFaults.DuplicateKey(keyPlace, key, members[key].Place.Line));
        }

        return Node.Object(place, members);
    }

    private Node Array(ref Utf8JsonReader reader, Place place)
    {
        var items = new List<Node>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, $"{place.Pointer}/{items.Count}"));
        return Node.Array(place, items);
    }

    private Node Text(ref Utf8JsonReader reader, Place place)
    {
        var text = TextOf(ref reader);
        if (text.Contains('\0', StringComparison.Ordinal))
            _faults.Add(SyntaxFaults.NulCharacter(place));
        return Node.Scalar(place, JsonValueKind.String, text, reader.ValueIsEscaped ? Encoding.UTF8.GetString(reader.ValueSpan) : null);
    }

    /// <summary>Half a surrogate pair (<c>\ud800</c>) is good JSON and no text; the reader calls it an invalid operation, we a fault of the file.</summary>
    private string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            var place = PlaceAt(reader.TokenStartIndex, "");
            throw new JsonException(broken.Message, null, place.Line - 1, place.Column - 1, broken);
        }
    }

    private Place PlaceAt(long offset, string pointer)
    {
        var index = _lineStarts.BinarySearch((int)offset);
        var line = index >= 0 ? index : ~index - 1;
        return new Place(_file, line + 1, (int)offset - _lineStarts[line] + 1, pointer);
    }

    private static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
