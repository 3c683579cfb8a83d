using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Checks the part of a record that says who checks whom.</summary>
public interface IAssignmentProof
{
    /// <summary>Everything that does not fit; nothing when the assignment holds.</summary>
    IEnumerable<Refusal> Check(AssignmentGivens given);
}

/// <summary>What an assignment follows from.</summary>
/// <param name="Assignment">The record's member <c>assignment</c>.</param>
/// <param name="Rules">The rules of the draw, among them those of the assignment.</param>
/// <param name="Key">The key of the draw.</param>
/// <param name="Drawn">What was drawn.</param>
/// <param name="Inspectors">The inspectors committed to; null when their file was not given.</param>
/// <param name="Recusals">The recusals committed to; null when their file was not given.</param>
public sealed record AssignmentGivens(
    Node Assignment, DrawRules Rules, Digest Key, IReadOnlyList<StratumDraw> Drawn, IReadOnlyList<InspectorRow>? Inspectors, IReadOnlyList<RecusalRow>? Recusals);
