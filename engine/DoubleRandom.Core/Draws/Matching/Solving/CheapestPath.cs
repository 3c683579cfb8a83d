namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Fills one more slot at the least total cost (successive shortest paths with potentials): the cheapest chain in which the slot takes an inspector, who gives up another slot,
/// which takes another inspector, and so on to one with room.
/// </summary>
/// <remarks>
/// Potentials keep every residual arc at a reduced cost of 0 or more, so that Dijkstra's search is exact and stops at the first end that is certain. Edges are looked at in the order of their
/// hashes and only as far as the search needs; the cheapest price in a slot's list bounds what the rest can offer.
/// A place (target, inspector) is a node of capacity 1: if another slot of the target holds it, the way leads to that slot, which must leave.
/// </remarks>
internal sealed class CheapestPath
{
    private const int AtLeast = 4;

    /// <summary>Farther than any way, and far from the bounds of the type.</summary>
    private static readonly Int128 Nowhere = (Int128)1 << 120;

    private readonly Roster _roster;
    private readonly EdgeShelf _shelf;
    private readonly Reached _slots;
    private readonly Reached _inspectors;
    private readonly int[] _cursor;
    private readonly Int128[] _floor;
    private readonly int[] _floorOf;
    private readonly PriorityQueue<int, Int128> _queue = new();
    private int _search;
    private Int128 _best;
    private int _end;

    public CheapestPath(Roster roster, EdgeShelf shelf)
    {
        (_roster, _shelf) = (roster, shelf);
        (_slots, _inspectors) = (new(roster.Slots.Length), new(roster.Inspectors.Length));
        _cursor = new int[roster.Slots.Length];
        (_floor, _floorOf) = (new Int128[roster.Groups.Length], new int[roster.Groups.Length]);
    }

    /// <summary>Fills an empty slot.</summary>
    /// <exception cref="InvalidOperationException">There is no way; a seating of all slots must have been seen before.</exception>
    public void Fill(int slot)
    {
        Begin(slot);
        while (_queue.TryDequeue(out var node, out var at) && at < _best)
            Expand(node, at);
        if (_end == Roster.Nobody)
            throw new InvalidOperationException($"Slot {slot} cannot be filled, although all can be.");
        Reprice();
        Shift();
    }

    // Nodes of the queue: inspectors, then slots that were reached, then slots whose further edges wait.
    private int SlotNode(int slot) => _roster.Inspectors.Length + slot;

    private int RestNode(int slot) => _roster.Inspectors.Length + _roster.Slots.Length + slot;

    private void Begin(int slot)
    {
        _search++;
        (_best, _end) = (Nowhere, Roster.Nobody);
        _queue.Clear();
        _slots.Clear();
        _inspectors.Clear();
        _roster.SlotPrice[slot] = Floor(_roster.GroupOf[slot]);
        foreach (var edge in _shelf.Fixed(slot))
            _roster.SlotPrice[slot] = Int128.Min(_roster.SlotPrice[slot], _roster.InspectorPrice[edge.Inspector] + edge.Cost - edge.Hash);
        _slots.Improve(slot, 0, slot, default);
        _queue.Enqueue(SlotNode(slot), 0);
    }

    private void Expand(int node, Int128 at)
    {
        if (node < _roster.Inspectors.Length)
            Leave(node, at);
        else if (node < RestNode(0))
            Open(node - SlotNode(0), at);
        else
            Scan(node - RestNode(0));
    }

    private void Open(int slot, Int128 at)
    {
        if (at > _slots.Distance(slot) || !_slots.Settle(slot))
            return;
        foreach (var edge in _shelf.Fixed(slot))
            Follow(slot, edge);
        _cursor[slot] = 0;
        Scan(slot);
    }

    /// <summary>An inspector who is wanted may give up any of her slots.</summary>
    private void Leave(int inspector, Int128 at)
    {
        if (at > _inspectors.Distance(inspector) || !_inspectors.Settle(inspector))
            return;
        var from = _inspectors.From(inspector);
        var via = _inspectors.Via(inspector);
        foreach (var held in _roster.Held[inspector])
            unchecked
            {
                See(held, at + Slack(held, inspector), from, via);
            }
    }

