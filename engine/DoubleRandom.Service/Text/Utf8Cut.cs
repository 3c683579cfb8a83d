using System.Text;

namespace DoubleRandom.Service.Text;

/// <summary>
/// Cuts text where its UTF-8 form reaches a byte limit. Mail headers (75), calendar lines (75) and robot messages (4096) all count
/// bytes while Chinese characters take three, so a cut by characters would either overrun the limit or break a character.
/// </summary>
internal static class Utf8Cut
{
    /// <summary>How many leading UTF-16 units fit into <paramref name="maxBytes"/> without splitting a character.</summary>
    public static int UnitsFitting(ReadOnlySpan<char> text, int maxBytes)
    {
        int units = 0;
        int bytes = 0;
        while (units < text.Length)
        {
            // A lone surrogate decodes to U+FFFD, which is also what the encoder will write for it.
            Rune.DecodeFromUtf16(text[units..], out Rune rune, out int consumed);
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                return units;
            units += consumed;
        }

        return units;
    }

    /// <summary>The text itself, or its longest beginning that together with a closing ellipsis stays within the limit.</summary>
    public static string Shorten(string text, int maxBytes)
    {
        if (UnitsFitting(text, maxBytes) == text.Length)
            return text;
        return string.Concat(text.AsSpan(0, UnitsFitting(text, maxBytes - Ellipsis.Utf8SequenceLength)), Ellipsis.ToString());
    }

    private static readonly Rune Ellipsis = new('…');
}
