using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>Writes a frame (SSJ-FRAME/1): UTF-8 without a byte order mark, a header, then a row per target, every line ended by LF.</summary>
public static class FrameWriter
{
    /// <summary>The format's name in the header.</summary>
    public const string Format = "SSJ-FRAME/1";

    /// <summary>Writes the rows, sorted by the bytes of their ids.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="rows">The targets in any order. What is wrong with one is for the reader to say: read a frame before publishing it.</param>
    public static void Write(Stream stream, string draw, IReadOnlyCollection<FrameRow> rows)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(new ListHeader(Format, draw, rows.Count).ToString());
        foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal))
            writer.WriteLine(row.ToString());
    }
}
