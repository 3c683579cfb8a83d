namespace DoubleRandom.Core.Time;

/// <summary>Retells a working-day period day by day, joining neighbours of one nature.</summary>
internal static class WorkingDayWalk
{
    internal static IReadOnlyList<WalkStretch> Along(WorkingCalendar calendar, DateOnly start, int n, bool startDayCounts)
    {
        var end = calendar.AddWorkingDays(start, n, startDayCounts);
        var step = n < 0 ? -1 : 1;
        var stretches = new List<WalkStretch>();
        // With n = 0 nothing is counted: only the rest days between the start and the day reached are told.
        var stop = n == 0 ? end : end.AddDays(step);
        for (var on = startDayCounts || n == 0 ? start : start.AddDays(step); on != stop; on = on.AddDays(step))
            Append(stretches, calendar.Describe(on));
        return stretches;
    }

    private static void Append(List<WalkStretch> stretches, CalendarDay day)
    {
        var counted = day.IsWorkingDay ? 1 : 0;
        if (stretches.Count > 0 && stretches[^1] is var last && last.Kind == day.Kind && last.Name == day.Name)
            stretches[^1] = last with
            {
                From = last.From < day.On ? last.From : day.On,
                To = last.To > day.On ? last.To : day.On,
                CountAfter = last.CountAfter + counted,
            };
        else
            stretches.Add(new(day.On, day.On, day.IsWorkingDay, (stretches.Count == 0 ? 0 : stretches[^1].CountAfter) + counted, day.Kind, day.Name));
    }
}
