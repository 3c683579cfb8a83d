namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// The potentials of levelled seats, in loads: the load at which one more unit can be had from each inspector, and at which each slot could be filled otherwise. Every optimum of the loads
/// agrees with them, so that edges which they rule out need no hash.
/// </summary>
internal sealed class Levels
{
    private const int Unknown = int.MaxValue;
    private readonly Seats _seats;
    private readonly List<int>[] _groupsOf;
    private readonly List<int>[] _rest;
    private readonly Queue<int> _queue = new();

    private Levels(Seats seats)
    {
        _seats = seats;
        (OfInspector, OfSlot) = (new int[seats.Held.Length], new int[seats.At.Length]);
        Array.Fill(OfInspector, Unknown);
        Array.Fill(OfSlot, Unknown);
        _groupsOf = [.. OfInspector.Select(_ => new List<int>())];
        for (var group = 0; group < seats.Problem.Groups.Length; group++)
            foreach (var inspector in seats.Problem.Groups[group])
                _groupsOf[inspector].Add(group);
        _rest = [.. seats.Problem.Groups.Select(_ => new List<int>())];
        for (var slot = 0; slot < OfSlot.Length; slot++)
            _rest[seats.Problem.GroupOf[slot]].Add(slot);
    }

    public int[] OfInspector { get; }

    public int[] OfSlot { get; }

    /// <summary>Distances to the cheapest unit that is left, found backwards from the lowest load up.</summary>
    public static Levels Of(Seats seats)
    {
        var levels = new Levels(seats);
        foreach (var inspector in Enumerable.Range(0, seats.Held.Length).Where(seats.HasRoom).OrderBy(seats.Load))
            levels.Spread(inspector, seats.Load(inspector) + 1);
        // Whoever can reach nobody with room: above every load there is.
        var ceiling = Enumerable.Range(0, seats.Held.Length).Select(seats.Load).DefaultIfEmpty(0).Max() + 2;
        Array.ForEach([levels.OfInspector, levels.OfSlot], known => known.AsSpan().Replace(Unknown, ceiling));
        return levels;
    }

    private void Spread(int inspector, int level)
    {
        Reach(inspector, level);
        while (_queue.TryDequeue(out var next))
            foreach (var group in _groupsOf[next])
                Leading(next, _rest[group], level);
    }

    private void Reach(int inspector, int level)
    {
        if (OfInspector[inspector] != Unknown)
            return;
        OfInspector[inspector] = level;
        _queue.Enqueue(inspector);
    }

    /// <summary>Every slot that could change to the inspector; those that are reached for the first time leave the list.</summary>
    private void Leading(int inspector, List<int> rest, int level)
    {
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            var slot = rest[i];
            if (OfSlot[slot] == Unknown && (_seats.At[slot] == inspector || _seats.Holder(slot, inspector) != Seats.Nobody))
                continue;
            rest[i] = rest[^1];
            rest.RemoveAt(rest.Count - 1);
            ReachSlot(slot, level);
        }
    }

    /// <summary>A slot that is reached frees its place: for anybody who wants its inspector, and for the other slots of its target.</summary>
    private void ReachSlot(int slot, int level)
    {
        if (OfSlot[slot] != Unknown)
            return;
        OfSlot[slot] = level;
        var at = _seats.At[slot];
        Reach(at, level);
        foreach (var other in _seats.Targets.Others(slot))
            if (_seats.At[other] != at && _seats.Problem.Fitting(other).BinarySearch(at) >= 0)
                ReachSlot(other, level);
    }
}
