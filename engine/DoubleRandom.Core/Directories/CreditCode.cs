namespace DoubleRandom.Core.Directories;

/// <summary>
/// The unified social credit code (统一社会信用代码, GB 32100-2015): two characters for the registering body and the kind of entity, six digits of a division,
/// nine characters of the entity, one check character. The letters I, O, S, V and Z never occur in it.
/// </summary>
public static class CreditCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // GB 32100-2015, annex A: the weight of the i-th character is 3^(i-1) mod 31.
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Whether the text is a code: shape, digits of the division, and check character.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => HasShape(text) && CheckOf(text[..^1]) == text[^1];

    /// <summary>Whether the text has the shape of a code, whatever its check character.</summary>
    public static bool HasShape(ReadOnlySpan<char> text) =>
        text.Length == Length && text.IndexOfAnyExcept(Alphabet) < 0 && !text[2..8].ContainsAnyExceptInRange('0', '9');

    /// <summary>The check character that the first seventeen demand (annex A: 31 minus the weighted sum mod 31).</summary>
    /// <param name="body">Seventeen characters of the code's alphabet.</param>
    public static char CheckOf(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Alphabet.IndexOf(body[i]) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }
}
