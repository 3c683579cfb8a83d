namespace DoubleRandom.Core.Directories;

/// <summary>The shape of a division code: six digits (GB/T 2260), or nine for a township and twelve for a village, which begin with those of the county.</summary>
public static class DivisionCode
{
    // The first digit is the region, the second the province within it.
    private static readonly string[] Provinces =
        ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"];

    /// <summary>Whether the text has the shape.</summary>
    public static bool IsValid(string text) =>
        text.Length is 6 or 9 or 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && Provinces.Contains(text[..2], StringComparer.Ordinal);
}
