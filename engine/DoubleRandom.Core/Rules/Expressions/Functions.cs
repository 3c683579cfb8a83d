using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>All functions that a rule can call. None throws; one without an answer gives null. Dates are day numbers here.</summary>
internal static class Functions
{
    private static readonly FactType Text = FactType.Text;
    private static readonly FactType Number = FactType.Number;
    private static readonly FactType Date = FactType.Date;
    private static readonly FactType Yes = FactType.Boolean;

    public static readonly Function Add = Of(nameof(AddNumbers), "+", Number, [Number, Number], Undetermined.TooLarge, "a + b");
    public static readonly Function Subtract = Of(nameof(SubtractNumbers), "-", Number, [Number, Number], Undetermined.TooLarge, "a - b");
    public static readonly Function Multiply = Of(nameof(MultiplyNumbers), "*", Number, [Number, Number], Undetermined.TooLarge, "a * b");
    public static readonly Function Divide = Of(nameof(DivideNumbers), "/", Number, [Number, Number], Undetermined.DivisionByZero, "a / b");
    public static readonly Function Remainder = Of(nameof(RemainderOf), "%", Number, [Number, Number], Undetermined.DivisionByZero, "a % b");
    public static readonly Function Negate = Of(nameof(NegateNumber), "-", Number, [Number], null, "-a");
    public static readonly Function Join = Of(nameof(JoinTexts), "+", Text, [Text, Text], Undetermined.TooLong, "a + b");
    public static readonly Function NumberText = Of(nameof(TextOfNumber), "text", Text, [Number], null, "number");
    public static readonly Function DateText = Of(nameof(TextOfDate), "text", Text, [Date], null, "date");
    public static readonly Function DaysFrom = Of(nameof(DaysBetween), "-", Number, [Date, Date], null, "date - date") with { Name = "date -" };

