using System.Text;

namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>What names and values of witnesses may look like, so that a seed has one writing only.</summary>
public static class WitnessText
{
    private const int LongestName = 64;
    private const int LongestValue = 1000;

    /// <summary>Whether a text can name a witness: 1 to 64 characters, normal form C, no control character, no <c>|</c>, no space at either end.</summary>
    public static bool IsName(string text) => IsPlain(text, LongestName);

    /// <summary>Whether a text can be what a witness gives: as a name, up to 1000 characters.</summary>
    public static bool IsValue(string text) => IsPlain(text, LongestValue);

    /// <summary>Whether a text can be a beacon's value: 1 to 1000 printable ASCII characters without space.</summary>
    public static bool IsBeacon(string text) => text.Length is > 0 and <= LongestValue && text.All(letter => letter is > ' ' and <= '~');

    /// <summary>The same person in other letters is the same person: full-width, lower case or with spaces between.</summary>
    public static string Folded(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Whether two names are one person's.</summary>
    public static bool IsSame(string one, string other) => string.Equals(Folded(one), Folded(other), StringComparison.Ordinal);

    private static bool IsPlain(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !text.Contains('|', StringComparison.Ordinal) && !text.Any(char.IsControl) && string.Equals(text, text.Trim(), StringComparison.Ordinal)
        && text.IsNormalized(NormalizationForm.FormC);
}
