namespace DoubleRandom.Core.Packs.Model;

/// <summary>Why something is so: an article of a document, or a local decision that says that it is one.</summary>
/// <param name="Document">Id of the document in the pack; null for a local value.</param>
/// <param name="Article">The article as the text numbers it: <c>三(四)</c>.</param>
/// <param name="Quote">The phrase that gives the deadline or the number, when there is one.</param>
/// <param name="Local">Why a local value is as it is; null for law.</param>
public sealed record Basis(string? Document, string? Article, string? Quote, Bilingual? Local)
{
    /// <summary>Whether this is a local value, not law.</summary>
    public bool IsLocal => Local is not null;

    /// <summary>A local value with its reason.</summary>
    public static Basis OfLocal(Bilingual reason) => new(null, null, null, reason);
}
