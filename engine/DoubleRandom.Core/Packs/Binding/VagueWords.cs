using System.Text.RegularExpressions;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Words of official texts that sound like a deadline but give no number.</summary>
internal static partial class VagueWords
{
    /// <summary>Whether a quoted phrase says only such words: then a period cannot come from it.</summary>
    public static bool OnlyVague(string quote) => Vague().IsMatch(quote) && !HasNumber(quote);

    /// <summary>Whether a phrase gives a number or names a recurring period (每月, 半年, 年底…).</summary>
    public static bool HasNumber(string phrase) => Number().IsMatch(phrase);

    [GeneratedRegex("及时|定期|适时|限期|尽快|不定期|实时|随时", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vague();

    [GeneratedRegex("[0-9０-９]|[一二三四五六七八九十两]+[个日天月年次周]|[一二三四五六七八九十两]+星期|半个?月|每[年月日周]|每季|半年|季度|年底|月末|月底|年末", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
