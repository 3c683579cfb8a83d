using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using static DoubleRandom.Core.Tests.Planning.PlanGivens;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>An explanation that does not add up is worse than none.</summary>
public class ExplanationPropertyTests
{
    [Fact]
    public void Explanation_EndsOnTheDueDay_Always() => Hold(Any, given => given.Plan().Deadlines.Take(60).All(d =>
        Lines(d, given).Single(line => line.Step is "due") is var due && due.From == d.DueOn && due.To == d.DueOn
        && due.Text.En.Contains(d.DueOn.Iso(), StringComparison.Ordinal) && due.Text.Zh.Contains(d.DueOn.Iso(), StringComparison.Ordinal)));

    [Fact]
    public void Explanation_IsBilingualAndNamesItsBasis_Always() => Hold(Any, given => given.Plan().Deadlines.Take(60).All(d =>
        Lines(d, given) is [{ Step: "basis" }, ..] lines && lines.All(line => line.Text.Zh.Any(c => c >= '一') && line.Text.En.Any(char.IsAsciiLetter))));

    /// <summary>From the day after the event to the nominal day, without gap or overlap, and as many counted working days as the rule asks for.</summary>
    [Fact]
    public void Stretches_AddUp_WhenWorkingDaysAreCounted() => Hold(Any, given => given.Plan().Deadlines.Where(CountsWorkingDays).Take(60).All(d =>
    {
        var walk = Lines(d, given).Where(line => line.Step is "counted" or "skipped").OrderBy(line => line.From).ToArray();
        var (length, trigger) = (Length(d), d.Occurrence.Trigger!.On);
        var counted = walk.Where(line => line.Step is "counted").Sum(line => line.To!.Value.DayNumber - line.From!.Value.DayNumber + 1);
        var (first, last) = d.DueOn > trigger ? (trigger.AddDays(1), d.Occurrence.NominalOn) : (d.Occurrence.NominalOn, trigger.AddDays(-1));
        return counted == length && walk[0].From == first && walk[^1].To == last && walk.Zip(walk.Skip(1)).All(pair => pair.First.To!.Value.AddDays(1) == pair.Second.From);
    }));

    [Fact]
    public void MovedLine_LeadsFromTheNominalDayToTheDueDay_WhenTheyDiffer() => Hold(Any, given => given.Plan().Deadlines.Take(60).All(d =>
        Lines(d, given).Where(line => line.Step is "moved").ToArray() is var moved
        && (d.Occurrence.NominalOn == d.DueOn ? moved.Length == 0 : moved is [var line] && line.From == d.Occurrence.NominalOn && line.To == d.DueOn)));

    private static IReadOnlyList<ExplanationLine> Lines(Deadline deadline, PlanGiven given) => Explanation.Of(deadline, given.Pack);

    private static bool CountsWorkingDays(Deadline deadline) => Span(deadline) is { Unit: SpanUnit.WorkingDays };

    private static int Length(Deadline deadline) => Span(deadline)!.Length.At(deadline.Occurrence.ActOn)?.Value ?? Span(deadline)!.Length.Entries[0].Value;

    private static DoubleRandom.Core.Packs.Model.Span? Span(Deadline deadline) => deadline.Occurrence.Rule switch
    {
        When.After after => after.Length,
        When.Before before => before.Length,
        _ => null,
    };
}
