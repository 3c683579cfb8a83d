using DoubleRandom.Store.Notices;

namespace DoubleRandom.Web.Api.Notices;

/// <summary>A notice, without its text.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Obligation">Id of the obligation; empty in a digest.</param>
/// <param name="Unit">Id of the unit that owes; empty in a digest.</param>
/// <param name="Period">The period; empty in a digest.</param>
/// <param name="Kind">reminder, behind, escalation, digest, correction or lapse.</param>
/// <param name="RecipientUnit">Id of the unit that it goes to.</param>
/// <param name="Function">Who in the unit is meant.</param>
/// <param name="Language">zh or en.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="IsLate">Whether it tells of what should have been told before.</param>
/// <param name="IsCircular">Whether a circular of criticism was drafted with it.</param>
/// <param name="DueOn">The due day it tells; null when there is none.</param>
/// <param name="ReadAt">When it was read in the inbox (UTC).</param>
/// <param name="CreatedAt">When it was written (UTC).</param>
public sealed record NoticeView(
    long Id, string Jurisdiction, string Obligation, string Unit, string Period, string Kind, string RecipientUnit, string Function, string Language, string Subject,
    bool IsLate, bool IsCircular, DateOnly? DueOn, DateTimeOffset? ReadAt, DateTimeOffset CreatedAt)
{
    /// <summary>A row of the outbox.</summary>
    public static NoticeView Of(NoticeRow row) => new(
        row.Id, row.Jurisdiction, row.Obligation, row.Unit, row.Period, row.Kind, row.RecipientUnit, row.Function, row.Language, row.Subject, row.Late, row.Circular, row.DueOn, row.ReadAt,
        row.CreatedAt);
}

/// <summary>Notices, the newest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextBeforeId">Ask with this beforeId for the next page; null when there may be none.</param>
public sealed record NoticePage(IReadOnlyList<NoticeView> Items, long? NextBeforeId);

/// <summary>One way out of a notice.</summary>
/// <param name="Channel">mail or webhook.</param>
/// <param name="Address">Where to.</param>
/// <param name="State">pending, delivered or dead.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When it is tried again (UTC); null unless pending.</param>
/// <param name="LastError">What went wrong; null when delivered.</param>
/// <param name="DeliveredAt">When it was delivered (UTC).</param>
public sealed record DeliveryView(string Channel, string Address, string State, int Attempts, DateTimeOffset? NextAttemptAt, string? LastError, DateTimeOffset? DeliveredAt)
{
    /// <summary>A delivery as the table has it.</summary>
    public static DeliveryView Of(DeliveryState row) => new(row.Channel, row.Address, row.State, row.Attempts, row.NextAttemptAt, row.LastError, row.DeliveredAt);
}

/// <summary>A notice with its text and its ways out.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Body">Its text.</param>
/// <param name="Covers">Every rung that it accounts for.</param>
/// <param name="Deliveries">Its ways out.</param>
public sealed record NoticeDetail(NoticeView Notice, string Body, IReadOnlyList<string> Covers, IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A delivery that was given up.</summary>
/// <param name="Notice">Number of the notice.</param>
/// <param name="Channel">mail or webhook.</param>
/// <param name="Address">Where to.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">What went wrong.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="RecipientUnit">Id of the unit that should have had it.</param>
/// <param name="Subject">The notice's subject line.</param>
/// <param name="CreatedAt">When the notice was written (UTC).</param>
public sealed record DeadLetterView(
    long Notice, string Channel, string Address, int Attempts, string? LastError, string Jurisdiction, string RecipientUnit, string Subject, DateTimeOffset CreatedAt)
{
    /// <summary>A dead letter as the table has it.</summary>
    public static DeadLetterView Of(DeadLetter row) => new(
        row.Notice, row.Channel, row.Address, row.Attempts, row.LastError, row.Jurisdiction, row.RecipientUnit, row.Subject, row.CreatedAt);
}
