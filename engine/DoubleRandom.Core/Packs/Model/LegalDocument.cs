using System.Globalization;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>An official document that a pack carries out.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Title">The title as issued.</param>
/// <param name="Number">The document number (文号), when the text has one.</param>
/// <param name="IssuedOn">The date of issue as precisely as the text gives it: <c>2018</c>, <c>2018-05</c> or <c>2018-05-03</c>; null when it gives none.</param>
/// <param name="InForceFrom">First day in force; null means from its issue, or without limit when it is undated.</param>
/// <param name="InForceTo">Last day in force; null does not limit.</param>
/// <param name="Undated">Why there is no date of issue.</param>
/// <param name="Source">Where the text can be read.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record LegalDocument(
    string Id, string Title, string? Number, string? IssuedOn, DateOnly? InForceFrom, DateOnly? InForceTo, Bilingual? Undated, string? Source, Place Place)
{
    /// <summary>The first day in force: as stated, otherwise the first day of the year, month or day of issue; null does not limit.</summary>
    public DateOnly? StartsOn => InForceFrom ?? FirstDayOf(IssuedOn);

    /// <summary>Whether the document is in force on a day.</summary>
    public bool IsInForce(DateOnly day) => day >= (StartsOn ?? DateOnly.MinValue) && day <= (InForceTo ?? DateOnly.MaxValue);

    private static DateOnly? FirstDayOf(string? issued) =>
        issued is not null && DateOnly.TryParseExact(issued + "-01-01"[(issued.Length - 4)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
