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
    public static IReadOnlyList<StratumDraw> Run(Stream stream, ListCommitment commitment, IReadOnlyList<StratumPlan> plans, Digest key, IWorkers workers)
    {
        using var blocks = new LineBlocks(stream);
        var parts = workers.Apart(blocks.Read(), () => new FramePart(key, plans), (part, block) => part.Add(block));
        if (blocks.Sha256 != commitment.Sha256)
            throw new InvalidDataException("The frame changed after it was committed to.");
        var all = new FramePart(key, plans);
        foreach (var part in parts)
            all.Join(part);
        return [.. plans.Select(plan => all.Runs.First(run => run.Plan == plan).Result())];
    }
}
