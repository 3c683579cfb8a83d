using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning.Schedules;

/// <summary>What every kind of schedule needs in order to name days.</summary>
/// <param name="Calendar">Working days.</param>
/// <param name="Readings">How the open points are read.</param>
/// <param name="Events">What happened.</param>
/// <param name="Document">The document that the duty rests on; null for a local one.</param>
/// <param name="From">First due day wanted.</param>
/// <param name="To">Last due day wanted.</param>
internal sealed record ScheduleFrame(WorkingCalendar Calendar, Readings Readings, EventBook Events, LegalDocument? Document, DateOnly From, DateOnly To)
{
    /// <summary>How far a day may lie outside the span and still be moved into it; the longest run of rest days is far shorter.</summary>
    private const int Reach = 62;

    /// <summary>The frame of one obligation.</summary>
    public static ScheduleFrame Of(PlanRequest request, Obligation obligation, EventBook events) => new(
        request.Pack.Calendar, obligation.Readings, events, request.Pack.DocumentOf(obligation.Basis),
        request.From < PlanSpan.First ? PlanSpan.First : request.From, request.To > PlanSpan.Last ? PlanSpan.Last : request.To);

    /// <summary>The events of some names that start or end a period: within reach of the calendar, and on a day in force. What starts no duty starts none again either.</summary>
    public PlanEvent[] Happened(IReadOnlyList<string> names, Packs.Model.Span length, int direction) =>
        Array.FindAll(Events.Of(names), e => Document?.IsInForce(e.On) != false && EventSchedule.Reaches(e.On, length, direction));

    /// <summary>Whether a due day is wanted.</summary>
    public bool Wants(DateOnly dueOn) => From <= dueOn && dueOn <= To;

    /// <summary>Whether a day, or any day of a period, can end up in the span once rest days are heeded.</summary>
    public bool IsNear(DateOnly from, DateOnly to) => to >= From.AddDays(-Reach) && from <= To.AddDays(Reach);

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
        return new(period, Earlier(opensOn, dueOn), nominalOn, dueOn, null, dependsOnCalendar && Calendar.HasProvisional(nominalOn, dueOn));
    }

    /// <summary>The last day on which what must be done 某日前 is in time: that day, or the one before it, as the pack reads 前.</summary>
    public DateOnly Before(DateOnly named) => Readings.BeforeIsInclusive ? named : named.AddDays(-1);

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
