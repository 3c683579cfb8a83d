namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Among assignments of equal cost, takes the one whose inspectors, read in the order of the slots, come first. Any two of them differ by rounds in which every step has a reduced cost
/// of exactly 0; so slot after slot tries the earlier inspectors that such a round can give it, while the slots before it keep theirs.
/// </summary>
internal sealed class TieBreak
{
    /// <summary>Stands for a slot where none takes the place, but rest: its inspector carries one less, and another one more at the same cost.</summary>
    private const int Rest = -2;

    private readonly Roster _roster;
    private readonly Edge[][] _steps;
    private readonly Reached _slots;
    private readonly Reached _inspectors;
    private readonly Stack<int> _open = new();
    private int _slot;
    private int _restFrom;

    private TieBreak(Roster roster, EdgeShelf shelf)
    {
        _roster = roster;
        _steps = FreeSteps.Of(roster, shelf);
        (_slots, _inspectors) = (new(roster.Slots.Length), new(roster.Inspectors.Length));
    }

    public static void Settle(Roster roster, EdgeShelf shelf)
    {
        var ties = new TieBreak(roster, shelf);
        for (var slot = 0; slot < roster.Slots.Length; slot++)
            ties.Earliest(slot);
    }

    private void Earliest(int slot)
    {
        foreach (var step in _steps[slot])
            if (step.Inspector >= _roster.At[slot])
                return;
            else if (Closes(slot, step))
            {
                Turn();
                return;
            }
    }

    /// <summary>Whether a round of free steps begins with this one and comes back to its slot.</summary>
    private bool Closes(int slot, in Edge step)
    {
        (_slot, _restFrom) = (slot, Roster.Nobody);
        _slots.Clear();
        _inspectors.Clear();
        _open.Clear();
        var closed = Follow(slot, step);
        while (!closed && _open.TryPop(out var next))
            closed = Array.Exists(_steps[next], one => Follow(next, one));
        return closed;
    }

    private bool Follow(int slot, in Edge step)
    {
        var inspector = step.Inspector;
        if (inspector == _roster.At[slot])
            return false;
        var holder = _roster.Targets.Holder(slot, inspector, _roster.At);
        if (holder != Roster.Nobody)
            return step.Cost - _roster.CostAt[holder] + _roster.SlotPrice[holder] == _roster.SlotPrice[slot] && See(holder, slot, step);
        return step.Cost + _roster.InspectorPrice[inspector] == _roster.SlotPrice[slot]
            && _inspectors.Improve(inspector, 0, slot, step) && (Leave(inspector, slot, step) || MoveRest(inspector));
    }

    private bool See(int slot, int from, Edge step)
    {
        if (slot < _slot || !_slots.Improve(slot, 0, from, step))
            return false;
        _open.Push(slot);
        return slot == _slot;
    }

    /// <summary>Any slot of the inspector may go if that costs nothing.</summary>
    private bool Leave(int inspector, int from, Edge step) =>
        _roster.Held[inspector].Exists(held => _roster.CostAt[held] + _roster.InspectorPrice[inspector] == _roster.SlotPrice[held] && See(held, from, step));

    /// <summary>A unit that rests with the inspector may rest with any other at the same price.</summary>
    private bool MoveRest(int inspector)
    {
        if (_restFrom != Roster.Nobody || !_roster.Rests[inspector] || _roster.RestPrice != _roster.InspectorPrice[inspector])
            return false;
        _restFrom = inspector;
        for (var other = 0; other < _roster.Inspectors.Length; other++)
            if (_roster.CouldRest(other) && _roster.RestPrice == _roster.InspectorPrice[other] && Leave(other, Rest, default))
                return true;
        return false;
    }

    private void Turn()
    {
        var moves = new List<(int Slot, Edge Edge)>();
        var left = _slot;
        do
        {
            var from = _slots.From(left);
            if (from == Rest)
                _roster.MoveRest(_restFrom, _roster.At[left]);
            var move = from == Rest ? (Slot: _inspectors.From(_restFrom), _inspectors.Via(_restFrom)) : (Slot: from, _slots.Via(left));
            moves.Add(move);
            left = move.Slot;
        }
        while (left != _slot);
        foreach (var (slot, edge) in moves)
            _roster.Put(slot, edge);
    }
}
