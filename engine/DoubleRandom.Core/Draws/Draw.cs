using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws;

/// <summary>Draws targets: tickets, not shuffles. The same frame, plan and key give the same answer on every machine.</summary>
public static class Draw
{
    /// <summary>Reads the frame once more and takes the smallest tickets of each stratum.</summary>
    /// <param name="stream">The frame from its beginning, the very file that was committed to.</param>
    /// <param name="commitment">What it was committed to.</param>
    /// <param name="plans">How many from each stratum, see <see cref="DrawPlan"/>.</param>
    /// <param name="key">The key that follows from the seed.</param>
    /// <param name="workers">How to share the work out; the answer does not depend on it.</param>
    /// <returns>The strata in the order of the plans.</returns>
    /// <exception cref="InvalidDataException">The file is not the one that was committed to.</exception>
    public static IReadOnlyList<StratumDraw> Run(Stream stream, ListCommitment commitment, IReadOnlyList<StratumPlan> plans, Digest key, IWorkers workers) =>
        Run(stream, commitment, plans, key, workers, Foresight.Of);

    /// <summary>As above with another foresight: what it says never changes the answer, only how often the frame is read.</summary>
    internal static IReadOnlyList<StratumDraw> Run(Stream stream, ListCommitment commitment, IReadOnlyList<StratumPlan> plans, Digest key, IWorkers workers, Func<StratumPlan, ulong> foresee)
    {
        // What can be read only once must not be read with a bound that may prove too low.
        var from = stream.CanSeek ? stream.Position : -1;
        var all = Pass(stream, commitment, plans, key, workers, from < 0 ? Foresight.None : foresee);
        if (all.Runs.Any(run => run.IsShort) && from >= 0)
        {
            stream.Position = from;
            all = Pass(stream, commitment, plans, key, workers, Foresight.None);
        }

        return [.. plans.Select(plan => all.Runs.First(run => run.Plan == plan).Result())];
    }

    private static FramePart Pass(Stream stream, ListCommitment commitment, IReadOnlyList<StratumPlan> plans, Digest key, IWorkers workers, Func<StratumPlan, ulong> foresee)
    {
        using var blocks = new LineBlocks(stream);
        var parts = workers.Apart(blocks.Read(), () => new FramePart(key, plans, foresee), (part, block) => part.Add(block));
        if (blocks.Sha256 != commitment.Sha256)
            throw new InvalidDataException("The frame changed after it was committed to.");
        var all = new FramePart(key, plans, foresee);
        foreach (var part in parts)
            all.Join(part);
        return all;
    }
}
