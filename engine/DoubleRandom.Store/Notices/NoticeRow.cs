namespace DoubleRandom.Store.Notices;

/// <summary>A notice ready for the outbox.</summary>
/// <param name="Key">Natural key; writing it twice writes it once.</param>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Obligation">Id of the obligation; empty in a digest.</param>
/// <param name="Unit">Id of the unit that owes; empty in a digest.</param>
/// <param name="Period">The period; empty in a digest.</param>
/// <param name="Kind"><c>reminder</c>, <c>behind</c>, <c>escalation</c>, <c>lapse</c>, <c>digest</c>, <c>correction</c>, <c>returned</c>, <c>told</c> or <c>stale</c>.</param>
/// <param name="Covers">Every rung that it accounts for: <c>obligation/unit/period#rung@due</c>.</param>
/// <param name="RecipientUnit">Id of the unit that it goes to.</param>
/// <param name="Function">Who in the unit is meant.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="IsLate">Whether it tells of what should have been told before.</param>
/// <param name="IsCircular">Whether a circular of criticism was drafted with it.</param>
/// <param name="DueOn">The due day it tells; null when there is none.</param>
public sealed record NoticeDraft(
    string Key, string Jurisdiction, string Obligation, string Unit, string Period, string Kind, IReadOnlyList<string> Covers, string RecipientUnit, string Function,
    string Language, string Subject, string Body, bool IsLate, bool IsCircular, DateOnly? DueOn);

/// <summary>A notice as the outbox has it.</summary>
public sealed record NoticeRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Natural key.</summary>
    public required string Key { get; init; }

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the obligation; empty in a digest.</summary>
    public required string Obligation { get; init; }

    /// <summary>Id of the unit that owes; empty in a digest.</summary>
    public required string Unit { get; init; }

    /// <summary>The period; empty in a digest.</summary>
    public required string Period { get; init; }

    /// <summary>What kind of notice.</summary>
    public required string Kind { get; init; }

    /// <summary>The rungs that it accounts for.</summary>
    public required string[] Covers { get; init; }

    /// <summary>The unit that it goes to.</summary>
    public required string RecipientUnit { get; init; }

    /// <summary>Who in the unit is meant.</summary>
    public required string Function { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it came late.</summary>
    public bool Late { get; init; }

    /// <summary>Whether a circular was drafted with it.</summary>
    public bool Circular { get; init; }

    /// <summary>The due day it tells.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it was read in the inbox (UTC).</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
