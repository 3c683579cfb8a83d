using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Planning;

/// <summary>One line of an explanation.</summary>
/// <param name="Step">What kind of step: <c>basis</c>, <c>event</c>, <c>rule</c>, <c>skipped</c>, <c>counted</c>, <c>moved</c>, <c>due</c>, <c>reading</c>, <c>calendar</c>, <c>provisional</c>, <c>quota</c>, <c>history</c>.</param>
/// <param name="From">First day of the stretch; null when the line is not about days.</param>
/// <param name="To">Last day of the stretch; null when the line is not about days.</param>
/// <param name="Text">The sentence.</param>
/// <param name="About">Id of the event, or name of the reading, for programs; null on the other lines.</param>
public sealed record ExplanationLine(string Step, DateOnly? From, DateOnly? To, Bilingual Text, string? About = null);

/// <summary>Retells how a deadline came to its day: article, trigger, every skipped and counted stretch, rolls, readings, calendar.</summary>
public static class Explanation
{
    /// <summary>The lines in the order in which a person would tell them.</summary>
    public static IReadOnlyList<ExplanationLine> Of(Deadline deadline, Pack pack) =>
    [
        BasisLine(deadline.Obligation, pack),
        .. EventLines(deadline, pack),
        RuleLine(deadline, pack),
        .. WalkLines(deadline, pack.Calendar),
        .. MovedLines(deadline, pack.Calendar),
        .. ProgressLines(deadline),
        DueLine(deadline, pack),
        .. ReadingLines(deadline, pack),
        .. CalendarLines(deadline, pack),
    ];

    private static ExplanationLine BasisLine(Obligation obligation, Pack pack)
    {
        var basis = obligation.Basis;
        if (basis.Local is { } local)
            return Line("basis", new($"本地规定（非法定）：{local.Zh}", $"local rule, not law: {local.En}"));
        var title = pack.Documents.GetValueOrDefault(basis.Document!)?.Title ?? basis.Document!;
        var quote = basis.Quote is { } text ? $"：“{text}”" : "";
        return Line("basis", new($"依据《{title}》{basis.Article}{quote}", $"basis: \"{title}\" {basis.Article}{quote}"));
    }

    private static IEnumerable<ExplanationLine> EventLines(Deadline deadline, Pack pack)
    {
        if (deadline.Occurrence.Trigger is not { } trigger)
            yield break;
        var name = RuleWords.Event(trigger.Event, pack);
        yield return new("event", trigger.On, trigger.On, new($"{Day(trigger.On).Zh}发生{name.Zh}{Of(trigger.Subject)}", $"{name.En}{Of(trigger.Subject)} happened on {Day(trigger.On).En}"), trigger.Event);
    }

    private static ExplanationLine RuleLine(Deadline deadline, Pack pack)
    {
        var rule = RuleWords.Of(deadline.Occurrence.Rule!, deadline.Occurrence.ActOn, pack);
        if (deadline.Obligation.Vague is not { } vague)
            return Line("rule", rule);
        var why = deadline.Obligation.Period.Local;
        return Line("rule", new($"原文为“{vague}”，没有数字；本地规定为{rule.Zh}（{why?.Zh}）", $"the text says \"{vague}\" and gives no number; the local period is {rule.En} ({why?.En})"));
    }

    private static IEnumerable<ExplanationLine> WalkLines(Deadline deadline, WorkingCalendar calendar)
    {
        var (span, sign) = deadline.Occurrence.Rule switch
        {
            When.After after => (after.Length, 1),
            When.Before before => (before.Length, -1),
            _ => (null, 0),
        };
        if (span is not { Unit: SpanUnit.WorkingDays } || deadline.Occurrence.Trigger is not { } trigger)
            return [];
        var n = sign * (span.Length.At(trigger.On) ?? span.Length.Entries[0]).Value;
        return calendar.Walk(trigger.On, n, sign > 0 && deadline.Obligation.Readings.StartDayCounts).Select(Stretch);
    }

    private static ExplanationLine Stretch(WalkStretch stretch)
    {
        var nature = Nature(stretch.Kind, stretch.Name);
        var days = stretch.From == stretch.To ? Day(stretch.From) : new($"{Day(stretch.From).Zh}至{Day(stretch.To).Zh}", $"{Day(stretch.From).En} to {Day(stretch.To).En}");
        return stretch.Counted
            ? Line("counted", new($"{days.Zh}：{nature.Zh}，计入，累计 {stretch.CountAfter} 个工作日", $"{days.En}: {nature.En}, counted, {stretch.CountAfter} so far"), stretch.From, stretch.To)
            : Line("skipped", new($"{days.Zh}：{nature.Zh}，不计", $"{days.En}: {nature.En}, not counted"), stretch.From, stretch.To);
    }

