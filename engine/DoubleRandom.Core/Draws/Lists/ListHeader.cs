using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>The first line of a committed list: its format, the draw it is for, and how many rows follow.</summary>
/// <param name="Format">Such as <c>SSJ-FRAME/1</c>.</param>
/// <param name="Draw">The number of the draw.</param>
/// <param name="Rows">How many rows follow.</param>
public sealed record ListHeader(string Format, string Draw, long Rows)
{
    /// <summary>The line as it stands in the file, without its line end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Format}\t{Draw}\t{Rows}");

    /// <summary>Reads a header; null when it is none of that format.</summary>
    public static ListHeader? Read(ReadOnlySpan<byte> line, string format)
    {
        var fields = new LineFields(line);
        if (fields.Count != 3 || !fields[0].SequenceEqual(Encoding.ASCII.GetBytes(format)) || !Words.IsDraw(fields[1]))
            return null;
        return Utf8Parser.TryParse(fields[2], out long rows, out var read) && read == fields[2].Length && Words.IsDecimal(fields[2])
            ? new(format, Encoding.ASCII.GetString(fields[1]), rows)
            : null;
    }
}
