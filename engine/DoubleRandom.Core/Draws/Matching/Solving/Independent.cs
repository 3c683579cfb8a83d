namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Splits slots into parts that share no inspector: whatever happens in one changes nothing in another.</summary>
internal static class Independent
{
    /// <summary>The parts, each ascending, ordered by their first slot. Slots that nobody may fill are together if their lists are the same.</summary>
    public static IReadOnlyList<int[]> Parts(MatchProblem problem, IReadOnlyList<int> slots)
    {
        var inspectors = problem.Inspectors.Count;
        var sets = new DisjointSets(inspectors + problem.Groups.Length);
        foreach (var group in slots.Select(slot => problem.GroupOf[slot]).Distinct())
            foreach (var inspector in problem.Groups[group])
                sets.Join(inspector, inspectors + group);
        return [.. slots.GroupBy(slot => sets.Find(inspectors + problem.GroupOf[slot])).Select(part => part.ToArray())];
    }
}
