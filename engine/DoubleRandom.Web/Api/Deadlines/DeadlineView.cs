using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>The article that a duty rests on.</summary>
/// <param name="Document">The document's title; null for a local rule.</param>
/// <param name="Article">The article as the text numbers it.</param>
/// <param name="Quote">The phrase that gives the deadline.</param>
/// <param name="Local">Why a local rule is as it is; null for law.</param>
public sealed record BasisView(string? Document, string? Article, string? Quote, Bilingual? Local)
{
    /// <summary>A basis with the title of its document.</summary>
    public static BasisView Of(Basis basis, Pack pack) => new(
        basis.Document is { } id ? pack.Documents.GetValueOrDefault(id)?.Title ?? id : null, basis.Article, basis.Quote, basis.Local);
}

/// <summary>A deadline: one thing that one unit owes by one day.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="ObligationName">Its name; null when the running pack no longer has it.</param>
/// <param name="Unit">Id of the unit that owes.</param>
/// <param name="UnitName">Its name; null when the running pack no longer has it.</param>
/// <param name="Period">Which of the obligation's deadlines.</param>
/// <param name="OpensOn">First day on which it can be done.</param>
/// <param name="PlannedOn">The day that law and calendar give.</param>
/// <param name="DueOn">The day that holds: as planned, or extended.</param>
/// <param name="DueAt">The instant at which that day closes (UTC).</param>
/// <param name="Strength">must or should.</param>
/// <param name="Status">open, met, met-late, waived, withdrawn or history.</param>
/// <param name="IsOverdue">Open, binding, and closed by the clock.</param>
/// <param name="Provisional">Whether the day rests on a year whose holiday notice has not come.</param>
/// <param name="Trigger">The event that started it, event@date; empty for dates of the calendar.</param>
/// <param name="Counted">Of a quota: how many happened.</param>
/// <param name="Required">Of a quota: how many are needed.</param>
/// <param name="SettledAt">When it was settled (UTC).</param>
/// <param name="ExtendedOn">The day to which it was extended.</param>
/// <param name="Reason">Why it was waived or extended.</param>
/// <param name="Revision">How often it moved or was withdrawn.</param>
/// <param name="Form">Id of the form that is handed in; null when nothing is.</param>
/// <param name="Basis">The article; null when the running pack no longer has the obligation.</param>
public sealed record DeadlineView(
    string Jurisdiction, string Obligation, Bilingual? ObligationName, string Unit, Bilingual? UnitName, string Period, DateOnly OpensOn, DateOnly PlannedOn, DateOnly DueOn,
    DateTimeOffset DueAt, string Strength, string Status, bool IsOverdue, bool Provisional, string Trigger, int? Counted, int? Required, DateTimeOffset? SettledAt,
    DateOnly? ExtendedOn, string? Reason, int Revision, string? Form, BasisView? Basis)
{
    /// <summary>A row of the table, with the names of the pack that runs.</summary>
    public static DeadlineView Of(DeadlineRow row, Pack? pack, DateTimeOffset now)
    {
        var obligation = pack?.Obligation(row.Obligation);
        return new(
            row.Jurisdiction, row.Obligation, obligation?.Name, row.Unit, pack?.Unit(row.Unit)?.Name, row.Period, row.OpensOn, row.PlannedOn, row.DueOn, row.DueAt, row.Strength,
            row.Status, row.IsOverdue(now), row.Provisional, row.Trigger, row.Counted, row.Required, row.SettledAt, row.ExtendedOn, row.Reason, row.Revision, obligation?.Form,
            obligation is null ? null : BasisView.Of(obligation.Basis, pack!));
    }
}
