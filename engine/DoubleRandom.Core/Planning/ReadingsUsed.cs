using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>Which of the open points mattered for a deadline: an explanation names those and no others.</summary>
internal static class ReadingsUsed
{
    public static IEnumerable<string> By(Deadline deadline) => deadline.Occurrence.Rule switch
    {
        When.YearlyOn yearly => yearly.Days.Any(day => day.IsMonthEnd) ? ["endOfMonth", "namedDate", "closesAt"] : ["before", "namedDate", "closesAt"],
        When.Every { On: { Day: 0, Last: null } } => ["endOfMonth", "namedDate", "closesAt"],
        When.Every { On.Last: null } or When.Once => ["before", "namedDate", "closesAt"],
        When.Every or When.DayWindow => ["namedDate", "closesAt"],
        When.MonthWindow => ["bareMonth", "namedDate", "closesAt"],
        When.After { Length.Unit: SpanUnit.WorkingDays } => ["startDay", "closesAt"],
        When.After => ["startDay", "periodEnd", "closesAt"],
        When.Before { Length.Unit: not SpanUnit.WorkingDays } => ["periodEnd", "closesAt"],
        _ => ["closesAt"],
    };
}
