using System.ComponentModel.DataAnnotations;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Store.Events;

namespace DoubleRandom.Web.Api.Events;

/// <summary>Something that happened.</summary>
/// <param name="Jurisdiction">The jurisdiction: folder, division code or short id.</param>
/// <param name="Event">Id of the event: inspection-task.completed.</param>
/// <param name="On">The civil day in the jurisdiction's zone.</param>
/// <param name="Subject">What it happened to: a task's or a result's id; leave it out when there is only one.</param>
/// <param name="Unit">Id of the unit that it concerns; leave it out when it concerns all.</param>
/// <param name="By">Who records it; the header Acting-Person will do instead.</param>
public sealed record EventRequest([property: Required] string? Jurisdiction, [property: Required] string? Event, [property: Required] DateOnly? On, string? Subject, string? Unit, string? By);

/// <summary>A recorded event.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Event">Id of the event.</param>
/// <param name="On">The civil day.</param>
/// <param name="Subject">What it happened to; empty when there is only one.</param>
/// <param name="Unit">Id of the unit that it concerns; null when it concerns all.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="RecordedBy">By whom.</param>
public sealed record EventView(long Id, string Jurisdiction, string Event, DateOnly On, string Subject, string? Unit, DateTimeOffset RecordedAt, string RecordedBy)
{
    /// <summary>A row of the log.</summary>
    public static EventView Of(EventRow row) => new(row.Id, row.Jurisdiction, row.Event, row.On, row.Subject, row.Unit.Length == 0 ? null : row.Unit, row.RecordedAt, row.RecordedBy);
}

/// <summary>What recording an event did to the deadlines.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Added">New deadlines.</param>
/// <param name="Changed">Deadlines planned otherwise now, moved ones included.</param>
/// <param name="Moved">Open deadlines whose day moved.</param>
/// <param name="Withdrawn">Deadlines no longer planned.</param>
/// <param name="Corrections">Notices that put right what had been told.</param>
public sealed record EventEffect(string Jurisdiction, int Added, int Changed, int Moved, int Withdrawn, int Corrections)
{
    /// <summary>The report of the reconciliation.</summary>
    public static EventEffect Of(ReconcileReport report) => new(report.Jurisdiction, report.Added, report.Changed, report.Moved, report.Withdrawn, report.Corrections);
}

/// <summary>Events, the newest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextBeforeId">Ask with this beforeId for the next page; null when there may be none.</param>
public sealed record EventPage(IReadOnlyList<EventView> Items, long? NextBeforeId);
