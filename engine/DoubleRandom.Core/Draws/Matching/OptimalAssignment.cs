using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching.Solving;

namespace DoubleRandom.Core.Draws.Matching;

/// <summary>
/// Assigns inspectors to slots (SSJ-MATCH/1) so that, first, the sum of squared loads is least, and then the sum of edge hashes. Succeeds whenever a valid assignment
/// exists; otherwise names the bottlenecks.
/// </summary>
/// <remarks>
/// The answer is an optimum, not a procedure: any exact minimum-cost-flow program finds it. Two assignments of equal cost would need two different sets of 48-bit hashes with
/// equal sums, which nobody will see; even then the answer is defined: the one whose inspectors, read in the order of the slots, come first by the bytes of their ids.
/// </remarks>
public static class OptimalAssignment
{
    /// <summary>The optimum, or the bottlenecks.</summary>
    /// <param name="problem">Who may fill what.</param>
    /// <param name="key">K of the draw.</param>
    /// <param name="workers">How the independent parts are shared out; one after the other when left out. The answer is the same.</param>
    public static AssignmentOutcome Find(MatchProblem problem, Digest key, IWorkers? workers = null) => Find(problem, new EdgeHashes(problem, key), workers ?? new OneWorker());

    /// <summary>As above with hashes of fewer bits: ties, which 48 bits never show, become common.</summary>
    internal static AssignmentOutcome Find(MatchProblem problem, EdgeHashes hashes, IWorkers workers)
    {
        var (seats, bottlenecks) = Seating.Of(problem);
        return bottlenecks.Count > 0 ? new(null, bottlenecks) : new(Optimum.Of(seats, hashes, workers), []);
    }
}
