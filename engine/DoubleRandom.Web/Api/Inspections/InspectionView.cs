using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>An inspection in a list.</summary>
/// <param name="Instance">Number of the task's workflow instance.</param>
/// <param name="Target">The target.</param>
/// <param name="Name">What the directory calls it; null when it does not know it.</param>
/// <param name="Subject">Id of the task.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Task">Number of the visit's task within the instance.</param>
/// <param name="Lead">Id of the unit that leads.</param>
/// <param name="ScheduledOn">The day on which the visit is meant to be.</param>
/// <param name="State">open, answered, done or cancelled.</param>
/// <param name="Result">Version of the joint result; 0 for none.</param>
/// <param name="Category">Id of the joint result.</param>
/// <param name="CategoryName">What it is called.</param>
/// <param name="InspectedOn">The day of the joint result.</param>
/// <param name="OpenedAt">When the visit was opened.</param>
/// <param name="DoneAt">When its task was finished.</param>
public sealed record InspectionView(
    long Instance, string Target, string? Name, string Subject, string Workflow, int Task, string Lead, DateOnly? ScheduledOn, string State, int Result, string? Category, Bilingual? CategoryName,
    DateOnly? InspectedOn, DateTimeOffset OpenedAt, DateTimeOffset? DoneAt)
{
    internal static InspectionView Of(InspectionRow row) => new(
        row.Instance, row.Target, row.Name, row.Subject, row.Workflow, row.Run, row.Lead, row.ScheduledOn, row.State, row.Result, row.Category, row.Category is { } id ? ResultCategory.Of(id).Name : null,
        row.InspectedOn, row.OpenedAt, row.DoneAt);
}

/// <summary>A page of inspections.</summary>
/// <param name="Items">The inspections.</param>
/// <param name="Next">What asks for the next page; null on the last.</param>
public sealed record InspectionPage(IReadOnlyList<InspectionView> Items, string? Next);

/// <summary>A version of a record.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Category">Its leading result.</param>
/// <param name="Reason">Why it corrects the one before.</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="RecordedAt">When.</param>
public sealed record RecordVersionView(int Version, string Category, string? Reason, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A department of an inspection.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Items">Its items.</param>
/// <param name="Team">Ids of its inspectors.</param>
/// <param name="Version">Version of its record; 0 for none.</param>
/// <param name="Record">That record.</param>
/// <param name="Awaited">SHA-256 of files that have not come yet.</param>
/// <param name="Versions">Every version, oldest first.</param>
public sealed record DepartmentView(
    string Unit, IReadOnlyList<ItemDuty> Items, IReadOnlyList<string> Team, int Version, DepartmentRecord? Record, IReadOnlyList<string> Awaited, IReadOnlyList<RecordVersionView> Versions)
{
    internal static DepartmentView Of(DepartmentDetail detail) => new(
        detail.Department.Unit, detail.Department.Items, detail.Team, detail.Versions.LastOrDefault()?.Version ?? 0, detail.Record, detail.Awaited,
        [.. detail.Versions.Select(row => new RecordVersionView(row.Version, row.Category, row.Reason, row.RecordedBy, row.RecordedAt))]);
}

/// <summary>A version of a joint result.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Reason">Why it is another than the one before.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Result">The result.</param>
public sealed record ResultVersionView(int Version, string? Reason, DateTimeOffset MadeAt, JointResult Result);

/// <summary>A file of an inspection.</summary>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Name">What the sender called it.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="SentUnit">Id of the unit that sent it.</param>
/// <param name="SentAt">When.</param>
/// <param name="Href">Where it can be fetched.</param>
public sealed record PictureView(string Sha256, string Name, string MediaType, long Bytes, string SentUnit, DateTimeOffset SentAt, string Href);

/// <summary>An inspection with everything that belongs to it.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Departments">Its departments, the lead first.</param>
/// <param name="Results">The joint result in every version, oldest first.</param>
/// <param name="Files">Photographs, signatures, seals.</param>
public sealed record InspectionDetailView(InspectionView Inspection, IReadOnlyList<DepartmentView> Departments, IReadOnlyList<ResultVersionView> Results, IReadOnlyList<PictureView> Files)
{
    internal static InspectionDetailView Of(InspectionDetail detail) => new(
        InspectionView.Of(detail.Row), [.. detail.Departments.Select(DepartmentView.Of)],
        [.. detail.Results.Select(version => new ResultVersionView(version.Row.Version, version.Row.Reason, version.Row.MadeAt, version.Result))],
        [.. detail.Files.Select(file => new PictureView(
            file.Sha256, file.Name, file.MediaType, file.Bytes, file.SentUnit, file.SentAt, $"/api/v1/workflow-instances/{detail.Row.Instance}/inspections/{Uri.EscapeDataString(detail.Row.Target)}/files/{file.Sha256}"))]);
}
