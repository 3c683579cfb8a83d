using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>How a deadline stands, as one word that decides colour and text.</summary>
internal static class StandingOf
{
    /// <summary><c>overdue</c>, <c>past</c> (advice whose day is over), <c>soon</c> (within seven days), or the stored status.</summary>
    public static string Deadline(DeadlineRow row, DateTimeOffset now, DateOnly today) => row switch
    {
        _ when row.IsOverdue(now) => "overdue",
        { Status: "open" } when row.DueAt <= now => "past",
        { Status: "open" } when row.DueOn <= today.AddDays(7) => "soon",
        _ => row.Status,
    };
}
