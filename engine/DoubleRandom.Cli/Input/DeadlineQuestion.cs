using System.Globalization;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Input;

/// <summary>Which deadline of an obligation somebody asks about.</summary>
/// <param name="Given">As it was typed.</param>
/// <param name="Span">Where it is looked for.</param>
/// <param name="Events">What is taken to have happened.</param>
/// <param name="Means">Whether a deadline is the one asked about.</param>
internal sealed record DeadlineQuestion(string Given, DateSpan Span, IReadOnlyList<PlanEvent> Events, Func<Deadline, bool> Means)
{
    /// <summary>By a year, a due day, or the name of a period; an event's period name brings its event along.</summary>
    public static DeadlineQuestion OfPeriod(string period)
    {
        if (period.Split('@') is [.., var name, var day] && DateText.TryRead(day, out var happenedOn))
            return new(period, Around(happenedOn), [new(name, happenedOn, period.Split('@') is [var subject, _, _] ? subject : "", null)], deadline => Same(deadline.Key.Period, period));
        if (DateText.TryRead(period, out _))
            return OfDay(DateText.Read(period, "--period"), period);
        var year = Year(period);
        if (year is null && !period.StartsWith("once-", StringComparison.Ordinal))
            throw new UsageException(new($"--period“{period}”看不懂", $"--period \"{period}\" is not understood"), new("写期名（如 2024-N1、2024-H1、2024-Q2、2024-06、once-1）、到期日或年份", "write a period (2024-N1, 2024-H1, 2024-Q2, 2024-06, once-1), a due day or a year"));
        var span = year is { } y ? new DateSpan(new(y, 1, 1), new(y, 12, 31)) : new(WorkingCalendar.FirstOn, new(WorkingCalendar.LastOn.Year - 1, 12, 31));
        return period.Length == 4 ? new(period, span, [], _ => true) : new(period, Wider(span), [], deadline => Same(deadline.Key.Period, period));
    }

    /// <summary>As if an event happened; when the event must name a unit and none was given, the first that can owe.</summary>
    public static DeadlineQuestion OfEvent(Pack pack, Obligation duty, string given, string subject, Unit? unit)
    {
        var parts = given.Split('=');
        var known = duty.When.Entries.SelectMany(entry => entry.Value.Events).Distinct(StringComparer.Ordinal).ToArray();
        if (parts.Length != 2)
            throw new UsageException(new($"--event“{given}”应写成 事件=日期", $"--event \"{given}\" must be NAME=DATE"), new($"例：--event {known.FirstOrDefault() ?? "result.produced"}=2024-09-27", $"like --event {known.FirstOrDefault() ?? "result.produced"}=2024-09-27"));
        if (known.Length == 0)
            throw new UsageException(new($"“{duty.Id}”不由事件起算", $"\"{duty.Id}\" does not start with an event"), new("改用 --period", "use --period"));
        if (!known.Contains(parts[0], StringComparer.Ordinal))
            throw UsageException.Unknown(new($"起算“{duty.Id}”的事件", $"event that starts \"{duty.Id}\""), parts[0], known);
        var on = DateText.Read(parts[1], "--event");
        var happened = new PlanEvent(parts[0], on, subject, Concerned(pack, duty, on, unit));
        return new(given, Around(on), [happened], deadline => deadline.Occurrence.Trigger == happened);
    }

    private static string? Concerned(Pack pack, Obligation duty, DateOnly on, Unit? unit) =>
        unit is not null ? unit.Id
        : duty.Who.At(on)?.Value is { OfEvent: true } who ? pack.Units.FirstOrDefault(candidate => who.Includes(candidate, on))?.Id
        : null;

    private static DeadlineQuestion OfDay(DateOnly on, string given) =>
        new(given, Wider(new(new(on.Year, 1, 1), new(on.Year, 12, 31))), [], deadline => deadline.DueOn == on);

    private static int? Year(string period) =>
        period.Length >= 4 && int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= WorkingCalendar.FirstOn.Year && year <= WorkingCalendar.LastOn.Year ? year : null;

    /// <summary>Rest days can move a deadline across New Year.</summary>
    private static DateSpan Wider(DateSpan span) => new(Inside(span.From, -31), Inside(span.To, 31));

    private static DateSpan Around(DateOnly on) => new(Inside(on, -3 * 366), Inside(on, 3 * 366));

    private static DateOnly Inside(DateOnly on, int days)
    {
        var moved = on.AddDays(days);
        return moved < WorkingCalendar.FirstOn ? WorkingCalendar.FirstOn : moved > WorkingCalendar.LastOn ? WorkingCalendar.LastOn : moved;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