    /// <summary>Called by name: <c>DaysBetween(a, b)</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Function[]> Free = ByName(
        Of(nameof(DaysBetween), "DaysBetween", Number, [Date, Date], null, "DaysBetween(from, to)") with { Method = Named(nameof(DaysUntil)) },
        Of(nameof(MonthsBetween), "MonthsBetween", Number, [Date, Date], null, "MonthsBetween(from, to)"),
        Of(nameof(YearsBetween), "YearsBetween", Number, [Date, Date], null, "YearsBetween(from, to)"),
        Of(nameof(WorkingDaysBetween), "WorkingDaysBetween", Number, [Date, Date], Undetermined.NoSuchDate, "WorkingDaysBetween(from, to)"),
        Of(nameof(AddWorkingDays), "AddWorkingDays", Date, [Date, Number], Undetermined.NoSuchDate, "AddWorkingDays(date, n)"),
        Of(nameof(IsWorkingDay), "IsWorkingDay", Yes, [Date], Undetermined.NoSuchDate, "IsWorkingDay(date)"),
        Of(nameof(DateOf), "Date", Date, [Number, Number, Number], Undetermined.NoSuchDate, "Date(2026, 1, 31)"),
        Of(nameof(Abs), "Abs", Number, [Number], null, "Abs(a)"),
        Of(nameof(Floor), "Floor", Number, [Number], null, "Floor(a)"),
        Of(nameof(Ceiling), "Ceiling", Number, [Number], Undetermined.TooLarge, "Ceiling(a)"),
        Of(nameof(Round), "Round", Number, [Number, Number], Undetermined.TooLarge, "Round(a, digits)"),
        Of(nameof(Smaller), "Min", Number, [Number, Number], null, "Min(a, b)"),
        Of(nameof(Larger), "Max", Number, [Number, Number], null, "Max(a, b)"));

    /// <summary>Called on a value: <c>text.StartsWith(part)</c>, <c>date.Year</c>. The value is the first argument.</summary>
    public static readonly IReadOnlyDictionary<string, Function[]> OnValues = ByName(
        Of(nameof(ContainsText), "Contains", Yes, [Text, Text], null, "text.Contains(\"…\")"),
        Of(nameof(StartsWithText), "StartsWith", Yes, [Text, Text], null, "text.StartsWith(\"…\")"),
        Of(nameof(EndsWithText), "EndsWith", Yes, [Text, Text], null, "text.EndsWith(\"…\")"),
        Of(nameof(LengthOf), "Length", Number, [Text], null, "text.Length"),
        Of(nameof(YearOf), "Year", Number, [Date], null, "date.Year"),
        Of(nameof(MonthOf), "Month", Number, [Date], null, "date.Month"),
        Of(nameof(DayOf), "Day", Number, [Date], null, "date.Day"),
        Of(nameof(WeekdayOf), "DayOfWeek", Number, [Date], null, "date.DayOfWeek"),
        Of(nameof(AddDays), "AddDays", Date, [Date, Number], Undetermined.NoSuchDate, "date.AddDays(n)"),
        Of(nameof(AddMonths), "AddMonths", Date, [Date, Number], Undetermined.NoSuchDate, "date.AddMonths(n)"),
        Of(nameof(AddYears), "AddYears", Date, [Date, Number], Undetermined.NoSuchDate, "date.AddYears(n)"));

    public static decimal? AddNumbers(decimal a, decimal b) => Kept(a + b);

    public static decimal? SubtractNumbers(decimal a, decimal b) => Kept(a - b);

    public static decimal? MultiplyNumbers(decimal a, decimal b) => Kept(a * b);

    /// <summary>Null for a divisor of nought, and for a quotient out of range.</summary>
    public static decimal? DivideNumbers(decimal a, decimal b) => Math.Abs(b) < FactLimits.Divisor ? null : Kept(a / b);

    public static decimal? RemainderOf(decimal a, decimal b) => Math.Abs(b) < FactLimits.Divisor ? null : a % b;

    public static decimal? NegateNumber(decimal a) => -a;

    public static string? JoinTexts(string a, string b) => a.Length + b.Length <= FactLimits.TextLength ? a + b : null;

    public static string? TextOfNumber(decimal a) => FactValue.Of(a).ToString();

    public static string? TextOfDate(int day) => DateOnly.FromDayNumber(day).Iso();

    /// <summary>Days from the second to the first, as a subtraction is written.</summary>
    public static decimal? DaysBetween(int later, int earlier) => later - earlier;

    public static decimal? DaysUntil(int from, int to) => to - from;

    /// <summary>Whole months that have passed; negative backwards.</summary>
    public static decimal? MonthsBetween(int from, int to)
    {
        if (from > to)
            return -MonthsBetween(to, from);
        var (a, b) = (DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
        var months = ((b.Year - a.Year) * 12) + b.Month - a.Month;
        // A month without the corresponding day ends on its last day (Civil Code 202).
        return b.Day < a.Day && b.Day < DateTime.DaysInMonth(b.Year, b.Month) ? months - 1 : months;
    }

    public static decimal? YearsBetween(int from, int to) => Math.Truncate(MonthsBetween(from, to)!.Value / 12);

    /// <summary>Working days after the first day up to and with the second; the first day does not count (Civil Code 201).</summary>
    public static decimal? WorkingDaysBetween(WorkingCalendar calendar, int from, int to)
    {
        if (!IsInside(from) || !IsInside(to))
            return null;
        if (from == to)
            return 0;
        return from < to ? calendar.CountWorkingDays(DateOnly.FromDayNumber(from + 1), DateOnly.FromDayNumber(to)) : -WorkingDaysBetween(calendar, to, from);
    }

    public static int? AddWorkingDays(WorkingCalendar calendar, int day, decimal n)
    {
        if (!IsInside(day) || n != Math.Truncate(n) || Math.Abs(n) > 10_000 || !IsInside(day + ((long)n * 2) + (30 * Math.Sign(n))))
            return null;
        return calendar.AddWorkingDays(DateOnly.FromDayNumber(day), (int)n).DayNumber;
    }

    public static bool? IsWorkingDay(WorkingCalendar calendar, int day) => IsInside(day) ? calendar.IsWorkingDay(DateOnly.FromDayNumber(day)) : null;

    public static int? DateOf(decimal year, decimal month, decimal day)
    {
        if (!IsWhole(year, 1, 9999) || !IsWhole(month, 1, 12) || !IsWhole(day, 1, 31) || day > DateTime.DaysInMonth((int)year, (int)month))
            return null;
        return new DateOnly((int)year, (int)month, (int)day).DayNumber;
    }

    public static decimal? Abs(decimal a) => Math.Abs(a);

    public static decimal? Floor(decimal a) => Math.Floor(a);

    public static decimal? Ceiling(decimal a) => Kept(Math.Ceiling(a));

    public static decimal? Round(decimal a, decimal digits) => IsWhole(digits, 0, 20) ? Kept(Math.Round(a, (int)digits, MidpointRounding.AwayFromZero)) : null;

    public static decimal? Smaller(decimal a, decimal b) => Math.Min(a, b);

    public static decimal? Larger(decimal a, decimal b) => Math.Max(a, b);

    public static bool? ContainsText(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    public static bool? StartsWithText(string text, string part) => text.StartsWith(part, StringComparison.Ordinal);

    public static bool? EndsWithText(string text, string part) => text.EndsWith(part, StringComparison.Ordinal);

    public static decimal? LengthOf(string text) => text.Length;

    public static decimal? YearOf(int day) => DateOnly.FromDayNumber(day).Year;

    public static decimal? MonthOf(int day) => DateOnly.FromDayNumber(day).Month;

    public static decimal? DayOf(int day) => DateOnly.FromDayNumber(day).Day;

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static decimal? WeekdayOf(int day) => ((int)DateOnly.FromDayNumber(day).DayOfWeek + 6) % 7 + 1;

    public static int? AddDays(int day, decimal n) =>
        IsWhole(n, -4_000_000, 4_000_000) && day + n >= 0 && day + n <= DateOnly.MaxValue.DayNumber ? day + (int)n : null;

    public static int? AddMonths(int day, decimal n)
    {
        if (!IsWhole(n, -120_000, 120_000))
            return null;
        var on = DateOnly.FromDayNumber(day);
        var month = ((on.Year - 1) * 12) + on.Month - 1 + (int)n;
        return month is >= 0 and < 9999 * 12 ? on.AddMonths((int)n).DayNumber : null;
    }

    public static int? AddYears(int day, decimal n) => IsWhole(n, -10_000, 10_000) ? AddMonths(day, n * 12) : null;

    private static decimal? Kept(decimal result) => Math.Abs(result) <= FactLimits.Number ? result : null;

    private static bool IsWhole(decimal n, int from, int to) => n >= from && n <= to && n == Math.Truncate(n);

    private static bool IsInside(long day) => day >= WorkingCalendar.FirstOn.DayNumber && day <= WorkingCalendar.LastOn.DayNumber;

    private static System.Reflection.MethodInfo Named(string method) => typeof(Functions).GetMethod(method)!;

    private static Function Of(string method, string name, FactType result, FactType[] parameters, Func<string, Undetermined>? failure, string shape) =>
        new(name, parameters, result, Named(method), failure, shape);

    private static Dictionary<string, Function[]> ByName(params Function[] functions) =>
        functions.GroupBy(function => function.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
