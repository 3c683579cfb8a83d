using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Service.Publication.Circulars;

/// <summary>A circular that an escalation drafted: what would become public of it, and how it stands.</summary>
/// <param name="Deadline">The deadline that was missed; the circular's stable key is made of it.</param>
/// <param name="Statement">What the public would read, from today's record of the deadline and without persons.</param>
/// <param name="DeadlineStatus">How the deadline stands now: <c>open</c>, <c>met-late</c>, <c>waived</c>…</param>
/// <param name="State">Word of the public record's state; null when it was never published.</param>
/// <param name="Address">Where the public record stands, or would stand.</param>
/// <param name="Against">Why it cannot be published now; none when it can.</param>
public sealed record CircularDraft(DeadlineKey Deadline, Statement Statement, string DeadlineStatus, string? State, string Address, IReadOnlyList<Refusal> Against)
{
    /// <summary>Member of the body in which the text stands in both languages.</summary>
    public const string Text = "text";

    /// <summary>Member of the body in which the basis stands.</summary>
    public const string Basis = "basis";

    /// <summary>The deadline as an order names it: <c>obligation/unit/period</c>.</summary>
    public string Name => $"{Deadline.Obligation}/{Deadline.Unit}/{Deadline.Period}";

    /// <summary>Whether the public reads it now.</summary>
    public bool IsShown => State is "published" or "corrected";

    /// <summary>Whether the public reads what is no longer so: the deadline was settled, taken back or put off after the circular.</summary>
    public bool IsOutdated => IsShown && Against.Count > 0;
}

/// <summary>What the office does with a drafted circular.</summary>
/// <param name="Notice">Number of the notice that it was drafted with.</param>
/// <param name="Act">Publish, correct or withdraw; nothing of a circular is withheld, it is simply not published.</param>
/// <param name="By">Who does it.</param>
public sealed record CircularOrder(long Notice, StatementAct Act, string By)
{
    /// <summary>Which deadline, <c>obligation/unit/period</c>, where a notice has circulars about several; null for the only one.</summary>
    public string? Deadline { get; init; }

    /// <summary>The text that takes the place of the published one; needed to correct.</summary>
    public string? Text { get; init; }

    /// <summary>Why it is corrected or withdrawn; public.</summary>
    public string? Reason { get; init; }

    /// <summary>The same order with the same key is carried out once; null for none.</summary>
    public string? Key { get; init; }
}
