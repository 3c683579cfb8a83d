namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Splits slots into parts that share no inspector: whatever happens in one changes nothing in another.</summary>
internal static class Independent
{
    /// <summary>The parts, each ascending, ordered by their first slot.</summary>
    /// <param name="slots">The slots to split.</param>
    /// <param name="inspectors">How many inspectors there are.</param>
    /// <param name="groups">Lists of inspectors.</param>
    /// <param name="groupOf">Of each slot the list of its people. Slots with one list stay together, even if it is empty.</param>
    public static IReadOnlyList<int[]> Parts(IEnumerable<int> slots, int inspectors, IReadOnlyList<int[]> groups, int[] groupOf)
    {
        var sets = Joined(inspectors, groups);
        return Parts(slots, slot => sets.Find(inspectors + groupOf[slot]));
    }

    /// <summary>The parts of what the loads left open: a fixed place joins the slots that may take it.</summary>
    public static IReadOnlyList<int[]> Parts(TightEdges edges, int inspectors)
    {
        var sets = Joined(inspectors, edges.Groups);
        for (var slot = 0; slot < edges.GroupOf.Length; slot++)
            foreach (var place in edges.Fixed[slot])
                if (edges.MayTake(slot, place))
                    sets.Join(place.Inspector, inspectors + edges.GroupOf[slot]);
        return Parts(Enumerable.Range(0, edges.GroupOf.Length), slot => sets.Find(inspectors + edges.GroupOf[slot]));
    }

    private static DisjointSets Joined(int inspectors, IReadOnlyList<int[]> groups)
    {
        var sets = new DisjointSets(inspectors + groups.Count);
        for (var group = 0; group < groups.Count; group++)
            foreach (var inspector in groups[group])
                sets.Join(inspector, inspectors + group);
        return sets;
    }

    private static IReadOnlyList<int[]> Parts(IEnumerable<int> slots, Func<int, int> setOf) => [.. slots.GroupBy(setOf).Select(part => part.ToArray())];
}
