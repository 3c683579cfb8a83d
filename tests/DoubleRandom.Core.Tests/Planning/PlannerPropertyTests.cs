using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;
using static DoubleRandom.Core.Tests.Planning.PlanGivens;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>What planning promises for any of the five packs, any span and anything that may happen.</summary>
public class PlannerPropertyTests
{
    [Fact]
    public void Plan_OfTwoAdjoiningSpans_IsThatOfBoth() => Hold(
        (from given in Any.Generator from cut in Gen.Choose(0, 1100) select (given, cut)).ToArbitrary(),
        pair =>
        {
            var (given, middle) = (pair.given, pair.given.From.AddDays(pair.cut));
            if (middle >= given.To)
                return true;
            var first = (given with { To = middle }).Plan().Deadlines;
            var second = (given with { From = middle.AddDays(1) }).Plan().Deadlines;
            return Sorted(first.Concat(second)).SequenceEqual(Sorted(given.Plan().Deadlines), StringComparer.Ordinal);
        });

    [Fact]
    public void Plan_LiesInItsSpan_AndInTheOrderOfThePack() => Hold(Any, given =>
    {
        var deadlines = given.Plan().Deadlines.ToArray();
        var places = given.Pack.Obligations.Select((obligation, i) => (obligation.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        return Array.TrueForAll(deadlines, d => d.DueOn >= given.From && d.DueOn <= given.To && d.OpensOn <= d.DueOn)
            && deadlines.Select(d => places[d.Obligation.Id]).SequenceEqual(deadlines.Select(d => places[d.Obligation.Id]).Order());
    });

    [Fact]
    public void Plan_IsTheSame_WhateverTheOrderOfEvents() => Hold(Any, given =>
        string.Equals(Text(given), Text(given with { Events = [.. given.Events.Reverse(), .. given.Events.Take(3)] }), StringComparison.Ordinal), 30);

    [Fact]
    public void Keys_AreUnique_WithinAPlan() => Hold(Any, given =>
    {
        var keys = given.Plan().Deadlines.Select(d => d.Key).ToArray();
        return keys.Distinct().Count() == keys.Length;
    });

    [Fact]
    public void Plan_CanBeReadTwice() => Hold(Any, given =>
    {
        var plan = given.Plan();
        return plan.Deadlines.Select(PlanText.Line).SequenceEqual(plan.Deadlines.Select(PlanText.Line), StringComparer.Ordinal);
    }, 20);

    [Fact]
    public void Deadlines_LieInTheTimeInForce_OfTheirDocument() => Hold(Any, given => given.Plan().Deadlines.All(d =>
        d.Obligation.Basis.Document is not { } id || given.Pack.Documents[id].IsInForce(d.Occurrence.Trigger?.On ?? d.DueOn)));

    [Fact]
    public void Owers_ExistAndHoldTheRole_OnTheDayOfTheAct() => Hold(Any, given => given.Plan().Deadlines.All(d =>
        d.Obligation.Who.At(d.Occurrence.ActOn)!.Value.Includes(d.Unit, d.Occurrence.ActOn)));

    [Fact]
    public void Rungs_RemindUntilTheDueDayAndEscalateAfterIt_OnWorkingDays() => Hold(Any, given => given.Plan().Deadlines.All(d => d.Ladder.All(rung =>
        given.Pack.Calendar.IsWorkingDay(rung.On)
        && (rung.Rung.Kind == RungKind.Escalation ? rung.On > d.DueOn : rung.On <= d.DueOn)
        && (d.Occurrence.Rule is not When.After || rung.On >= d.Occurrence.ActOn))));

    [Fact]
    public void Rungs_AreAllThere_ForDatedDutiesThatMust() => Hold(Any, given => given.Plan().Deadlines
        .Where(d => d.Occurrence.Trigger is null && d.Obligation.Strength == Strength.Must && d.Progress is null)
        .All(d => d.Ladder.Count == d.Obligation.Ladder.Rungs.Count(rung => rung.Kind != RungKind.Behind)));

    [Fact]
    public void Ladders_HaveNoEscalation_WhenTheTextOnlyAdvises() => Hold(Any, given => given.Plan().Deadlines
        .Where(d => d.Obligation.Strength == Strength.Should)
        .All(d => d.Ladder.All(rung => rung.Rung.Kind != RungKind.Escalation)));

    [Fact]
    public void NotPlanned_SaysThatItWaits_ExactlyWhenNoneOfItsEventsHappened() => Hold(Any, given =>
    {
        var happened = given.Events.Select(e => e.Event).ToHashSet(StringComparer.Ordinal);
        var waiting = given.Plan().NotPlanned.Where(gap => gap.Reason == NotPlannedReason.WaitingForEvent).Select(gap => gap.Obligation);
        var expected = given.Pack.Obligations.Where(o => o.When.Entries.Any(entry => entry.Value.Events.Count > 0 && !entry.Value.Events.Any(happened.Contains))).Select(o => o.Id);
        return waiting.SequenceEqual(expected, StringComparer.Ordinal);
    });

    private static string[] Sorted(IEnumerable<Deadline> deadlines) => [.. deadlines.Select(PlanText.Line).Order(StringComparer.Ordinal)];

    private static string Text(PlanGiven given) => PlanText.Of(given.Plan(), given.Pack);
}
