namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Looks for a chain of changes that begins with some slot and ends with an inspector who can take one more. When there is none, nothing that was seen leads anywhere, now or after
/// other changes: it is closed and not looked at again.
/// </summary>
internal sealed class Exchange
{
    private const int Nobody = Seats.Nobody;
    private readonly Seats _seats;
    private readonly int[] _slotFrom;
    private readonly int[] _inspectorFrom;
    private readonly bool[] _slotClosed;
    private readonly bool[] _inspectorClosed;
    private readonly Unvisited _unvisited;
    private readonly Queue<int> _queue = new();
    private readonly List<int> _slotsSeen = [];
    private readonly List<int> _inspectorsSeen = [];

    public Exchange(Seats seats)
    {
        _seats = seats;
        _slotFrom = new int[seats.At.Length];
        Array.Fill(_slotFrom, Nobody);
        _inspectorFrom = new int[seats.Held.Length];
        _slotClosed = new bool[seats.At.Length];
        _inspectorClosed = new bool[seats.Held.Length];
        _unvisited = new(seats.Problem.Groups, _inspectorClosed);
    }

    public bool IsClosed(int inspector) => _inspectorClosed[inspector];

    /// <summary>All slots from which nothing can be reached, ascending.</summary>
    public int[] ClosedSlots => [.. Enumerable.Range(0, _slotClosed.Length).Where(slot => _slotClosed[slot])];

    /// <summary>Finds a chain from one of the slots to an inspector who is wanted, and carries it out.</summary>
    /// <returns>The inspector who has one more now, or <see cref="Seats.Nobody"/>.</returns>
    public int Try(IReadOnlyList<int> starts, Predicate<int> isWanted)
    {
        _queue.Clear();
        _unvisited.Restart();
        foreach (var start in starts)
            See(start, start);
        var found = Nobody;
        while (found == Nobody && _queue.TryDequeue(out var next))
            found = Visit(next, isWanted);
        if (found == Nobody)
            Close();
        else
            Shift(found);
        foreach (var seen in _slotsSeen)
            _slotFrom[seen] = Nobody;
        _slotsSeen.Clear();
        _inspectorsSeen.Clear();
        return found;
    }

    /// <summary>A slot that is seen from another: were it to leave its inspector, the other would take the place.</summary>
    private void See(int slot, int from)
    {
        if (_slotFrom[slot] != Nobody || _slotClosed[slot])
            return;
        _slotFrom[slot] = from;
        _slotsSeen.Add(slot);
        _queue.Enqueue(slot);
    }

    /// <summary>Looks at everybody new who may fill the slot.</summary>
    private int Visit(int slot, Predicate<int> isWanted)
    {
        var rest = _unvisited.Of(_seats.Problem.GroupOf[slot]);
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            var inspector = rest[i];
            var holder = _unvisited.IsVisited(inspector) || _seats.At[slot] == inspector ? Nobody : _seats.Holder(slot, inspector);
            if (holder != Nobody)
                See(holder, slot);
            if (holder != Nobody || _seats.At[slot] == inspector)
                continue;
            rest[i] = rest[^1];
            rest.RemoveAt(rest.Count - 1);
            if (_unvisited.Visit(inspector) && Meet(inspector, slot, isWanted))
                return inspector;
        }

        return Nobody;
    }

    /// <summary>Whether the inspector is the one; otherwise all that she holds are seen.</summary>
    private bool Meet(int inspector, int slot, Predicate<int> isWanted)
    {
        _inspectorFrom[inspector] = slot;
        _inspectorsSeen.Add(inspector);
        if (isWanted(inspector))
            return true;
        foreach (var held in _seats.Held[inspector])
            See(held, slot);
        return false;
    }

    private void Close()
    {
        foreach (var slot in _slotsSeen)
            _slotClosed[slot] = true;
        foreach (var inspector in _inspectorsSeen)
            _inspectorClosed[inspector] = true;
    }

    private void Shift(int found)
    {
        var (slot, inspector) = (_inspectorFrom[found], found);
        while (true)
        {
            var left = _seats.At[slot];
            _seats.Seat(slot, inspector);
            if (_slotFrom[slot] == slot)
                return;
            (slot, inspector) = (_slotFrom[slot], left);
        }
    }
}