    /// <summary>How much dearer a slot's inspector may become before it pays to look for another.</summary>
    private Int128 Slack(int slot, int inspector) => unchecked(_roster.SlotPrice[slot] - _roster.CostAt[slot] - _roster.InspectorPrice[inspector]);

    private void Scan(int slot)
    {
        var known = _shelf.Known(slot);
        var price = unchecked(_slots.Distance(slot) - _roster.SlotPrice[slot]);
        var floor = unchecked(price + Floor(_roster.GroupOf[slot]));
        for (var (at, seen) = (_cursor[slot], 0); ; at++, seen++)
        {
            if (at == known.Length && _shelf.IsComplete(slot))
                return;
            var least = unchecked(floor + (at < known.Length ? EdgeShelf.Hash(known[at]) : _shelf.Bound(slot)));
            if (least >= _best)
                return;
            if (seen >= AtLeast && _queue.TryPeek(out _, out var next) && least > next)
            {
                Wait(slot, at, least);
                return;
            }

            if (at < known.Length)
            {
                Follow(slot, EdgeShelf.Read(known[at]));
                continue;
            }

            _shelf.Extend(slot);
            known = _shelf.Known(slot);
            at--;
        }
    }

    private void Wait(int slot, int at, Int128 least)
    {
        _cursor[slot] = at;
        _queue.Enqueue(RestNode(slot), least);
    }

    private void Follow(int slot, in Edge edge)
    {
        if (_roster.At[slot] == edge.Inspector)
            return;
        var cost = unchecked(_slots.Distance(slot) - _roster.SlotPrice[slot] + edge.Cost);
        var holder = _roster.Targets.Holder(slot, edge.Inspector, _roster.At);
        if (holder == Roster.Nobody)
            Meet(unchecked(cost + _roster.InspectorPrice[edge.Inspector]), slot, edge);
        else
            See(holder, unchecked(cost + _roster.SlotPrice[holder] - _roster.CostAt[holder]), slot, edge);
    }

    private void Meet(Int128 at, int from, in Edge edge)
    {
        var inspector = edge.Inspector;
        if (at >= _best || !_inspectors.Improve(inspector, at, from, edge))
            return;
        _queue.Enqueue(inspector, at);
        if (!_roster.HasRoom(inspector))
            return;
        var total = unchecked(at + _roster.NextCost(inspector) - _roster.InspectorPrice[inspector]);
        if (total < _best)
            (_best, _end) = (total, inspector);
    }

    private void See(int slot, Int128 at, int from, in Edge edge)
    {
        if (at < _best && _slots.Improve(slot, at, from, edge))
            _queue.Enqueue(SlotNode(slot), at);
    }

    /// <summary>The least price in a list of people. It only ever rises, and stands during a search.</summary>
    private Int128 Floor(int group)
    {
        if (_floorOf[group] == _search)
            return _floor[group];
        var least = Nowhere;
        foreach (var inspector in _roster.Groups[group])
            if (_roster.InspectorPrice[inspector] < least)
                least = _roster.InspectorPrice[inspector];
        _floorOf[group] = _search;
        return _floor[group] = least;
    }

    /// <summary>What was nearer than the end becomes dearer by the difference; then the way found costs nothing, and no arc less than nothing.</summary>
    private void Reprice()
    {
        foreach (var slot in _slots.All)
            if (_slots.Distance(slot) < _best)
                _roster.SlotPrice[slot] += _best - _slots.Distance(slot);
        foreach (var inspector in _inspectors.All)
            if (_inspectors.Distance(inspector) < _best)
                _roster.InspectorPrice[inspector] += _best - _inspectors.Distance(inspector);
    }

    private void Shift()
    {
        var (slot, edge) = (_inspectors.From(_end), _inspectors.Via(_end));
        while (true)
        {
            var left = _roster.At[slot];
            _roster.Put(slot, edge);
            if (left == Roster.Nobody)
                return;
            (slot, edge) = (_slots.From(slot), _slots.Via(slot));
        }
    }
}
