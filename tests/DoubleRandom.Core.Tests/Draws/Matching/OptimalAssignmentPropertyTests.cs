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
    public void Find_IsProved_WheneverItSucceeds() => Hold(given =>
        OptimalAssignment.Find(given.Problem, given.Key).Assignment is not { } found || AssignmentProof.Check(given.Problem, given.Key, found).Count == 0);

    private static void Hold(Func<MatchGiven, bool> holds) =>
        Prop.ForAll(SmallMatches.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(30000));
}
