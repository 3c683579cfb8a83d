using System.Globalization;
using System.Text;

namespace DoubleRandom.Core.Directories;

/// <summary>
/// What a code probably was before it was typed or scanned: full-width for half-width, lower for upper case, spaces and dashes inside, letters that the code never
/// has for the digits that look like them (O and 0, I and 1), Cyrillic and Greek letters for Latin ones.
/// </summary>
internal static class LookAlike
{
    private const string Foreign = "АВЕКМНОРСТУХΑΒΕΗΚΜΝΟΡΤΥΧ";
    private const string Latin = "ABEKMH0PCTYXABEHKMN0PTYX";

    /// <summary>The plain form, and what was unlike it.</summary>
    public static (string Plain, Bilingual Unlike) Of(string written)
    {
        var plain = new StringBuilder(written.Length);
        var unlike = new List<Bilingual>();
        foreach (var character in written)
            if (Plain(character, unlike) is { } kept)
                plain.Append(kept);
        var seen = unlike.DistinctBy(one => one.En, StringComparer.Ordinal).ToArray();
        return (plain.ToString(), new(string.Join("、", seen.Select(one => one.Zh)), string.Join(", ", seen.Select(one => one.En))));
    }

    private static char? Plain(char character, List<Bilingual> unlike)
    {
        if (character is >= '！' and <= '～')
        {
            unlike.Add(new("全角字符", "full-width characters"));
            character = (char)(character - '！' + '!');
        }

        if (char.IsWhiteSpace(character) || character is '-' or '_' or '.' || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.DashPunctuation)
        {
            unlike.Add(new("空格或连字符", "spaces or dashes"));
            return null;
        }

        if (char.IsLower(character))
        {
            unlike.Add(new("小写字母", "lower case"));
            character = char.ToUpperInvariant(character);
        }

        return AsLatin(character, unlike);
    }

    private static char AsLatin(char character, List<Bilingual> unlike)
    {
        if (Foreign.IndexOf(character, StringComparison.Ordinal) is >= 0 and var place)
        {
            unlike.Add(new("西里尔或希腊字母", "Cyrillic or Greek letters"));
            return Latin[place];
        }

        var digit = character switch { 'O' => '0', 'I' => '1', 'Z' => '2', 'S' => '5', 'V' => 'U', _ => character };
        if (digit != character)
            unlike.Add(new($"“{character}”应为“{digit}”", $"\"{character}\" for \"{digit}\""));
        return digit;
    }
}
