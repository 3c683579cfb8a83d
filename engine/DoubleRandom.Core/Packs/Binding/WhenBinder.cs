using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads <c>when</c>: exactly one kind of time, as the law puts it.</summary>
internal sealed class WhenBinder(Binder binder, IReadOnlyDictionary<string, LegalValue> values)
{
    private static readonly string[] Kinds = ["yearlyOn", "every", "window", "quota", "after", "before", "once"];
    private static readonly When Nothing = new When.Once([]);

    /// <summary>The words of all kinds of time, those without a number included.</summary>
    public static IEnumerable<string> AllKinds => Kinds.Append("vague");

    /// <summary>The kinds that a rule names.</summary>
    public static string[] KindsIn(Node node) => [.. Kinds.Where(kind => node[kind] is not null)];

    /// <summary>One rule; an unreadable one becomes a rule that never falls due, and a fault.</summary>
    public When Bind(Node node)
    {
        if (node["vague"] is { } vague)
        {
            binder.Faults.Add(LawFaults.VagueInHistory(vague.Place, vague.Text));
            return Nothing;
        }

        var found = KindsIn(node);
        if (found.Length != 1)
        {
            binder.Faults.Add(TimeFaults.NotOneKind(node.Place, found, AllKinds));
            return Nothing;
        }

        var value = node[found[0]]!;
        return found[0] switch
        {
            "yearlyOn" => YearlyOn(node, value),
            "every" => new When.Every(Cycle(value), On(node)),
            "window" => Window(value, LeapDay(node)),
            "quota" => Quota(value),
            "after" => new When.After(Binder.Texts(value["event"]), Length(value), value["restart"]?.Boolean == true),
            "before" => new When.Before(Binder.TextOrNull(value, "event") ?? "", Length(value)),
            _ => new When.Once([.. (value.IsArray ? value.Items : [value]).Select(Day).OfType<DateOnly>()]),
        };
    }

    private When.YearlyOn YearlyOn(Node node, Node list)
    {
        var leapDay = LeapDay(node);
        var days = list.Items.Select(item => YearDay(item, leapDay is not null)).OfType<DayOfYear>().ToArray();
        if (!days.SequenceEqual(days.OrderBy(day => (day.Month, day.IsMonthEnd ? 32 : day.Day))))
            binder.Faults.Add(TimeFaults.Unordered(list.Place));
        return new(days, leapDay);
    }

    private DayOfYear? LeapDay(Node node) => node["leapDay"] is { } leap ? YearDay(leap, true) : null;

    private DayOfYear? YearDay(Node node, bool leapDayKnown)
    {
        var parts = node.Text.Split('-');
        var month = parts.Length == 2 && int.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12 ? m : 0;
        if (month > 0 && parts[1] is "end")
            return new(month, 0);
        const int anyLeapYear = 2000;
        if (month == 0 || !int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var day) || day < 1 || day > DateTime.DaysInMonth(anyLeapYear, month))
        {
            binder.Faults.Add(TimeFaults.ImpossibleDate(node.Place, node.Text));
            return null;
        }

        if (month == 2 && day == 29 && !leapDayKnown)
            binder.Faults.Add(TimeFaults.LeapDay(node.Place));
        return new(month, day);
    }

    private DateOnly? Day(Node node)
    {
        if (node.Date is null)
            binder.Faults.Add(TimeFaults.ImpossibleDate(node.Place, node.Text));
        return node.Date;
    }

    private CivilCycle Cycle(Node node) => node.Text switch
    {
        "month" => CivilCycle.Month,
        "quarter" => CivilCycle.Quarter,
        "half-year" => CivilCycle.HalfYear,
        "year" => CivilCycle.Year,
        _ => CivilCycle.Every(binder.Need(node, "months", "every")?.Integer ?? 1, Anchor(node)),
    };

    private DateOnly Anchor(Node node) =>
        DateOnly.TryParseExact($"{binder.Text(node, "from", "every")}-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var anchor)
            ? anchor
            : new DateOnly(2000, 1, 1);

    private DayInPeriod On(Node node) => node["on"] switch
    {
        { IsObject: true } on when on["last"] is { } last => new(0, Enum.Parse<DayOfWeek>(last.Text, ignoreCase: true)),
        { IsObject: true } on => new(binder.Need(on, "day", "on")?.Integer ?? 0, null),
        _ => new(0, null),
    };

    private When Window(Node node, DayOfYear? leapDay) => (node["months"], node["from"], node["to"]) switch
    {
        ({ } months, null, null) => new When.MonthWindow([.. months.Items.Select(month => month.Integer ?? 1).Order()]),
        (null, { } from, { } to) => Days(from, to, leapDay),
        _ => NoWindow(node),
    };

    private When Days(Node from, Node to, DayOfYear? leapDay) =>
        (YearDay(from, leapDay is not null), YearDay(to, leapDay is not null)) is ({ } first, { } last) ? new When.DayWindow(first, last, leapDay) : Nothing;

    private When NoWindow(Node node)
    {
        binder.Faults.Add(TimeFaults.WindowWithoutEnd(node.Place));
        return Nothing;
    }

    private When.Quota Quota(Node node)
    {
        var (min, max) = (node["min"]?.Integer ?? 0, node["max"]?.Integer);
        if (min > max)
            binder.Faults.Add(TimeFaults.QuotaReversed(node.Place, min, max.Value));
        return new(Binder.TextOrNull(node, "event") ?? "", Cycle(node["per"] ?? node), min, max);
    }

    private Model.Span Length(Node node)
    {
        (string Key, SpanUnit Unit)[] units = [("days", SpanUnit.Days), ("workingDays", SpanUnit.WorkingDays), ("months", SpanUnit.Months), ("years", SpanUnit.Years)];
        var given = units.Where(unit => node[unit.Key] is not null).ToArray();
        if (given.Length != 1)
        {
            binder.Faults.Add(TimeFaults.NotOneLength(node.Place));
            return new(Dated<int>.Always(1), SpanUnit.Days, null);
        }

        var number = node[given[0].Key]!;
        return number.Integer is { } n
            ? new(Dated<int>.Always(n), given[0].Unit, null)
            : Named(number, given[0].Unit);
    }

    private Model.Span Named(Node number, SpanUnit unit)
    {
        var id = Binder.TextOrNull(number, "value") ?? "";
        if (values.TryGetValue(id, out var value))
            return new(value.History, unit, id);
        binder.Unknown(number.Place, "value", id, values.Keys);
        return new(Dated<int>.Always(1), unit, id);
    }
}
