namespace DoubleRandom.Core.Packs.Model;

/// <summary>One demand of a document and what carries it.</summary>
/// <param name="Clause">The clause's id in the acceptance list, when it has one: <c>PY-17</c>.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Article">The article.</param>
/// <param name="Demand">What it demands, in a few words.</param>
/// <param name="CarriedBy">The elements that carry it: <c>obligation:half-year-report</c>…</param>
/// <param name="NotEncoded">Why it is not carried, or not wholly when <paramref name="CarriedBy"/> names something; null when it is.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record CoverageRow(
    string? Clause, string Document, string Article, Bilingual Demand, IReadOnlyList<string> CarriedBy, Bilingual? NotEncoded, Place Place)
{
    /// <summary>Whether elements of the pack carry the whole demand.</summary>
    public bool IsCarried => CarriedBy.Count > 0 && NotEncoded is null;
}
