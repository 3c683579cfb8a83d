namespace DoubleRandom.Core.Draws.Matching;

/// <summary>
/// Who may fill which slot (SSJ-MATCH/1): slots and inspectors in canonical order, and the edges between them. The order in which they were given leaves no trace.
/// </summary>
/// <remarks>Slots that the same people may fill share one list, so that millions of edges stay small.</remarks>
public sealed class MatchProblem
{
    /// <summary>The most slots of one problem.</summary>
    public const int MostSlots = 1_000_000;

    /// <summary>The most inspectors of one problem.</summary>
    public const int MostInspectors = 65_535;

    /// <summary>The greatest capacity and the greatest earlier load.</summary>
    public const int MostLoad = 1_000_000;

    internal MatchProblem(Slot[] slots, MatchInspector[] inspectors, int[] groupOf, int[][] groups) =>
        (Slots, Inspectors, GroupOf, Groups) = (slots, inspectors, groupOf, groups);

    /// <summary>Ordered by target and number.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>Ordered by the bytes of their ids.</summary>
    public IReadOnlyList<MatchInspector> Inspectors { get; }

    /// <summary>Of each slot the list of its people.</summary>
    internal int[] GroupOf { get; }

    /// <summary>Lists of people, ascending, each different from the others.</summary>
    internal int[][] Groups { get; }

    /// <summary>The positions in <see cref="Inspectors"/> of those who may fill a slot, ascending.</summary>
    /// <param name="slot">Position in <see cref="Slots"/>.</param>
    public ReadOnlySpan<int> Fitting(int slot) => Groups[GroupOf[slot]];

    /// <summary>A problem whose edges are known one by one.</summary>
    public static MatchReading Of(IEnumerable<EligibleSlot> slots, IEnumerable<MatchInspector> inspectors)
    {
        var draft = new ProblemDraft(inspectors);
        foreach (var slot in slots)
            draft.Add(slot.Slot, draft.Positions(slot));
        return draft.Read();
    }
}
