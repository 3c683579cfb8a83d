namespace DoubleRandom.Core;

/// <summary>A text that a person reads, in the two languages of the product.</summary>
/// <param name="Zh">Chinese, the first language of everything a user sees.</param>
/// <param name="En">English, complete beside it.</param>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in a language: <c>"en"</c> gives English, anything else Chinese.</summary>
    public string In(string language) => string.Equals(language, "en", StringComparison.Ordinal) ? En : Zh;

    /// <inheritdoc />
    public override string ToString() => $"{Zh} / {En}";
}
