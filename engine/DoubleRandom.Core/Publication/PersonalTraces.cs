using System.Text.RegularExpressions;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Core.Publication;

/// <summary>Finds telephone and identity numbers in running text: people write them where no field asks for them.</summary>
public static partial class PersonalTraces
{
    /// <summary>What stands in the place of what was taken out.</summary>
    public const string Hidden = "〔已隐去〕";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Every number of a person in a text: mobile and fixed telephones, identity numbers (18 digits whose check digit fits).</summary>
    public static IReadOnlyList<string> Of(string text) =>
        text.Any(char.IsAsciiDigit) ? [.. Candidates().Matches(text).Select(match => match.Value).Where(IsPersonal)] : [];

    /// <summary>The text without them.</summary>
    public static string Without(string text) =>
        text.Any(char.IsAsciiDigit) ? Candidates().Replace(text, match => IsPersonal(match.Value) ? Hidden : match.Value) : text;

    private static bool IsPersonal(string candidate) => candidate.Length != 18 || candidate.Contains('-', StringComparison.Ordinal) || IsIdentity(candidate);

    /// <summary>GB 11643; a credit code of digits alone is none unless its digits happen to fit in every way, and those that pass their own check are left.</summary>
    private static bool IsIdentity(string number)
    {
        if (CreditCode.IsValid(number) || !DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var born) || born.Year is < 1900 or > 2100)
            return false;
        var sum = Weights.Select((weight, at) => weight * (number[at] - '0')).Sum();
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8}|\d{17}[0-9Xx])(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Candidates();
}
