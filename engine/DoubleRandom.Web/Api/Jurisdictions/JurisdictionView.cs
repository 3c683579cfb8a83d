using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Packs;

namespace DoubleRandom.Web.Api.Jurisdictions;

/// <summary>A document that a jurisdiction carries out.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Title">Its title as issued.</param>
/// <param name="Number">Its document number; null when the text has none.</param>
/// <param name="IssuedOn">Date of issue as precisely as the text gives it.</param>
/// <param name="InForceFrom">First day in force; null does not limit.</param>
/// <param name="InForceTo">Last day in force; null does not limit.</param>
/// <param name="Source">Where the text can be read.</param>
public sealed record DocumentView(string Id, string Title, string? Number, string? IssuedOn, DateOnly? InForceFrom, DateOnly? InForceTo, string? Source);

/// <summary>A jurisdiction and the state of its plan.</summary>
/// <param name="Folder">Its key everywhere: <c>640425-pengyang</c>.</param>
/// <param name="Id">Short id; null while no pack of it runs.</param>
/// <param name="Code">Division code (GB/T 2260).</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">province, city, county or township; null while no pack of it runs.</param>
/// <param name="TimeZone">IANA name of the zone in which its dates are meant.</param>
/// <param name="OfficeUnit">Id of the unit in which the joint conference's office sits.</param>
/// <param name="Version">Content hash of the pack version that runs.</param>
/// <param name="FirstPublishedOn">The day of its first version; what was due before is history.</param>
/// <param name="PlannedTo">Up to which day deadlines are planned.</param>
/// <param name="ReconciledAt">When the deadlines were last made to match the plan (UTC).</param>
/// <param name="Units">How many units it has.</param>
/// <param name="Obligations">How many obligations it has.</param>
/// <param name="Documents">The documents that it carries out.</param>
public sealed record JurisdictionView(
    string Folder, string? Id, string Code, Bilingual Name, string? Level, string TimeZone, string? OfficeUnit, string? Version, DateOnly FirstPublishedOn,
    DateOnly? PlannedTo, DateTimeOffset? ReconciledAt, int Units, int Obligations, IReadOnlyList<DocumentView> Documents)
{
    /// <summary>A row of the table, with what its running pack adds.</summary>
    public static JurisdictionView Of(JurisdictionRow row, Pack? pack) => new(
        row.Folder, pack?.Jurisdiction.Id, row.Code, new(row.NameZh, row.NameEn), pack?.Jurisdiction.Level, row.TimeZone, pack?.Jurisdiction.OfficeUnit,
        row.RunningVersion, row.FirstPublishedOn, row.PlannedTo, row.ReconciledAt, pack?.Units.Count ?? 0, pack?.Obligations.Count ?? 0,
        [.. (pack?.Documents.Values ?? []).OrderBy(document => document.Id, StringComparer.Ordinal)
            .Select(document => new DocumentView(document.Id, document.Title, document.Number, document.IssuedOn, document.InForceFrom, document.InForceTo, document.Source))]);
}
