using System.Text;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Feeds;

/// <summary>The line format of RFC 5545, section 3.1: CRLF ends, at most 75 bytes a line, continued after one space.</summary>
public static class ContentLine
{
    /// <summary>Writes one content line, folded where needed and never inside a character.</summary>
    /// <param name="output">Where to append.</param>
    /// <param name="line">Name, parameters and value, already escaped, without line breaks.</param>
    public static void Append(StringBuilder output, string line)
    {
        ReadOnlySpan<char> rest = line;
        int room = LongestLine;
        do
        {
            int units = Utf8Cut.UnitsFitting(rest, room);
            if (room < LongestLine)
                output.Append(' ');
            output.Append(rest[..units]).Append("\r\n");
            rest = rest[units..];
            room = LongestLine - 1; // the space that marks a continuation counts
        }
        while (!rest.IsEmpty);
    }

    /// <summary>Text as a TEXT value (section 3.3.11): backslash, semicolon, comma and line breaks escaped, other control characters dropped.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t')
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    private const int LongestLine = 75;
}
