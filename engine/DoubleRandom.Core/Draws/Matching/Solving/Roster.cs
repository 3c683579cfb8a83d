namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>One independent part of a problem while it is solved. Slots and inspectors are numbered anew within it, in the same order; who has no capacity is left out.</summary>
internal sealed class Roster
{
    public const int Nobody = -1;

    private readonly MatchProblem _problem;
    private readonly Int128 _weight;

    public Roster(MatchProblem problem, int[] slots)
    {
        (_problem, Slots, _weight) = (problem, slots, LoadCost.Weight(problem.Slots.Count));
        var groups = slots.Select(slot => problem.GroupOf[slot]).Distinct().ToArray();
        Inspectors = [.. groups.SelectMany(group => problem.Groups[group]).Where(one => problem.Inspectors[one].Capacity > 0).Distinct().Order()];
        var local = Inspectors.Select((one, i) => (one, i)).ToDictionary(pair => pair.one, pair => pair.i);
        var groupAt = groups.Select((group, i) => (group, i)).ToDictionary(pair => pair.group, pair => pair.i);
        Groups = [.. groups.Select(group => problem.Groups[group].Where(local.ContainsKey).Select(one => local[one]).ToArray())];
        GroupOf = [.. slots.Select(slot => groupAt[problem.GroupOf[slot]])];
        Targets = new([.. slots.Select(slot => problem.Slots[slot])]);
        At = [.. slots.Select(_ => Nobody)];
        HashAt = new long[slots.Length];
        SlotPrice = new Int128[slots.Length];
        Held = [.. Inspectors.Select(_ => new List<int>())];
        InspectorPrice = [.. Inspectors.Select((_, i) => NextCost(i))];
    }

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

    /// <summary>The potential of each slot: the least that would have to be paid to fill it.</summary>
    public Int128[] SlotPrice { get; }

    /// <summary>The potential of each inspector: the least that would have to be paid for one more unit of her.</summary>
    public Int128[] InspectorPrice { get; }

    /// <summary>The slots that each inspector fills.</summary>
    public List<int>[] Held { get; }

    public bool HasRoom(int inspector) => Held[inspector].Count < _problem.Inspectors[Inspectors[inspector]].Capacity;

    /// <summary>The cost of one more slot for an inspector.</summary>
    public Int128 NextCost(int inspector) => LoadCost.Of(_problem.Inspectors[Inspectors[inspector]].EarlierLoad + Held[inspector].Count + 1, _weight);

    /// <summary>The cost of the last slot that an inspector took.</summary>
    public Int128 LastCost(int inspector) => LoadCost.Of(_problem.Inspectors[Inspectors[inspector]].EarlierLoad + Held[inspector].Count, _weight);

    public void Put(int slot, int inspector, long hash)
    {
        if (At[slot] != Nobody)
            Held[At[slot]].Remove(slot);
        (At[slot], HashAt[slot]) = (inspector, hash);
        Held[inspector].Add(slot);
    }
}
