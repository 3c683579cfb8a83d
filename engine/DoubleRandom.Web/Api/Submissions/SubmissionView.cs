using System.Text.Json;
using DoubleRandom.Store.Submissions;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>A file that came with a submission.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type as the sender gave it.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Href">Where to download it.</param>
public sealed record AttachmentView(long Id, string Name, string MediaType, string Sha256, long Bytes, string Href);

/// <summary>Something that a unit handed in.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Period">For which deadline.</param>
/// <param name="Form">Id of the form; empty when the obligation has none.</param>
/// <param name="Content">The fields.</param>
/// <param name="SubmittedBy">Who handed it in.</param>
/// <param name="SubmittedAt">When (UTC).</param>
/// <param name="State">submitted, accepted or returned.</param>
/// <param name="DecidedBy">Who accepted it or sent it back.</param>
/// <param name="DecidedAt">When (UTC).</param>
/// <param name="Reason">Why it was sent back.</param>
/// <param name="Attachments">Its files.</param>
public sealed record SubmissionView(
    long Id, string Jurisdiction, string Obligation, string Unit, string Period, string Form, JsonElement Content, string SubmittedBy, DateTimeOffset SubmittedAt,
    string State, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, IReadOnlyList<AttachmentView> Attachments)
{
    /// <summary>A submission with its files.</summary>
    public static SubmissionView Of(SubmissionRow row, IReadOnlyList<AttachmentRow> files) => new(
        row.Id, row.Jurisdiction, row.Obligation, row.Unit, row.Period, row.Form, JsonElement.Parse(row.Content), row.SubmittedBy, row.SubmittedAt, row.State, row.DecidedBy,
        row.DecidedAt, row.Reason,
        [.. files.Select(file => new AttachmentView(file.Id, file.Name, file.MediaType, file.Sha256, file.Bytes, $"/api/v1/submissions/{row.Id}/attachments/{file.Id}"))]);
}
