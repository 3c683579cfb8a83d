using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Matching.Solving;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Draws.Matching;

/// <summary>What the optimum promises for any problem, held against trying everything.</summary>
public class OptimalAssignmentPropertyTests
{
    [Fact]
    public void Find_IsTheBestOfAll_AlsoAmongEquals() => Hold(given =>
    {
        var hashes = new EdgeHashes(given.Problem, given.Key, given.Bits);
        var best = BruteForce.Best(given.Problem, hashes);
        var found = OptimalAssignment.Find(given.Problem, hashes, new OneWorker()).Assignment;
        return best is null ? found is null : found is not null && best.SequenceEqual(found.Slots.Select(slot => slot.Inspector), StringComparer.Ordinal);
    });

    [Fact]
    public void Find_IsProved_WheneverItSucceeds() => Proved(SmallMatches.Any, 1500);

    [Fact]
    public void Find_IsProved_AlsoWhenItIsTooLargeToTryEverything() => Proved(SmallMatches.Larger, 500);

    [Fact]
    public void Find_NamesPeopleWhoAreTooFew_WheneverItFails() => Hold(given => OptimalAssignment.Find(given.Problem, given.Key).Bottlenecks.All(bottleneck => Names(given, bottleneck)));

    [Fact]
    public void Bottlenecks_MissAsManyAsAnyAssignmentMust() => Hold(given =>
    {
        var missing = OptimalAssignment.Find(given.Problem, given.Key).Bottlenecks.Sum(bottleneck => bottleneck.Missing);
        return missing == given.Slots.Length - BruteForce.Most(given.Problem);
    }, 800);

    [Fact]
    public void Find_IsTheSame_WhateverTheOrderAndTheWorkers() => Hold(given =>
    {
        var turned = given with { Slots = [.. given.Slots.Reverse().Select(slot => slot with { Inspectors = [.. slot.Inspectors.Reverse(), .. slot.Inspectors.Take(1)] })], Inspectors = [.. given.Inspectors.Reverse()] };
        return string.Equals(Text(OptimalAssignment.Find(given.Problem, given.Key)), Text(OptimalAssignment.Find(turned.Problem, given.Key, new ScatteredWorkers(3))), StringComparison.Ordinal);
    }, 800);

    [Fact]
    public void Find_OfTwoProblemsThatShareNobody_IsThatOfEach() => Hold(given =>
    {
        var other = given with
        {
            Slots = [.. given.Slots.Select(slot => new EligibleSlot(slot.Slot, [.. slot.Inspectors.Select(id => "X" + id)])).Select(slot => slot with { Slot = slot.Slot with { Target = "X" + slot.Slot.Target } })],
            Inspectors = [.. given.Inspectors.Select(one => one with { Id = "X" + one.Id })],
        };
        var both = given with { Slots = [.. given.Slots, .. other.Slots], Inspectors = [.. given.Inspectors, .. other.Inspectors] };
        return Pairs(given).Concat(Pairs(other)).Order(StringComparer.Ordinal).SequenceEqual(Pairs(both).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            || OptimalAssignment.Find(given.Problem, given.Key).Assignment is null;
    }, 800);

    private static void Proved(Arbitrary<MatchGiven> any, int tests)
    {
        var succeeded = 0;
        Prop.ForAll(any, given =>
        {
            if (OptimalAssignment.Find(given.Problem, given.Key).Assignment is not { } found)
                return true;
            succeeded++;
            return AssignmentProof.Check(given.Problem, given.Key, found).Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
        Assert.True(succeeded > tests / 10, $"Only {succeeded} of {tests} had an assignment.");
    }

    private static bool Names(MatchGiven given, Bottleneck bottleneck)
    {
        var people = given.Slots.Where(slot => bottleneck.Slots.Contains(slot.Slot)).SelectMany(slot => slot.Inspectors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return bottleneck.Missing > 0 && bottleneck.Places == bottleneck.Slots.Count - bottleneck.Missing
            && people.SequenceEqual(bottleneck.Inspectors.Select(who => who.Id), StringComparer.Ordinal)
            && bottleneck.Inspectors.All(who => who.Places == Math.Min(who.Capacity, Targets(given, bottleneck, who.Id)));
    }

    private static int Targets(MatchGiven given, Bottleneck bottleneck, string id) =>
        given.Slots.Where(slot => bottleneck.Slots.Contains(slot.Slot) && slot.Inspectors.Contains(id, StringComparer.Ordinal)).Select(slot => slot.Slot.Target).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<string> Pairs(MatchGiven given) =>
        OptimalAssignment.Find(given.Problem, given.Key).Assignment?.Slots.Select(slot => $"{slot.Slot} {slot.Inspector}") ?? [];

    private static string Text(AssignmentOutcome outcome) => outcome.Assignment is { } assignment
        ? $"{string.Join('\n', assignment.Slots)}\n{string.Join('\n', assignment.Loads)}\n{assignment.Objective}"
        : string.Join('\n', outcome.Bottlenecks.Select(bottleneck => bottleneck.Words));

    private static void Hold(Func<MatchGiven, bool> holds, int tests = 1500) =>
        Prop.ForAll(SmallMatches.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
