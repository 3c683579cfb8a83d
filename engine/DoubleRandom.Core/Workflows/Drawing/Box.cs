namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>A step as it stands on a chart.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Lines">What stands on it, one text a line.</param>
/// <param name="Kind">Kind of the step, which gives it its shape: <c>task</c>, <c>decision</c>, <c>wait</c>, <c>end</c>…</param>
internal sealed record Box(string Id, IReadOnlyList<string> Lines, string Kind)
{
    public const int LineHeight = 20;
    private const int Padding = 14;

    /// <summary>What is drawn inside a frame; null for everything else.</summary>
    public Chart? Inside { get; init; }

    /// <summary>What is known of the step in a running instance; null in a bare definition.</summary>
    public DrawnStep? State { get; init; }

    /// <summary>The height of the words above what is inside.</summary>
    public int Head => (Lines.Count * LineHeight) + Padding;

    public int Width => Math.Max(Inside?.Width ?? 0, Kind switch
    {
        "begin" => 20,
        "fork" or "join" => Math.Max(120, Longest + (2 * Padding)),
        "decision" => Longest + 64,
        _ => Math.Max(96, Longest + (2 * Padding)),
    });

    public int Height => Kind is "begin" ? 20 : Inside is null ? Head + (Kind is "decision" ? 16 : 0) : Head + Inside.Height;

    private int Longest => Lines.Count == 0 ? 0 : Lines.Max(Letters.Width);
}

/// <summary>An arrow of a chart.</summary>
/// <param name="From">Id of the box that it leaves.</param>
/// <param name="To">Id of the box that it enters.</param>
/// <param name="Name">What stands on it; empty for nothing.</param>
/// <param name="IsBack">Whether it sends the matter back.</param>
internal sealed record Line(string From, string To, string Name, bool IsBack);

/// <summary>The room that letters take, without any font at hand: a Chinese one is as wide as it is high, others about half of that.</summary>
internal static class Letters
{
    private const int Wide = 14;
    private const int Narrow = 8;

    public static int Width(string text) => text.Sum(letter => letter > '\u2E7F' ? Wide : Narrow);

    /// <summary>The text on lines of at most so many pixels; Latin words stay whole.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int most)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Width(line + piece.TrimEnd()) > most)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += piece;
        }

        return line.Length > 0 ? [.. lines, line.TrimEnd()] : lines;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = from + 1;
            while (to < text.Length && text[to - 1] is > ' ' and <= '\u2E7F' && text[to] <= '\u2E7F')
                to++;
            yield return text[from..to];
        }
    }
}
