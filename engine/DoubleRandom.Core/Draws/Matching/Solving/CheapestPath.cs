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

    /// <summary>Stands for a slot where none takes the place, but rest.</summary>
    private const int Rest = -2;

    /// <summary>Farther than any way, and far from the bounds of the type.</summary>
    public static readonly Int128 Nowhere = (Int128)1 << 120;

    private readonly Roster _roster;
    private readonly EdgeShelf _shelf;
    private readonly Reached _slots;
    private readonly Reached _inspectors;
    private readonly int[] _cursor;
    private readonly Floors _floors;
    private readonly Offers _offers;
    private readonly PriorityQueue<int, Int128> _queue = new();
    private Int128 _best;
    private int _end;
    private Int128 _restAt;
    private int _restFrom;

    public CheapestPath(Roster roster, EdgeShelf shelf)
    {
        (_roster, _shelf) = (roster, shelf);
        (_slots, _inspectors) = (new(roster.Slots.Length), new(roster.Inspectors.Length));
        _cursor = new int[roster.Slots.Length];
        _floors = new(roster);
        _offers = new(roster, shelf, _floors);
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

    // Nodes of the queue: inspectors, then rest, then slots whose next edges wait.
    private int RestNode => _roster.Inspectors.Length;

    private int SlotNode(int slot) => RestNode + 1 + slot;

    private void Begin(int slot)
    {
        _floors.Restart();
        (_best, _end) = (Nowhere, Roster.Nobody);
        (_restAt, _restFrom) = (Nowhere, Roster.Nobody);
        _queue.Clear();
        _slots.Clear();
        _inspectors.Clear();
        _roster.SlotPrice[slot] = _floors.Of(slot);
        foreach (var edge in _shelf.Fixed(slot))
            _roster.SlotPrice[slot] = Int128.Min(_roster.SlotPrice[slot], _roster.InspectorPrice[edge.Inspector] + edge.Cost - edge.Hash);
        See(slot, 0, slot, default);
    }

    private void Expand(int node, Int128 at)
    {
        if (node < RestNode)
            Leave(node, at);
        else if (node == RestNode)
            MoveRest(at);
        else
            Open(node - SlotNode(0), at);
    }

    private void Open(int slot, Int128 at)
    {
        if (_slots.Look(slot) && First(slot, _offers.Renew(slot)) is var first && first > at)
        {
            if (first < _best)
                _queue.Enqueue(SlotNode(slot), first);
            return;
        }

        if (_slots.Settle(slot))
        {
            _cursor[slot] = 0;
            foreach (var edge in _shelf.Fixed(slot))
                Follow(slot, edge);
        }

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

        if (_roster.Rests[inspector] && at + _roster.RestPrice - _roster.InspectorPrice[inspector] is var rest && rest < _restAt)
        {
            (_restAt, _restFrom) = (rest, inspector);
            _queue.Enqueue(RestNode, rest);
        }
    }

    /// <summary>A unit that rests with one inspector may as well rest with another.</summary>
    private void MoveRest(Int128 at)
    {
        if (at > _restAt)
            return;
        for (var inspector = 0; inspector < RestNode; inspector++)
            if (_roster.CouldRest(inspector))
                Meet(at + _roster.InspectorPrice[inspector] - _roster.RestPrice, Rest, new(inspector, 0, 0));
    }

    /// <summary>The nearest that anything can be by way of the slot, when its edges cost that much at least.</summary>
    private Int128 First(int slot, Int128 least) => _slots.Distance(slot) is var at && least > _roster.SlotPrice[slot] ? unchecked(at - _roster.SlotPrice[slot] + least) : at;

    /// <summary>How much dearer a slot's inspector may become before it pays to look for another.</summary>
    private Int128 Slack(int slot, int inspector) => unchecked(_roster.SlotPrice[slot] - _roster.CostAt[slot] - _roster.InspectorPrice[inspector]);

    private void Scan(int slot)
    {
        var known = _shelf.Known(slot);
        var price = unchecked(_slots.Distance(slot) - _roster.SlotPrice[slot]);
        var floor = unchecked(price + _floors.Of(slot));
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
        _queue.Enqueue(SlotNode(slot), least);
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
        // Whoever has room has a price of 0 still, so that the way ends here.
        if (_roster.HasRoom(inspector))
            (_best, _end) = (at, inspector);
    }

    private void See(int slot, Int128 at, int from, in Edge edge)
    {
        if (at >= _best || !_slots.Improve(slot, at, from, edge))
            return;
        var first = First(slot, _offers.Least(slot));
        if (first < _best)
            _queue.Enqueue(SlotNode(slot), first);
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
        if (_restAt < _best)
            _roster.RestPrice += _best - _restAt;
    }

    private void Shift()
    {
        var (inspector, from, edge) = (_end, _inspectors.From(_end), _inspectors.Via(_end));
        while (inspector != Roster.Nobody)
        {
            if (from == Rest)
            {
                _roster.MoveRest(_restFrom, inspector);
                (inspector, from, edge) = (_restFrom, _inspectors.From(_restFrom), _inspectors.Via(_restFrom));
                continue;
            }

            inspector = _roster.At[from];
            _offers.Leave(from);
            _roster.Put(from, edge);
            (from, edge) = (_slots.From(from), _slots.Via(from));
        }
    }
}
