namespace DoubleRandom.Core.Time;

/// <summary>
/// The working days of 2000-01-01 to 2060-12-31, worked out once: every question but <see cref="Walk"/> is then a few
/// array reads. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// A day is looked up in all notices, so that the notice of the next year decides the December days it names; of two
/// notices that name a day the one with the higher order wins. A date outside the span, asked for or arrived at, is an
/// <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly CalendarSheet _sheet;
    private readonly int[] _workedBefore = new int[CalendarSpan.Days + 1];
    private readonly int[] _provisionalBefore = new int[CalendarSpan.Days + 1];
    private readonly DateOnly[] _working;

    private WorkingCalendar(string id, CalendarSheet sheet)
    {
        _sheet = sheet;
        for (var i = 0; i < CalendarSpan.Days; i++)
        {
            _workedBefore[i + 1] = _workedBefore[i] + (Works(i) ? 1 : 0);
            _provisionalBefore[i + 1] = _provisionalBefore[i] + (sheet.Provisional[i] ? 1 : 0);
        }
        _working = [.. Enumerable.Range(0, CalendarSpan.Days).Where(Works).Select(CalendarSpan.DayAt)];
        Version = CalendarVersion.Of(id, sheet);
    }

    /// <summary>The first day that can be asked for, 2000-01-01.</summary>
    public static DateOnly FirstOn => CalendarSpan.First;

    /// <summary>The last day that can be asked for, 2060-12-31.</summary>
    public static DateOnly LastOn => CalendarSpan.Last;

    /// <summary>
    /// The calendar's ids and a short hash of all its answers, such as <c>cn@1f09ac22d7e0</c> or
    /// <c>cn+ningxia@…</c>: equal exactly when every day has the same nature, name, notice and certainty.
    /// </summary>
    public string Version { get; }

    /// <summary>Works the calendar out.</summary>
    /// <param name="definition">The country's calendar; it stands alone (no <see cref="CalendarDefinition.Over"/>).</param>
    /// <param name="overlay">
    /// A region's own days, written on top: its statutory days, then its notices, win over everything underneath. It
    /// must name the country's calendar in <see cref="CalendarDefinition.Over"/>. That a region has issued its notice
    /// says nothing of the country's, so only the days an overlay's notice names lose their doubt.
    /// </param>
    /// <param name="asOfOrder">
    /// Leaves out the country's notices of a higher order, to answer as one would have when that notice was the newest;
    /// null takes all. The overlay's notices are numbered by themselves and always all taken.
    /// </param>
    /// <exception cref="ArgumentException">The definitions contradict themselves; all faults are in the message.</exception>
    public static WorkingCalendar Build(CalendarDefinition definition, CalendarDefinition? overlay = null, int? asOfOrder = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Refuse(definition, overlay);
        var notices = definition.Notices.Where(notice => notice.Order <= (asOfOrder ?? int.MaxValue)).OrderBy(notice => notice.Order).ToList();
        var sheet = new CalendarSheet(definition.Weekend);
        sheet.Assume(definition.Statutory, notices);
        sheet.Settle(notices);
        sheet.Arrange(notices);
        if (overlay is null)
            return new(definition.Id, sheet);
        sheet.Assume(overlay.Statutory, overlay.Notices);
        sheet.Arrange(overlay.Notices.OrderBy(notice => notice.Order));
        return new($"{definition.Id}+{overlay.Id}", sheet);
    }

    /// <summary>Whether work is done on the day: a weekday that is no holiday, or a make-up day.</summary>
    public bool IsWorkingDay(DateOnly on) => Works(CalendarSpan.IndexOf(on, nameof(on)));

    /// <summary>The day's nature, holiday, notice and certainty.</summary>
    public CalendarDay Describe(DateOnly on)
    {
        var i = CalendarSpan.IndexOf(on, nameof(on));
        int? year = _sheet.NoticeYears[i] == 0 ? null : _sheet.NoticeYears[i];
        return new(on, _sheet.Kinds[i], _sheet.Names[i], year, _sheet.Provisional[i]);
    }

    /// <summary>
    /// Whether a notice yet to come may change the day. So it is with every day of a year that has no notice of its own,
    /// and with December 29 to 31 of a year whose successor has none, for in that stretch lie all days that a notice has
    /// ever taken from the year before its own. A day that a notice names is certain.
    /// </summary>
    public bool IsProvisional(DateOnly on) => _sheet.Provisional[CalendarSpan.IndexOf(on, nameof(on))];

    /// <summary>Whether any day from one day to another, both included in either order, is provisional.</summary>
    public bool HasProvisional(DateOnly from, DateOnly to)
    {
        var (first, last) = (CalendarSpan.IndexOf(from, nameof(from)), CalendarSpan.IndexOf(to, nameof(to)));
        return first <= last
            ? _provisionalBefore[last + 1] > _provisionalBefore[first]
            : _provisionalBefore[first + 1] > _provisionalBefore[last];
    }

    /// <summary>The day on which the n-th working day is reached.</summary>
    /// <param name="start">The day the period starts from; it may be a rest day.</param>
    /// <param name="n">
    /// How many working days: forward when positive, backward when negative. 0 gives the start itself when it is a
    /// working day, else the next one, as a period that ends on a rest day would.
    /// </param>
    /// <param name="startDayCounts">
    /// Whether a start that is a working day is itself the first of the n; by Civil Code article 201 it is not.
    /// </param>
    public DateOnly AddWorkingDays(DateOnly start, int n, bool startDayCounts = false)
    {
        var i = CalendarSpan.IndexOf(start, nameof(start));
        // Places in _working are counted from 0; long because start and n together may exceed an int.
        var place = n switch
        {
            > 0 => (long)_workedBefore[startDayCounts ? i : i + 1] + n - 1,
            < 0 => (long)_workedBefore[startDayCounts ? i + 1 : i] + n,
            _ => _workedBefore[i],
        };
        return place >= 0 && place < _working.Length ? _working[place] : throw Unreachable(start, n, nameof(n));
    }

    /// <summary>
    /// How many working days lie between two days, both included: 0 when both are one rest day. Spans that adjoin
    /// (a to b, b+1 to c) add up to the whole. A reversed pair gives the same number, negative.
    /// </summary>
    public int CountWorkingDays(DateOnly from, DateOnly to)
    {
        var (first, last) = (CalendarSpan.IndexOf(from, nameof(from)), CalendarSpan.IndexOf(to, nameof(to)));
        return first <= last ? _workedBefore[last + 1] - _workedBefore[first] : _workedBefore[last] - _workedBefore[first + 1];
    }

    /// <summary>The day itself when it is a working day, else the first one after it.</summary>
    public DateOnly OnOrAfter(DateOnly on) => AddWorkingDays(on, 0);

    /// <summary>The day itself when it is a working day, else the last one before it.</summary>
    public DateOnly OnOrBefore(DateOnly on) => AddWorkingDays(on, -1, startDayCounts: true);

    /// <summary>Moves a date off a rest day as the rule says; a working day stays.</summary>
    public DateOnly Roll(DateOnly on, RestDayRule rule) => rule switch
    {
        RestDayRule.Keep => on,
        RestDayRule.Previous => OnOrBefore(on),
        RestDayRule.Next => OnOrAfter(on),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "keep, previous or next"),
    };

    /// <summary>
    /// The way of <see cref="AddWorkingDays"/> for an explanation: every day from the first that could count to the day
    /// reached, neighbours of one nature joined, in the order walked. With n = 0, the rest days before the day reached.
    /// </summary>
    public IReadOnlyList<WalkStretch> Walk(DateOnly start, int n, bool startDayCounts = false) =>
        WorkingDayWalk.Along(this, start, n, startDayCounts);

    private static void Refuse(CalendarDefinition definition, CalendarDefinition? overlay)
    {
        if (definition.Over is not null)
            throw new ArgumentException($"{definition.Id} 是叠加日历，不能单独使用。 / {definition.Id} is an overlay and cannot stand alone.", nameof(definition));
        if (overlay is not null && !string.Equals(overlay.Over, definition.Id, StringComparison.Ordinal))
            throw new ArgumentException($"{overlay.Id} 不是 {definition.Id} 的叠加日历；请检查 over。 / {overlay.Id} is not laid over {definition.Id}: check its \"over\".", nameof(overlay));
        List<CalendarFault> faults = [.. CalendarCheck.Faults(definition), .. overlay is null ? [] : CalendarCheck.Faults(overlay)];
        if (faults.Count > 0)
            throw new ArgumentException(string.Join("\n", faults), nameof(definition));
    }

    private static ArgumentOutOfRangeException Unreachable(DateOnly start, int n, string argument) =>
        CalendarSpan.Outside($"{CalendarSpan.Text(start)} {(n < 0 ? '-' : '+')}{Math.Abs((long)n)}", argument);

    private bool Works(int index) => _sheet.Kinds[index] <= DayKind.MakeUpWorkday;
}
