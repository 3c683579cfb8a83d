using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>
/// JSON that has one writing only: RFC 8785 restricted to objects, arrays, strings and integers. Keys are sorted by their UTF-16 code units, nothing stands between the
/// tokens, and only what must be escaped is.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The greatest integer that every reader of JSON keeps exactly; greater ones are written as strings.</summary>
    public const long Greatest = (1L << 53) - 1;

    /// <summary>Reads JSON of any size and refuses what has no canonical writing.</summary>
    /// <param name="content">UTF-8.</param>
    /// <param name="file">Its name, for the faults.</param>
    /// <param name="faults">Every fault found is added.</param>
    /// <returns>The value; null when it is none or has faults.</returns>
    public static Node? Read(ReadOnlyMemory<byte> content, string file, ICollection<Diagnostic> faults)
    {
        var found = new List<Diagnostic>();
        var walk = new NodeWalk(file, content.Span, found);
        Node? root = null;
        try
        {
            var reader = new Utf8JsonReader(content.Span, new JsonReaderOptions { MaxDepth = NodeReader.MaxDepth });
            reader.Read();
            root = walk.Value(ref reader, "");
            reader.Read();
            Check(root, found);
        }
        catch (JsonException broken)
        {
            found.Add(CanonicalMessages.Broken(walk.PlaceOf(broken)));
        }

        foreach (var fault in found)
            faults.Add(fault);
        return found.Count == 0 ? root : null;
    }

    /// <summary>The canonical bytes of a value that <see cref="Read"/> accepted.</summary>
    public static byte[] Write(Node node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Check(Node node, List<Diagnostic> faults)
    {
        if (node.Kind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)
            faults.Add(CanonicalMessages.Kind(node.Place));
        else if (node.Kind is JsonValueKind.Number && !IsInteger(node.Text))
            faults.Add(CanonicalMessages.Number(node.Place, node.Text));
        foreach (var inside in node.Items.Concat(node.Members.Values))
            Check(inside, faults);
    }

    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -Greatest and <= Greatest
        && string.Equals(text, value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static void Append(StringBuilder text, Node node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Object:
                Append(text, '{', node.Members.OrderBy(member => member.Key, StringComparer.Ordinal), Member, '}');
                break;
            case JsonValueKind.Array:
                Append(text, '[', node.Items, Append, ']');
                break;
            case JsonValueKind.String:
                Quote(text, node.Text);
                break;
            default:
                text.Append(node.Text);
                break;
        }
    }

    private static void Append<T>(StringBuilder text, char open, IEnumerable<T> parts, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            append(text, part);
        }

        text.Append(close);
    }

    private static void Member(StringBuilder text, KeyValuePair<string, Node> member)
    {
        Quote(text, member.Key);
        text.Append(':');
        Append(text, member.Value);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        text.Append('"');
    }
}
