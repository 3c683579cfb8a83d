namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Solves every independent part of a problem that has a valid assignment, and puts the answers together.</summary>
internal static class Optimum
{
    public static Assignment Of(Seats seats, EdgeHashes hashes, IWorkers workers)
    {
        var problem = seats.Problem;
        Levelling.Level(seats);
        var levels = Levels.Of(seats);
        var edges = new TightEdges(seats, levels);
        var slots = new AssignedSlot[problem.Slots.Count];
        var prices = Array.ConvertAll(levels.OfInspector, level => LoadCost.Of(level, LoadCost.Weight(problem.Slots.Count)));
        var news = new int[problem.Inspectors.Count];
        foreach (var roster in workers.InOrder(Independent.Parts(edges, news.Length), part => Solved(new(problem, edges, part), hashes.Copy())))
        {
            var part = roster.Slots;
            for (var i = 0; i < part.Length; i++)
                slots[part[i]] = new(problem.Slots[part[i]], problem.Inspectors[roster.Inspectors[roster.At[i]]].Id, roster.HashAt[i], Potential(levels.OfSlot[part[i]], roster.SlotPrice[i] - roster.RestPrice, roster.Step));
            for (var i = 0; i < roster.Inspectors.Length; i++)
                (prices[roster.Inspectors[i]], news[roster.Inspectors[i]]) = (Potential(levels.OfInspector[roster.Inspectors[i]], roster.InspectorPrice[i] - roster.RestPrice, roster.Step), roster.Held[i].Count);
        }

        return new(slots, [.. problem.Inspectors.Select((one, i) => new InspectorLoad(one.Id, one.EarlierLoad, news[i], prices[i]))], Objective(problem, slots, news));
    }

    private static Roster Solved(Roster roster, EdgeHashes hashes)
    {
        var shelf = new EdgeShelf(roster, hashes);
        var path = new CheapestPath(roster, shelf);
        for (var slot = 0; slot < roster.Slots.Length; slot++)
            path.Fill(slot);
        TieBreak.Settle(roster, shelf);
        SlotValues.Raise(roster, shelf);
        return roster;
    }

    private static Int128 Potential(int level, Int128 within, Int128 step) => LoadCost.Of(level, step) + within;

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
