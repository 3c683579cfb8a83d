using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Submissions;
using DoubleRandom.Web.Pages.Shared;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>All that the page of one deadline shows.</summary>
/// <param name="Row">The deadline as stored.</param>
/// <param name="Pack">The pack that runs.</param>
/// <param name="Obligation">The duty; null when the pack no longer has it.</param>
/// <param name="Unit">The name of the unit that owes.</param>
/// <param name="To">Who receives; null when nothing is handed in.</param>
/// <param name="Form">What is handed in; null for nothing in particular.</param>
/// <param name="Today">Today in the jurisdiction.</param>
/// <param name="Lines">The explanation; empty when the pack no longer plans the deadline.</param>
/// <param name="Days">The days of the computation, drawn.</param>
/// <param name="Ladder">The rungs.</param>
/// <param name="Notices">What was told, newest first.</param>
/// <param name="Submissions">What was handed in, newest first.</param>
/// <param name="Attempt">What the reader just tried.</param>
/// <param name="Done">What was just done; empty for nothing.</param>
public sealed record DeadlineView(
    DeadlineRow Row, Pack Pack, Obligation? Obligation, Bilingual Unit, Bilingual? To, Form? Form, DateOnly Today, IReadOnlyList<ExplanationLine> Lines,
    IReadOnlyList<DayCell> Days, IReadOnlyList<LadderStep> Ladder, IReadOnlyList<NoticeRow> Notices, IReadOnlyList<HandedIn> Submissions, Attempt Attempt, string Done)
{
    /// <summary>What is owed, in words.</summary>
    public Bilingual Name => Obligation?.Name ?? new(Row.Obligation, Row.Obligation);

    /// <summary>Whether something that was handed in waits for the receiver.</summary>
    public bool IsWaiting => Row.Status is "open" && Submissions.Any(one => one.Row.State is "submitted");
}

/// <summary>A submission with its form and its files.</summary>
public sealed record HandedIn(SubmissionRow Row, Form? Form, JsonObject Content, IReadOnlyList<AttachmentRow> Files);

/// <summary>A rung of the ladder, and what became of it.</summary>
/// <param name="Rung">The rung; null when the pack no longer has it.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it falls (UTC).</param>
/// <param name="State"><c>sent</c>, <c>before</c>, <c>waiting</c>, <c>skipped</c>, <c>next</c>, <c>coming</c> or <c>stopped</c>.</param>
/// <param name="Audience">To whom it speaks.</param>
/// <param name="Notices">The notices that account for it.</param>
public sealed record LadderStep(Rung? Rung, string Id, DateTimeOffset At, string State, IReadOnlyList<Bilingual> Audience, IReadOnlyList<NoticeRow> Notices);

/// <summary>What a reader tried on a deadline, so that a refusal stands beside what was entered.</summary>
/// <param name="Action"><c>hand-in</c>, <c>more</c>, <c>accept</c>, <c>send-back</c>, <c>waive</c> or <c>extend</c>; empty for nothing.</param>
/// <param name="By">The person entered.</param>
/// <param name="Reason">The reason entered.</param>
/// <param name="On">The day entered.</param>
/// <param name="Submission">The submission decided about.</param>
/// <param name="Content">The fields entered.</param>
/// <param name="Refusals">Why it was not done.</param>
public sealed record Attempt(string Action, string By, string Reason, string On, long Submission, JsonObject Content, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was tried.</summary>
    public static Attempt None => new("", "", "", "", 0, [], []);

    /// <summary>The refusals of an action; of another action there are none.</summary>
    public IReadOnlyList<Refusal> Of(string action) => string.Equals(Action, action, StringComparison.Ordinal) ? Refusals : [];

    /// <summary>What was entered in a field of an action, otherwise nothing.</summary>
    public string Entered(string action, string text) => string.Equals(Action, action, StringComparison.Ordinal) ? text : "";
}
