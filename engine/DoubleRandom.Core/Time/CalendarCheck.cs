using static DoubleRandom.Core.Time.CalendarSpan;

namespace DoubleRandom.Core.Time;

/// <summary>Finds everything that keeps a calendar from being built, all in one pass.</summary>
public static class CalendarCheck
{
    /// <summary>
    /// The faults of a calendar by itself: two notices of one order, runs that end before they begin, days outside
    /// 2000–2060, days that one notice calls both off and worked, a year given twice among the statutory ones.
    /// </summary>
    /// <returns>One entry per fault in the order of the file; empty when the calendar can be built.</returns>
    public static IReadOnlyList<CalendarFault> Faults(CalendarDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. RepeatedOrders(definition), .. definition.Notices.SelectMany(Notice), .. Statutory(definition)];
    }

    private static IEnumerable<CalendarFault> RepeatedOrders(CalendarDefinition definition)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < definition.Notices.Count; i++)
        {
            var order = definition.Notices[i].Order;
            if (!seen.Add(order))
                yield return new($"/notices/{i}/order", new(
                    $"次序 {order} 已被另一通知使用，无法判断以谁为准；请按发布先后编号。",
                    $"order {order} is taken by another notice, so neither outranks the other: number them as they were published."));
        }
    }

    private static IEnumerable<CalendarFault> Notice(CalendarNotice notice, int position)
    {
        var off = notice.Off.Select((run, i) => Run(run, $"/notices/{position}/off/{i}"));
        var work = notice.Work.Select((on, i) => Worked(notice, on, $"/notices/{position}/work/{i}"));
        return off.Concat(work).OfType<CalendarFault>();
    }

    private static CalendarFault? Worked(CalendarNotice notice, DateOnly on, string pointer)
    {
        if (!Spans(on))
            return Outside(on, pointer);
        return notice.Off.Any(run => run.From <= on && on <= run.To)
            ? new(pointer, new($"{Text(on)} 在同一通知中既放假又上班；请删去其一。", $"{Text(on)} is both off and worked in one notice: remove one of the two."))
            : null;
    }

    private static IEnumerable<CalendarFault> Statutory(CalendarDefinition definition)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < definition.Statutory.Count; i++)
        {
            var year = definition.Statutory[i];
            if (!seen.Add(year.Year))
                yield return new($"/statutory/{i}/year", new($"{year.Year} 年出现两次；请合并。", $"{year.Year} is given twice: merge the two."));
            foreach (var fault in year.Off.Select((run, j) => Run(run, $"/statutory/{i}/off/{j}")).OfType<CalendarFault>())
                yield return fault;
        }
    }

    private static CalendarFault? Run(HolidayRun run, string pointer)
    {
        if (run.To < run.From)
            return new(pointer, new(
                $"{Text(run.To)} 早于 {Text(run.From)}；请对调起止日期。",
                $"it ends on {Text(run.To)}, before it begins on {Text(run.From)}: exchange the two."));
        if (!Spans(run.From))
            return Outside(run.From, pointer);
        return Spans(run.To) ? null : Outside(run.To, pointer);
    }

    private static bool Spans(DateOnly on) => First <= on && on <= Last;

    private static CalendarFault Outside(DateOnly on, string pointer) => new(pointer, new(
        $"{Text(on)} 不在 {Text(First)} 至 {Text(Last)} 之内；请核对年份。",
        $"{Text(on)} is not within {Text(First)} to {Text(Last)}: check the year."));
}
