namespace DoubleRandom.Core.Time;

/// <summary>
/// Every day of the span while layer after layer is written on it: weekend, statutory days, notices in order, then the
/// overlay's statutory days and notices. What is written later stands.
/// </summary>
internal sealed class CalendarSheet
{
    private readonly bool[] _weekend = new bool[CalendarSpan.Days];

    internal CalendarSheet(IReadOnlyList<DayOfWeek> weekend)
    {
        for (var i = 0; i < CalendarSpan.Days; i++)
        {
            _weekend[i] = weekend.Contains(CalendarSpan.DayAt(i).DayOfWeek);
            Kinds[i] = _weekend[i] ? DayKind.Weekend : DayKind.WorkingDay;
            Provisional[i] = true;
        }
    }

    internal DayKind[] Kinds { get; } = new DayKind[CalendarSpan.Days];

    internal Bilingual?[] Names { get; } = new Bilingual?[CalendarSpan.Days];

    /// <summary>0 where no notice names the day.</summary>
    internal short[] NoticeYears { get; } = new short[CalendarSpan.Days];

    internal bool[] Provisional { get; } = new bool[CalendarSpan.Days];

    /// <summary>Writes the statutory days of the years without notice; they leave the days provisional.</summary>
    internal void Assume(IReadOnlyList<StatutoryYear> years, IReadOnlyCollection<CalendarNotice> notices)
    {
        var arranged = notices.Select(notice => notice.Year).ToHashSet();
        foreach (var year in years.Where(year => !arranged.Contains(year.Year)))
            foreach (var run in year.Off)
                foreach (var index in Indices(run))
                    Rest(index, run.Name);
    }

    /// <summary>
    /// Takes the doubt from the years that have their notice, save their last three days when the next year has none:
    /// every day that a notice has named in the December before its year lies there (2006-12-30 was the first such day).
    /// </summary>
    internal void Settle(IReadOnlyCollection<CalendarNotice> notices)
    {
        var arranged = notices.Select(notice => notice.Year).ToHashSet();
        for (var i = 0; i < CalendarSpan.Days; i++)
        {
            var on = CalendarSpan.DayAt(i);
            var awaitsNext = on is { Month: 12, Day: >= 29 } && !arranged.Contains(on.Year + 1);
            Provisional[i] = !arranged.Contains(on.Year) || awaitsNext;
        }
    }

    /// <summary>Writes the days that the notices name, the oldest notice first.</summary>
    internal void Arrange(IEnumerable<CalendarNotice> notices)
    {
        foreach (var notice in notices)
        {
            foreach (var run in notice.Off)
                foreach (var index in Indices(run))
                    Stamp(Rest(index, run.Name), notice.Year);
            foreach (var on in notice.Work)
                Stamp(Work(CalendarSpan.IndexOf(on, nameof(notices))), notice.Year);
        }
    }

    private int Rest(int index, Bilingual name)
    {
        (Kinds[index], Names[index]) = (DayKind.Holiday, name);
        return index;
    }

    // A notice may also name a weekday on which work begins again (2020-02-03, a Monday): that is no make-up day.
    private int Work(int index)
    {
        (Kinds[index], Names[index]) = (_weekend[index] ? DayKind.MakeUpWorkday : DayKind.WorkingDay, null);
        return index;
    }

    private void Stamp(int index, int year) => (NoticeYears[index], Provisional[index]) = ((short)year, false);

    private static IEnumerable<int> Indices(HolidayRun run)
    {
        var from = CalendarSpan.IndexOf(run.From, nameof(run));
        return Enumerable.Range(from, CalendarSpan.IndexOf(run.To, nameof(run)) - from + 1);
    }
}
