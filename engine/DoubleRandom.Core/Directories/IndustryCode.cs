namespace DoubleRandom.Core.Directories;

/// <summary>The shape of an industry code (GB/T 4754-2017): a section letter, or two to four digits with or without the letter of their section before them.</summary>
public static class IndustryCode
{
    // The last division of each section, A to T.
    private static readonly int[] LastDivisions = [5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 86, 90, 96, 97];

    /// <summary>Whether the text has the shape; a letter before digits must be that of their section.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var letter = text is [>= 'A' and <= 'T', ..] ? text[0] : (char?)null;
        var digits = letter is null ? text : text[1..];
        if (digits.IsEmpty)
            return letter is not null;
        if (digits.Length is < 2 or > 4 || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        var division = (digits[0] - '0') * 10 + digits[1] - '0';
        return division >= 1 && division <= LastDivisions[^1] && (letter is null || letter == SectionOf(division));
    }

    /// <summary>The section letter of a division.</summary>
    private static char SectionOf(int division) => (char)('A' + Array.FindIndex(LastDivisions, last => division <= last));
}
