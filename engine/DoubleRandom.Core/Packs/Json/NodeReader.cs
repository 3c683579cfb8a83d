using System.Text;
using System.Text.Json;

namespace DoubleRandom.Core.Packs.Json;

/// <summary>Reads one file as strict JSON into a <see cref="Node"/>: UTF-8, no comments, no trailing commas, no duplicate keys, bounded depth and size.</summary>
public static class NodeReader
{
    /// <summary>The deepest nesting that is read; the packs of the five counties need eight.</summary>
    public const int MaxDepth = 32;

    /// <summary>The root of the file, or null when it is no JSON at all; every fault found is added to <paramref name="faults"/>.</summary>
    public static Node? Read(PackFile file, ICollection<Diagnostic> faults)
    {
        if (TextFaults.Of(file) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        var content = WithoutByteOrderMark(file.Content);
        var walk = new NodeWalk(file.Path, content.Span, faults);
        try
        {
            var reader = new Utf8JsonReader(content.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var root = walk.Value(ref reader, "");
            reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            faults.Add(SyntaxFaults.Broken(walk.PlaceOf(broken), broken.Message));
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
}
