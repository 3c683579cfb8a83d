using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>How a jurisdiction reminds of open tasks that have no due day (久未办理的待办): no ladder does, for ladders count from due days.</summary>
/// <param name="WorkingDays">After how many working days without an end the owner is reminded, and again each time as many have passed.</param>
/// <param name="Audience">Who is told, in the words of ladders.</param>
/// <param name="Template">Name of the template.</param>
/// <param name="Basis">The article, or why the number is a local one.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record StaleTasks(int WorkingDays, IReadOnlyList<string> Audience, string Template, Basis Basis, Place Place)
{
    private const int MostReminders = 120;

    /// <summary>How many reminders of a task have fallen by a day; the day on which it opened does not count.</summary>
    public int FallenBy(DateOnly today, DateOnly openedOn, WorkingCalendar calendar) => openedOn >= today ? 0 : calendar.CountWorkingDays(openedOn.AddDays(1), today) / WorkingDays;

    /// <summary>The working day on which the reminder of that number falls, from 1.</summary>
    public DateOnly DayOf(int reminder, DateOnly openedOn, WorkingCalendar calendar) => calendar.AddWorkingDays(openedOn, WorkingDays * reminder);

    /// <summary>For tasks of which none, one, two… reminders were told: the day before which they must have opened for the next one to have fallen by today. After so many nobody is reminded any more.</summary>
    public IReadOnlyList<DateOnly> OpenedBefore(DateOnly today, WorkingCalendar calendar) =>
    [
        .. Enumerable.Range(1, MostReminders).Select(reminder => WorkingDays * reminder)
            .TakeWhile(days => days <= calendar.CountWorkingDays(WorkingCalendar.FirstOn, today))
            .Select(days => calendar.AddWorkingDays(today, -days, startDayCounts: true)),
    ];
}
