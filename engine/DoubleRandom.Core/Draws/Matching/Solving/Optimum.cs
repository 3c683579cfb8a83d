namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Solves every independent part of a problem that has a valid assignment, and puts the answers together.</summary>
internal static class Optimum
{
    public static Assignment Of(MatchProblem problem, EdgeHashes hashes)
    {
        var slots = new AssignedSlot[problem.Slots.Count];
        var prices = new Int128?[problem.Inspectors.Count];
        var news = new int[problem.Inspectors.Count];
        foreach (var part in Independent.Parts(problem, [.. Enumerable.Range(0, slots.Length)]))
        {
            var roster = Solved(problem, part, hashes);
            for (var i = 0; i < part.Length; i++)
                slots[part[i]] = new(problem.Slots[part[i]], problem.Inspectors[roster.Inspectors[roster.At[i]]].Id, roster.HashAt[i], roster.SlotPrice[i]);
            for (var i = 0; i < roster.Inspectors.Length; i++)
                (prices[roster.Inspectors[i]], news[roster.Inspectors[i]]) = (roster.InspectorPrice[i], roster.Held[i].Count);
        }

        return new(slots, Loads(problem, slots, prices, news), Objective(problem, slots, news));
    }

    private static Roster Solved(MatchProblem problem, int[] part, EdgeHashes hashes)
    {
        var roster = new Roster(problem, part);
        var shelf = new EdgeShelf(roster, hashes);
        var path = new CheapestPath(roster, shelf);
        for (var slot = 0; slot < part.Length; slot++)
            path.Fill(slot);
        TieBreak.Settle(roster, shelf);
        return roster;
    }

    /// <summary>Who has no capacity, or whom no slot concerns, gets a price that no slot would pay.</summary>
    private static InspectorLoad[] Loads(MatchProblem problem, AssignedSlot[] slots, Int128?[] prices, int[] news)
    {
        var highest = slots.Select(slot => slot.Potential).DefaultIfEmpty(0).Max();
        return [.. problem.Inspectors.Select((inspector, i) => new InspectorLoad(inspector.Id, inspector.EarlierLoad, news[i], prices[i] ?? Unasked(inspector, highest, problem)))];
    }

    private static Int128 Unasked(MatchInspector inspector, Int128 highest, MatchProblem problem) =>
        inspector.Capacity == 0 ? highest : LoadCost.Of(inspector.EarlierLoad + 1, LoadCost.Weight(problem.Slots.Count));

    private static AssignmentObjective Objective(MatchProblem problem, AssignedSlot[] slots, int[] news)
    {
        var (squares, hashes) = (Int128.Zero, Int128.Zero);
        for (var i = 0; i < news.Length; i++)
        {
            Int128 load = problem.Inspectors[i].EarlierLoad + news[i];
            squares += load * load;
        }

        foreach (var slot in slots)
            hashes += slot.EdgeHash;
        return new(squares, hashes);
    }
}
