using System.ComponentModel.DataAnnotations;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>Sets the day of a visit.</summary>
/// <param name="On">The civil day.</param>
public sealed record ScheduleRequest([property: Required] DateOnly? On) : WorkflowRequest;

/// <summary>Enters a department's team.</summary>
/// <param name="Inspectors">Ids of the directory of inspectors.</param>
/// <param name="Reason">Why; needed where the team was drawn.</param>
public sealed record TeamRequest([property: Required] IReadOnlyList<string>? Inspectors, string? Reason) : WorkflowRequest
{
    internal override IEnumerable<string> Holes() => (Inspectors ?? []).Select((id, place) => (id, place)).Where(one => one.id is null).Select(one => $"inspectors[{one.place}]");
}

/// <summary>Hands in a department's record.</summary>
/// <param name="Version">The version of the record that the sender saw; 0 for none.</param>
/// <param name="Record">What was found.</param>
/// <param name="Reason">Why the version before is corrected; needed from the second version on.</param>
public sealed record RecordRequest([property: Required] int? Version, [property: Required] DepartmentRecord? Record, string? Reason) : WorkflowRequest
{
    internal override IEnumerable<string> Holes() =>
    [
        .. (Record?.Items ?? []).Select((item, place) => (item, place)).Where(one => one.item is null).Select(one => $"record.items[{one.place}]"),
        .. (Record?.Inspectors ?? []).Select((id, place) => (id, place)).Where(one => one.id is null).Select(one => $"record.inspectors[{one.place}]"),
        .. (Record?.Photographs ?? []).Select((file, place) => (file, place)).Where(one => one.file is null).Select(one => $"record.photographs[{one.place}]"),
    ];
}

/// <summary>Asks the workflow to go on.</summary>
public sealed record FinishRequest : WorkflowRequest;

/// <summary>A photograph, or the image of a signature or seal, as a form with a file.</summary>
/// <param name="By">Who sends it.</param>
/// <param name="ByUnit">Id of that person's unit.</param>
/// <param name="File">JPEG, PNG, WebP or PDF, up to 10 MB.</param>
public sealed record PictureRequest(string? By, [property: Required] string ByUnit, [property: Required] byte[] File);
