using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Frames;

/// <summary>What every part of a page knows: the reader's language, the moment, and the address that is shown.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Now">The present instant by the clock of duties (UTC).</param>
/// <param name="Speed">How many times faster than life that clock runs; null for the clock of life.</param>
/// <param name="Path">The path of the page.</param>
/// <param name="Query">The query of the page without <c>lang</c>, with its question mark; empty when there is none.</param>
public sealed record Frame(string Language, DateTimeOffset Now, double? Speed, string Path, string Query)
{
    /// <summary>Whether the page is read in English.</summary>
    public bool IsEnglish => Language is "en";

    /// <summary>Whether duties fall due by a simulated clock.</summary>
    public bool IsVirtual => Speed is not null;

    /// <summary>The text in the reader's language.</summary>
    public string Say(Bilingual text) => text.In(Language);

    /// <summary>This page in another language.</summary>
    public string In(string language) => $"{Path}{Query}{(Query.Length == 0 ? '?' : '&')}lang={language}";
}
