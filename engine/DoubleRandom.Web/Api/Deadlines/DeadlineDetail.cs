using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Web.Api.Submissions;

namespace DoubleRandom.Web.Api.Deadlines;

/// <summary>A rung of a deadline's ladder.</summary>
/// <param name="Rung">Id of the rung.</param>
/// <param name="Kind">reminder, behind or escalation; empty when the running pack no longer has the rung.</param>
/// <param name="At">When it falls (UTC).</param>
/// <param name="Audience">Who is told.</param>
/// <param name="Circular">Whether a circular of criticism is drafted.</param>
/// <param name="State">past (before the deadline was made), done, next, ahead or stopped.</param>
public sealed record RungView(string Rung, string Kind, DateTimeOffset At, IReadOnlyList<string> Audience, bool Circular, string State)
{
    /// <summary>The ladder of a deadline.</summary>
    public static IReadOnlyList<RungView> Ladder(DeadlineRow row, Pack? pack)
    {
        var rungs = (pack?.Obligation(row.Obligation)?.Ladder.Rungs ?? []).ToDictionary(rung => rung.Id, StringComparer.Ordinal);
        return [.. row.RungIds.Select((id, place) => Of(id, rungs.GetValueOrDefault(id), new(row.RungAt[place], TimeSpan.Zero), StateOf(row, place)))];
    }

    private static RungView Of(string id, Rung? rung, DateTimeOffset at, string state) =>
        new(id, rung is null ? "" : Word(rung.Kind), at, rung?.Audience ?? [], rung?.Circular ?? false, state);

    private static string Word(RungKind kind) => kind switch
    {
        RungKind.Reminder => "reminder",
        RungKind.Behind => "behind",
        _ => "escalation",
    };

    private static string StateOf(DeadlineRow row, int place) => place switch
    {
        _ when place < row.FirstRung => "past",
        _ when place < row.NextRung => "done",
        _ when row.NextRungAt is null => "stopped",
        _ => place == row.NextRung ? "next" : "ahead",
    };
}

/// <summary>A deadline with everything that belongs to it.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Ladder">Its reminders and escalations, in order.</param>
/// <param name="Submissions">What was handed in for it, newest first.</param>
/// <param name="Notices">Numbers of the notices that told of it, oldest first.</param>
public sealed record DeadlineDetail(DeadlineView Deadline, IReadOnlyList<RungView> Ladder, IReadOnlyList<SubmissionView> Submissions, IReadOnlyList<long> Notices);

/// <summary>A page of deadlines, by due day.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many were left out before this page.</param>
/// <param name="Items">The page.</param>
public sealed record DeadlinePage(long Total, int Offset, IReadOnlyList<DeadlineView> Items);
