using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Simulation;

/// <summary>When a modelled unit does what it has to do. Always on a working day.</summary>
public sealed class Pace(Chance chance, WorkingCalendar calendar)
{
    private const int MostDaysEarly = 5;
    private static readonly Range OneDay = new(1, 1);

    /// <summary>The day on which something that has a due day is done; null for never.</summary>
    /// <param name="conduct">How the unit goes about it.</param>
    /// <param name="key">What it is, in words of its own.</param>
    /// <param name="opensOn">The first day on which it can be done.</param>
    /// <param name="dueOn">The last day on which it is in time.</param>
    public DateOnly? DoneOn(Conduct conduct, string key, DateOnly opensOn, DateOnly dueOn) => Manner(conduct, key) switch
    {
        0 => InTime(opensOn, dueOn, chance.Below(MostDaysEarly + 1, "early", key)),
        1 => calendar.AddWorkingDays(dueOn < opensOn ? opensOn : dueOn, Late(conduct, key)),
        _ => null,
    };

    /// <summary>The day on which something is done that is due on no day; null for never.</summary>
    public DateOnly? DoneOn(Conduct conduct, string key, DateOnly opensOn)
    {
        var takes = Number(conduct.Days, "days", key);
        return Manner(conduct, key) switch
        {
            0 => calendar.AddWorkingDays(opensOn, takes),
            1 => calendar.AddWorkingDays(opensOn, takes + Late(conduct, key)),
            _ => null,
        };
    }

    /// <summary>As many working days early as there is room for.</summary>
    private DateOnly InTime(DateOnly opensOn, DateOnly dueOn, int early)
    {
        var first = calendar.OnOrAfter(opensOn);
        var wanted = calendar.AddWorkingDays(dueOn, -1 - early, startDayCounts: true);
        return wanted < first ? first : wanted;
    }

    private int Manner(Conduct conduct, string key) => conduct.Shares is { } shares ? chance.Weighted([shares.OnTime, shares.Late, shares.Silent], "manner", key) : 0;

    private int Late(Conduct conduct, string key) => Math.Max(1, Number(conduct.DaysLate, "late", key));

    private int Number(Range? range, string what, string key) => chance.From((range ?? OneDay).Least, (range ?? OneDay).Most, what, key);
}
