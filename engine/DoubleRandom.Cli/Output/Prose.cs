using Spectre.Console;
using Spectre.Console.Rendering;

namespace DoubleRandom.Cli.Output;

/// <summary>Text of Chinese and Latin words that breaks as a typesetter would: between Chinese characters, never inside a word or a date, no closing sign at a line's beginning.</summary>
internal sealed class Prose(string text, Style? style = null) : Renderable
{
    private const string Closing = "，。、；：！？）】》”’%,.;:!?)]}";
    private const string Opening = "（【《“‘([{";

    private readonly Style _style = style ?? Style.Plain;
    private readonly IReadOnlyList<string> _pieces = [.. Pieces(text)];

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var widest = text.Split('\n').Max(Width);
        var longest = _pieces.Select(Width).DefaultIfEmpty(0).Max();
        return new(Math.Min(longest, maxWidth), Math.Min(widest, maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Lines(maxWidth);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                yield return Segment.LineBreak;
            yield return new Segment(lines[i], _style);
        }
    }

    /// <summary>The lines of at most that many columns, as far as the pieces allow.</summary>
    public IReadOnlyList<string> Lines(int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in _pieces)
        {
            if (piece is "\n" || (line.Length > 0 && Width(line) + Width(piece.TrimEnd(' ')) > width))
            {
                lines.Add(line.TrimEnd(' '));
                line = "";
            }

            line += piece is "\n" ? "" : line.Length == 0 ? piece.TrimStart(' ') : piece;
            while (Width(line) > width && Cut(line, width) is var (head, tail))
            {
                lines.Add(head);
                line = tail;
            }
        }

        lines.Add(line.TrimEnd(' '));
        return lines;
    }

    /// <summary>What must stay together: a Latin word with its space, or a Chinese character, with the signs that cling to it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !MayBreak(text[i - 1], text[i]))
                continue;
            yield return text[start..i];
            start = i;
        }
    }

    private static bool MayBreak(char before, char after) =>
        before is '\n' || after is '\n'
        || ((before is ' ' || IsWide(before) || IsWide(after))
            && after is not ' ' && !Closing.Contains(after, StringComparison.Ordinal) && !Opening.Contains(before, StringComparison.Ordinal));

    private static (string Head, string Tail)? Cut(string line, int width)
    {
        var head = line.Length;
        while (head > 1 && (Width(line[..head]) > width || char.IsHighSurrogate(line[head - 1])))
            head--;
        return head < line.Length ? (line[..head], line[head..]) : null;
    }

    private static int Width(string text) => text.Sum(sign => sign is '\n' ? 0 : IsWide(sign) ? 2 : 1);

    private static bool IsWide(char sign) => sign is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6');
}
