using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Checks the part of a record that says who checks whom: who may fill which slot is built anew from the frozen lists, and then the record's numbers must prove the optimum.</summary>
internal static class AssignmentCheck
{
    /// <summary>Everything that does not fit; nothing when the assignment is the one that follows.</summary>
    /// <param name="facts">What the record states; its key is known.</param>
    /// <param name="drawn">What was drawn, computed anew.</param>
    /// <param name="inspectors">The inspectors of the frozen list.</param>
    /// <param name="recusals">The recusals of the frozen list; none when the rules are bound to none.</param>
    public static IEnumerable<Refusal> Of(RecordFacts facts, IReadOnlyList<StratumDraw> drawn, IReadOnlyList<InspectorRow> inspectors, IReadOnlyList<RecusalRow> recusals)
    {
        if (facts is not { Rules.Assignment: { } rules, Assignment: { } assignment, Key: { } key })
            return [];
        var (problem, faults) = rules.For(drawn, inspectors, recusals).Read();
        return problem is null ? faults : AssignmentProof.Check(problem, key, assignment).Select(RecordMessages.Assignment);
    }
}
