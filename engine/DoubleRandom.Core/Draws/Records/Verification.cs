using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>What a verifier found.</summary>
/// <param name="Differences">Everything that does not fit; nothing when the record holds.</param>
/// <param name="Unchecked">What could not be looked at, because a file was not given.</param>
/// <param name="Facts">What the record states; null when it could not be read.</param>
/// <param name="Drawn">What was drawn, computed anew; null when it could not be.</param>
public sealed record Verification(IReadOnlyList<Refusal> Differences, IReadOnlyList<Bilingual> Unchecked, RecordFacts? Facts, IReadOnlyList<StratumDraw>? Drawn)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Holds => Differences.Count == 0;
}

/// <summary>The files that belong to a record.</summary>
/// <param name="Frame">Opens the frame anew each time.</param>
/// <param name="Inspectors">Opens the inspector frame; null when it is not at hand.</param>
/// <param name="Recusals">Opens the recusal list; null when it is not at hand.</param>
public sealed record RecordFiles(Func<Stream> Frame, Func<Stream>? Inspectors = null, Func<Stream>? Recusals = null);
