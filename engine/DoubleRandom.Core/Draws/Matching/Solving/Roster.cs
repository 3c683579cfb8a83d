namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// One independent part of what the loads left open, while the hashes are summed up. Slots and inspectors are numbered anew within it, in the same order.
/// </summary>
/// <remarks>
/// Costs are those of the whole problem less the potentials of the levels: an edge costs its hash, a fixed place is rewarded by its gain, and units cost nothing. Every unit is used: those
/// that are one too many rest, at most one with each inspector whose last unit is not part of every optimum.
/// </remarks>
internal sealed class Roster
{
    public const int Nobody = Seats.Nobody;

    private readonly bool[] _mayRest;
    private readonly int[] _most;
    private readonly (int Inspector, Int128 Reward)[][] _fixed;

    public Roster(MatchProblem problem, TightEdges edges, int[] slots)
    {
        (Slots, Step) = (slots, LoadCost.Weight(problem.Slots.Count));
        var groups = slots.Select(slot => edges.GroupOf[slot]).Distinct().ToArray();
        var places = slots.SelectMany(slot => edges.Fixed[slot].Where(place => edges.MayTake(slot, place)));
        Inspectors = [.. groups.SelectMany(group => edges.Groups[group]).Concat(places.Select(place => place.Inspector)).Distinct().Order()];
        var local = Numbered(Inspectors);
        var groupAt = Numbered(groups);
        Groups = [.. groups.Select(group => Array.ConvertAll(edges.Groups[group], one => local[one]))];
        GroupOf = [.. slots.Select(slot => groupAt[edges.GroupOf[slot]])];
        // What a slot may not take is kept with a reward below nothing, so that it is known to be out of question.
        _fixed = [.. slots.Select(slot => Array.ConvertAll(edges.Fixed[slot], place => (local.GetValueOrDefault(place.Inspector, Nobody), edges.MayTake(slot, place) ? 2 * place.Gain * Step : -1)))];
        Targets = new([.. slots.Select(slot => problem.Slots[slot])]);
        (_mayRest, _most) = (Array.ConvertAll(Inspectors, edges.MayRest), Array.ConvertAll(Inspectors, edges.Most));
        Rests = Array.ConvertAll(Inspectors, edges.Rests);
        (At, HashAt, CostAt, SlotPrice) = ([.. slots.Select(_ => Nobody)], new long[slots.Length], new Int128[slots.Length], new Int128[slots.Length]);
        Held = [.. Inspectors.Select(_ => new List<int>())];
        InspectorPrice = new Int128[Inspectors.Length];
    }

    /// <summary>The weight of one unit of squared load: more than all hashes together.</summary>
    public Int128 Step { get; }

    /// <summary>Positions in the problem.</summary>
    public int[] Slots { get; }

    /// <summary>Positions in the problem.</summary>
    public int[] Inspectors { get; }

    public int[][] Groups { get; }

    public int[] GroupOf { get; }

    public Targets Targets { get; }

    /// <summary>The inspector of each slot, or <see cref="Nobody"/>.</summary>
    public int[] At { get; }

    /// <summary>The hash of each slot with its inspector.</summary>
    public long[] HashAt { get; }

    /// <summary>The cost of each slot's edge: its hash, less the reward of a fixed place.</summary>
    public Int128[] CostAt { get; }

    /// <summary>The potential of each slot.</summary>
    public Int128[] SlotPrice { get; }

    /// <summary>The potential of each inspector: what one more unit of her would cost.</summary>
    public Int128[] InspectorPrice { get; }

    /// <summary>The slots that each inspector fills.</summary>
    public List<int>[] Held { get; }

    /// <summary>Who has a unit that rests.</summary>
    public bool[] Rests { get; }

    /// <summary>The potential of rest: what it would cost to have one more unit rest.</summary>
    public Int128 RestPrice { get; set; }

    public bool HasRoom(int inspector) => Held[inspector].Count + (Rests[inspector] ? 1 : 0) < _most[inspector];

    /// <summary>Whether a unit of the inspector could rest that does not.</summary>
    public bool CouldRest(int inspector) => _mayRest[inspector] && !Rests[inspector];

    /// <summary>Rest goes from one inspector to another.</summary>
    public void MoveRest(int from, int to) => (Rests[from], Rests[to]) = (false, true);

    /// <summary>The fixed places that a slot may take, with their rewards.</summary>
    public IEnumerable<(int Inspector, Int128 Reward)> FixedPlaces(int slot) => _fixed[slot].Length == 0 ? [] : _fixed[slot].Where(place => place.Reward > 0);

    /// <summary>Whether a place is fixed for the target of the slot: then it is none among many.</summary>
    public bool IsFixed(int slot, int inspector) => _fixed[slot].Length > 0 && Array.Exists(_fixed[slot], place => place.Inspector == inspector);

    public void Put(int slot, Edge edge)
    {
        if (At[slot] != Nobody)
            Held[At[slot]].Remove(slot);
        (At[slot], HashAt[slot], CostAt[slot]) = (edge.Inspector, edge.Hash, edge.Cost);
        Held[edge.Inspector].Add(slot);
    }

    private static Dictionary<int, int> Numbered(int[] all) => all.Select((one, i) => (one, i)).ToDictionary(pair => pair.one, pair => pair.i);
}