    private static IEnumerable<ExplanationLine> MovedLines(Deadline deadline, WorkingCalendar calendar)
    {
        var (nominal, due) = (deadline.Occurrence.NominalOn, deadline.DueOn);
        if (nominal == due)
            yield break;
        var day = calendar.Describe(nominal);
        var nature = Nature(day.Kind, day.Name);
        yield return Line("moved", new($"{Day(nominal).Zh}是{nature.Zh}，移至{Day(due).Zh}", $"{Day(nominal).En} is {nature.En}: moved to {Day(due).En}"), nominal, due);
    }

    private static IEnumerable<ExplanationLine> ProgressLines(Deadline deadline)
    {
        if (deadline.Progress is not { } progress)
            yield break;
        var most = progress.Allowed is { } allowed ? $"–{allowed}" : "+";
        yield return Line("quota", new($"本期已发生 {progress.Counted} 次，要求 {progress.Required}{most} 次", $"{progress.Counted} so far in this period; required: {progress.Required}{most}"));
    }

    private static ExplanationLine DueLine(Deadline deadline, Pack pack)
    {
        var closes = deadline.ClosesAt is "office-hours" ? pack.OfficeHours.To.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : deadline.ClosesAt;
        return Line("due", new($"到期：{Day(deadline.DueOn).Zh} {closes}", $"due: {Day(deadline.DueOn).En} {closes}"), deadline.DueOn, deadline.DueOn);
    }

    private static IEnumerable<ExplanationLine> ReadingLines(Deadline deadline, Pack pack) =>
        from name in ReadingsUsed.By(deadline)
        let reading = deadline.Obligation.Readings.Stated.GetValueOrDefault(name)
        where reading is not null
        let why = Why(reading, pack)
        let words = (Name: ReadingWords.Question(reading.Name), Value: ReadingWords.Answer(reading.Value))
        select new ExplanationLine("reading", null, null, new($"口径 {words.Name.Zh}：{words.Value.Zh}（{why.Zh}）", $"reading, {words.Name.En}: {words.Value.En} ({why.En})"), reading.Name);

    private static Bilingual Why(Reading reading, Pack pack)
    {
        if (reading.Basis.Local is { } local)
            return new($"本地口径：{local.Zh}", $"local reading: {local.En}");
        var title = pack.Documents.GetValueOrDefault(reading.Basis.Document!)?.Title ?? reading.Basis.Document;
        return new($"依据《{title}》{reading.Basis.Article}", $"by \"{title}\" {reading.Basis.Article}");
    }

    private static IEnumerable<ExplanationLine> CalendarLines(Deadline deadline, Pack pack)
    {
        yield return Line("calendar", new($"日历版本 {pack.Calendar.Version}", $"calendar version {pack.Calendar.Version}"));
        if (deadline.Occurrence.Provisional)
            yield return Line("provisional", new($"{deadline.DueOn.Year} 年放假安排尚未公布，按法定节假日暂定，公布后重新计算", $"the holiday notice that decides {deadline.DueOn.Iso()} has not been issued: provisional, recomputed when it comes"));
        if (deadline.IsHistory)
            yield return Line("history", new("配置首次发布时已过期，仅作历史展示", "it was past already when the pack was first published: history, never overdue"));
    }

    private static Bilingual Nature(DayKind kind, Bilingual? name) => kind switch
    {
        DayKind.WorkingDay => new("工作日", "working day"),
        DayKind.MakeUpWorkday => new("调休上班日", "make-up workday"),
        DayKind.Holiday => new($"{name?.Zh ?? "节假日"}放假", $"{name?.En ?? "holiday"}"),
        _ => new("周末", "weekend"),
    };

    private static string Of(string subject) => subject.Length == 0 ? "" : $" ({subject})";

    private static Bilingual Day(DateOnly day) => new($"{day.Iso()}（{"日一二三四五六"[(int)day.DayOfWeek]}）", $"{day.Iso()} ({day.DayOfWeek.ToString()[..3]})");

    private static ExplanationLine Line(string step, Bilingual text, DateOnly? from = null, DateOnly? to = null) => new(step, from, to, text);
}
