namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Fills as many slots as can be filled, whatever it costs: a maximum flow by augmenting paths. Tells whether a valid assignment exists, and if not, why: what can be
/// reached from the empty slots is the narrowest cut, and the same whichever maximum flow was found.
/// </summary>
internal sealed class Seating
{
    private const int Nobody = -1;
    private readonly MatchProblem _problem;
    private readonly Targets _targets;
    private readonly int[] _at;
    private readonly List<int>[] _held;
    private readonly int[] _slotFrom;
    private readonly int[] _inspectorFrom;
    private readonly bool[] _slotDead;
    private readonly bool[] _inspectorDead;
    private readonly Unvisited _unvisited;
    private readonly Queue<int> _queue = new();
    private readonly List<int> _slotsSeen = [];
    private readonly List<int> _inspectorsSeen = [];

    private Seating(MatchProblem problem)
    {
        _problem = problem;
        _targets = new(problem.Slots);
        _at = Filled(problem.Slots.Count);
        _slotFrom = Filled(problem.Slots.Count);
        _inspectorFrom = Filled(problem.Inspectors.Count);
        _slotDead = new bool[problem.Slots.Count];
        _inspectorDead = new bool[problem.Inspectors.Count];
        _held = [.. problem.Inspectors.Select(_ => new List<int>())];
        _unvisited = new(problem.Groups, inspector => _inspectorDead[inspector]);
    }

    /// <summary>The fullest seating.</summary>
    public static Seating Of(MatchProblem problem)
    {
        var seating = new Seating(problem);
        for (var slot = 0; slot < problem.Slots.Count; slot++)
            if (seating.Roomiest(slot) is var inspector && inspector != Nobody)
                seating.Seat(slot, inspector);
        for (var slot = 0; slot < problem.Slots.Count; slot++)
            if (seating._at[slot] == Nobody)
                seating.Augment(slot);
        return seating;
    }

    /// <summary>The independent reasons why slots stay empty; none when all are filled.</summary>
    public IReadOnlyList<Bottleneck> Bottlenecks()
    {
        int[] dead = [.. Enumerable.Range(0, _slotDead.Length).Where(slot => _slotDead[slot])];
        return dead.Length == 0 ? [] : Cut.Parts(_problem, dead);
    }

    private static int[] Filled(int length)
    {
        var numbers = new int[length];
        Array.Fill(numbers, Nobody);
        return numbers;
    }

    private int Room(int inspector) => _problem.Inspectors[inspector].Capacity - _held[inspector].Count;

    private int Roomiest(int slot)
    {
        var (best, room) = (Nobody, 0);
        foreach (var inspector in _problem.Fitting(slot))
            if (Room(inspector) > room && _targets.Holder(slot, inspector, _at) == Nobody)
                (best, room) = (inspector, Room(inspector));
        return best;
    }

    private void Seat(int slot, int inspector)
    {
        _at[slot] = inspector;
        _held[inspector].Add(slot);
    }

    /// <summary>Looks for a way to somebody with room. When there is none, nothing that was seen will ever lead anywhere: it is not looked at again.</summary>
    private void Augment(int slot)
    {
        _slotsSeen.Clear();
        _inspectorsSeen.Clear();
        _queue.Clear();
        _unvisited.Restart();
        See(slot, slot);
        var found = Nobody;
        while (found == Nobody && _queue.TryDequeue(out var next))
            found = Visit(next);
        if (found == Nobody)
            Bury();
        else
            Shift(found);
        foreach (var seen in _slotsSeen)
            _slotFrom[seen] = Nobody;
    }

    /// <summary>A slot that is seen from another: were it to leave its inspector, the other would take the place.</summary>
    private void See(int slot, int from)
    {
        if (_slotFrom[slot] != Nobody || _slotDead[slot])
            return;
        _slotFrom[slot] = from;
        _slotsSeen.Add(slot);
        _queue.Enqueue(slot);
    }

    /// <summary>Looks at everybody new who may fill the slot; the first with room is the answer.</summary>
    private int Visit(int slot)
    {
        var rest = _unvisited.Of(_problem.GroupOf[slot]);
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            var inspector = rest[i];
            var holder = _unvisited.IsVisited(inspector) ? Nobody : _targets.Holder(slot, inspector, _at);
            if (holder != Nobody)
            {
                See(holder, slot);
                continue;
            }

            rest[i] = rest[^1];
            rest.RemoveAt(rest.Count - 1);
            if (_unvisited.Visit(inspector) && Meet(inspector, slot))
                return inspector;
        }

        return Nobody;
    }

    /// <summary>Whether the inspector has room; otherwise all that she holds are seen.</summary>
    private bool Meet(int inspector, int slot)
    {
        _inspectorFrom[inspector] = slot;
        _inspectorsSeen.Add(inspector);
        foreach (var held in _held[inspector])
            See(held, slot);
        return Room(inspector) > 0;
    }

    private void Bury()
    {
        foreach (var slot in _slotsSeen)
            _slotDead[slot] = true;
        foreach (var inspector in _inspectorsSeen)
            _inspectorDead[inspector] = true;
    }

    private void Shift(int found)
    {
        var (slot, inspector) = (_inspectorFrom[found], found);
        while (true)
        {
            var left = _at[slot];
            if (left != Nobody)
                _held[left].Remove(slot);
            Seat(slot, inspector);
            if (left == Nobody)
                return;
            (slot, inspector) = (_slotFrom[slot], left);
        }
    }
}
