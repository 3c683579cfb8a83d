namespace DoubleRandom.Core.Directories;

/// <summary>
/// The registration number that businesses had before the unified social credit code (注册号, GS 15-2006): six digits of the registering body, eight in sequence,
/// one check digit by ISO 7064 MOD 11,10.
/// </summary>
public static class RegistrationNumber
{
    /// <summary>Digits of a number.</summary>
    public const int Length = 15;

    /// <summary>Whether the text is a number with the right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == Length && !text.ContainsAnyExceptInRange('0', '9') && CheckOf(text[..^1]) == text[^1];

    /// <summary>The check digit that the first fourteen demand.</summary>
    public static char CheckOf(ReadOnlySpan<char> body)
    {
        var product = 10;
        foreach (var digit in body)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}
