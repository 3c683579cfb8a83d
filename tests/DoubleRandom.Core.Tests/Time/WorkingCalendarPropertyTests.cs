using DoubleRandom.Core.Time;
using FsCheck;
using FsCheck.Fluent;
using static DoubleRandom.Core.Tests.Time.CalendarFile;

namespace DoubleRandom.Core.Tests.Time;

/// <summary>What the arithmetic promises for any day; days are drawn far enough from the ends of the span.</summary>
public class WorkingCalendarPropertyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Build(China);
    private static readonly Gen<DateOnly> Day = Gen.Choose(new DateOnly(2004, 1, 1).DayNumber, new DateOnly(2056, 1, 1).DayNumber).Select(DateOnly.FromDayNumber);
    private static readonly Arbitrary<(DateOnly Start, int N)> Steps = (from day in Day from n in Gen.Choose(1, 700) select (day, n)).ToArbitrary();

    [Fact]
    public void AddWorkingDays_ReachesTheDayThatCountingConfirms_Forward() => Holds(Steps, step =>
    {
        var end = Calendar.AddWorkingDays(step.Start, step.N);
        return Calendar.IsWorkingDay(end) && Calendar.CountWorkingDays(step.Start.AddDays(1), end) == step.N;
    });

    [Fact]
    public void AddWorkingDays_ReachesTheDayThatCountingConfirms_Backward() => Holds(Steps, step =>
    {
        var end = Calendar.AddWorkingDays(step.Start, -step.N);
        return Calendar.IsWorkingDay(end) && Calendar.CountWorkingDays(end, step.Start.AddDays(-1)) == step.N;
    });

    [Fact]
    public void AddWorkingDays_ReturnsToTheStart_FromAWorkingDay() => Holds(Steps, step =>
    {
        var start = Calendar.OnOrAfter(step.Start);
        return Calendar.AddWorkingDays(Calendar.AddWorkingDays(start, step.N), -step.N) == start
            && Calendar.AddWorkingDays(Calendar.AddWorkingDays(start, -step.N, true), step.N, true) == start;
    });

    [Fact]
    public void AddWorkingDays_IsOneLess_WhenTheStartDayCounts() => Holds(Steps, step =>
    {
        var start = Calendar.OnOrBefore(step.Start);
        return Calendar.AddWorkingDays(start, step.N + 1, true) == Calendar.AddWorkingDays(start, step.N);
    });

    [Fact]
    public void AddWorkingDays_AgreesWithStepping_DayByDay() => Holds(Steps, step =>
    {
        var (on, left) = (step.Start, step.N);
        while (left > 0)
        {
            on = on.AddDays(1);
            left -= Calendar.IsWorkingDay(on) ? 1 : 0;
        }
        return on == Calendar.AddWorkingDays(step.Start, step.N);
    });

    [Fact]
    public void CountWorkingDays_AddsUp_OverAdjoiningSpans() => Holds(
        (from a in Day from b in Gen.Choose(0, 900) from c in Gen.Choose(1, 900) select (From: a, Middle: a.AddDays(b), To: a.AddDays(b + c))).ToArbitrary(),
        span => Calendar.CountWorkingDays(span.From, span.Middle) + Calendar.CountWorkingDays(span.Middle.AddDays(1), span.To)
            == Calendar.CountWorkingDays(span.From, span.To)
            && Calendar.CountWorkingDays(span.To, span.From) == -Calendar.CountWorkingDays(span.From, span.To));

    [Fact]
    public void Roll_LandsOnTheNearestWorkingDay_OfItsDirection() => Holds(Day.ToArbitrary(), on =>
    {
        var (previous, next) = (Calendar.Roll(on, RestDayRule.Previous), Calendar.Roll(on, RestDayRule.Next));
        return previous <= on && on <= next
            && (Calendar.IsWorkingDay(on) ? previous == next : Calendar.CountWorkingDays(previous, next) == 2);
    });

    [Fact]
    public void Walk_EndsWhereAddWorkingDaysDoes_WithoutGapOrOverlap() => Holds(Steps, step =>
    {
        var walk = Calendar.Walk(step.Start, step.N);
        var adjoin = walk.Zip(walk.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From
            && (pair.First.Kind != pair.Second.Kind || pair.First.Name != pair.Second.Name));
        return adjoin && walk[0].From == step.Start.AddDays(1) && walk[^1].CountAfter == step.N
            && walk[^1].To == Calendar.AddWorkingDays(step.Start, step.N);
    });

    [Fact]
    public void Walk_TellsTheSameWay_ThereAndBack() => Holds(Steps, step =>
    {
        var start = Calendar.OnOrAfter(step.Start);
        var end = Calendar.AddWorkingDays(start, step.N, true);
        return Calendar.Walk(start, step.N, true).Select(Nature).SequenceEqual(Calendar.Walk(end, -step.N, true).Select(Nature).Reverse());
    });

    [Fact]
    public void Cycle_CoversEveryDayOnce_ForAnyLengthAndAnchor() => Holds(
        (from day in Day from anchor in Day from months in Gen.Choose(1, 40) select (day, anchor, months)).ToArbitrary(),
        given =>
        {
            var cycle = CivilCycle.Every(given.months, given.anchor);
            var (period, after, before) = (cycle.Containing(given.day), cycle.After(given.day), cycle.Before(given.day));
            return period.Contains(given.day) && period.To.AddDays(1) == after.From && before.To.AddDays(1) == period.From
                && CivilDates.AddMonths(period.From, given.months) == after.From
                && CivilDates.AddMonths(period.From, cycle.MonthOf(given.day)).Month == given.day.Month
                && cycle.Containing(given.anchor).From == new DateOnly(given.anchor.Year, given.anchor.Month, 1)
                && cycle.Covering(before.From, after.To).SequenceEqual([before, period, after]);
        });

    private static (DateOnly, DateOnly, bool, DayKind, Bilingual?) Nature(WalkStretch stretch) =>
        (stretch.From, stretch.To, stretch.Counted, stretch.Kind, stretch.Name);

    private static void Holds<T>(Arbitrary<T> values, Func<T, bool> promise) =>
        Prop.ForAll(values, promise).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
