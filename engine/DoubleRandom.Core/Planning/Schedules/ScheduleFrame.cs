using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>What every kind of schedule needs in order to name days.</summary>
/// <param name="Calendar">Working days.</param>
/// <param name="Readings">How the open points are read.</param>
/// <param name="Events">What happened.</param>
/// <param name="From">First due day wanted.</param>
/// <param name="To">Last due day wanted.</param>
internal sealed record ScheduleFrame(WorkingCalendar Calendar, Readings Readings, EventBook Events, DateOnly From, DateOnly To)
{
    /// <summary>The years in which a rule can name a day that ends up due within the span: rest days move a day across New Year, no further.</summary>
    public IEnumerable<int> Years
    {
        get
        {
            var first = Math.Max(From.Year - 1, WorkingCalendar.FirstOn.Year);
            return Enumerable.Range(first, Math.Max(0, Math.Min(To.Year + 1, WorkingCalendar.LastOn.Year) - first + 1));
        }
    }

    /// <summary>A day named by the law, with the reading for named dates on rest days.</summary>
    public Occurrence Named(string period, DateOnly opensOn, DateOnly nominalOn, bool countsWorkingDays = false)
    {
        var dueOn = Calendar.Roll(nominalOn, Readings.NamedDate);
        var dependsOnCalendar = countsWorkingDays || Readings.NamedDate != RestDayRule.Keep;
        return new(period, Earlier(opensOn, dueOn), nominalOn, dueOn, null, dependsOnCalendar && Calendar.IsProvisional(nominalOn));
    }

    /// <summary>The end of a month as the pack reads 月底.</summary>
    public DateOnly MonthEnd(int year, int month) => MonthEnd(year, month, Readings.EndIsLastWorkingDay);

    /// <summary>The end of a month, or its last working day.</summary>
    public DateOnly MonthEnd(int year, int month, bool lastWorkingDay)
    {
        var end = CivilDates.OnDay(year, month, 31);
        return lastWorkingDay ? Calendar.OnOrBefore(end) : end;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
