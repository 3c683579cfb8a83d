using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Time;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>The days through which a due day was computed, as cells of a drawn calendar.</summary>
internal static class Computation
{
    /// <summary>Longer ways are told in words only up to here: the drawing shows their end.</summary>
    private const int MostDays = 112;

    public static IReadOnlyList<DayCell> Of(Deadline planned, IReadOnlyList<ExplanationLine> lines, WorkingCalendar calendar, DateOnly dueOn, DateOnly today)
    {
        var start = planned.Occurrence.Trigger?.On;
        var (from, to) = (Earlier(start ?? planned.DueOn.AddDays(-20), planned.DueOn), Later(start ?? dueOn, Later(planned.DueOn, dueOn)));
        if (to.DayNumber - from.DayNumber >= MostDays)
            from = to.AddDays(1 - MostDays);
        // A few days around, so that the shape of the weeks is seen.
        var days = Enumerable.Range(-2, to.DayNumber - from.DayNumber + 6).Select(from.AddDays);
        return [.. days.Where(on => on >= WorkingCalendar.FirstOn && on <= WorkingCalendar.LastOn).Select(on => Cell(calendar.Describe(on), planned, lines, start, dueOn, today))];
    }

    private static DayCell Cell(CalendarDay day, Deadline planned, IReadOnlyList<ExplanationLine> lines, DateOnly? start, DateOnly dueOn, DateOnly today)
    {
        var line = lines.FirstOrDefault(one => one.Step is "counted" or "skipped" && one.From <= day.On && one.To >= day.On);
        string[] marks =
        [
            line?.Step ?? "", day.On == start ? "start" : "", day.On == dueOn ? "due" : "", day.On == planned.DueOn && planned.DueOn != dueOn ? "was-due" : "", day.On == today ? "now" : "",
        ];
        return new(day, string.Join(' ', marks.Where(mark => mark.Length > 0)), Text(day, line, planned, lines), 0, Title(day), null);
    }

    /// <summary>The count that a working day brings it to.</summary>
    private static string Text(CalendarDay day, ExplanationLine? line, Deadline planned, IReadOnlyList<ExplanationLine> lines)
    {
        if (line is not { Step: "counted" })
            return "";
        var isBackward = planned.Occurrence.Trigger is { } trigger && planned.DueOn < trigger.On;
        var counted = lines.Where(one => one.Step is "counted").Sum(one => Overlap(one, day.On, isBackward));
        return FormattableString.Invariant($"{counted}");
    }

    private static int Overlap(ExplanationLine line, DateOnly on, bool isBackward)
    {
        var (from, to) = (line.From!.Value, line.To!.Value);
        return isBackward
            ? Math.Max(0, to.DayNumber - (on > from ? on : from).DayNumber + 1)
            : Math.Max(0, (on < to ? on : to).DayNumber - from.DayNumber + 1);
    }

    private static string Title(CalendarDay day) => $"{CivilText.Day(day.On)} · {CivilText.Nature(day)}{(day.Provisional ? $" · {Words.Provisional}" : "")}";

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
