using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>A list as it was read, or what is wrong with it.</summary>
/// <typeparam name="T">What was gathered from its rows.</typeparam>
/// <param name="Commitment">What it is committed to; null when it has errors.</param>
/// <param name="Content">What was gathered; not to be relied upon when it has errors.</param>
/// <param name="Faults">Every fault, in the order of the lines; of very many the first 100. Warnings stand among them and stop nothing.</param>
public sealed record ListReading<T>(ListCommitment? Commitment, T Content, IReadOnlyList<Diagnostic> Faults)
{
    /// <summary>Whether it may be drawn from.</summary>
    public bool IsSound => Commitment is not null;
}
