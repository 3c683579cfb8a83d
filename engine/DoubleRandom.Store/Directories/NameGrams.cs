namespace DoubleRandom.Store.Directories;

/// <summary>
/// How parts of names are found. Chinese has no spaces between words and PostgreSQL's trigrams pass over Chinese characters under the locale C, so each pair of
/// neighbouring characters is indexed, as one number.
/// </summary>
public static class NameGrams
{
    /// <summary>The fewest characters that can be searched.</summary>
    public const int Fewest = 2;

    /// <summary>The pairs of a text, each once; letters count alike in either case.</summary>
    public static int[] Of(string text)
    {
        if (text.Length < Fewest)
            return [];
        var grams = new int[text.Length - 1];
        for (var i = 0; i < grams.Length; i++)
            grams[i] = unchecked((Fold(text[i]) << 16) | Fold(text[i + 1]));
        return grams.Length < 2 ? grams : [.. grams.Distinct()];
    }

    /// <summary>The text as names are compared.</summary>
    public static string Folded(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Fold(source[i]);
    });

    // ASCII alone: what upper() does under the locale C.
    private static char Fold(char character) => char.IsAsciiLetterLower(character) ? (char)(character - 'a' + 'A') : character;
}
