namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// Raises the potential of a slot in a fixed place to what it would cost to fill it otherwise. The search leaves it low, because the place was so rewarding; edges that the levels ruled
/// out need it high, or the other slots of the target would seem to gain by taking the place.
/// </summary>
internal sealed class SlotValues
{
    private readonly Roster _roster;
    private readonly EdgeShelf _shelf;
    private readonly Int128?[] _otherwise;

    private SlotValues(Roster roster, EdgeShelf shelf) =>
        (_roster, _shelf, _otherwise) = (roster, shelf, new Int128?[roster.Slots.Length]);

    public static void Raise(Roster roster, EdgeShelf shelf)
    {
        var values = new SlotValues(roster, shelf);
        foreach (var target in Enumerable.Range(0, roster.Slots.Length).Where(slot => roster.IsFixed(slot, roster.At[slot])).GroupBy(roster.Targets.First))
            values.Raise([.. target]);
    }

    /// <summary>Distances: first to anybody outside, then by way of each other's places.</summary>
    private void Raise(int[] slots)
    {
        foreach (var slot in slots)
            _otherwise[slot] = Outside(slot, slots);
        foreach (var _ in slots)
            foreach (var slot in slots)
                foreach (var other in slots.Where(other => other != slot && _otherwise[other] is not null))
                    if (Edge(slot, _roster.At[other]) is { } edge)
                        _otherwise[slot] = Lesser(_otherwise[slot], edge.Cost + _otherwise[other]!.Value - _roster.CostAt[other]);
        // Slots that cannot be filled otherwise at all may be worth anything that is beyond the others, as long as those that could change places with each other rise alike.
        var rise = slots.SelectMany(slot => _shelf.Fixed(slot)).Max(edge => edge.Hash - edge.Cost) + (4 * _roster.Step);
        foreach (var slot in slots)
            _roster.SlotPrice[slot] = _otherwise[slot] ?? _roster.SlotPrice[slot] + rise;
    }

    private Int128? Outside(int slot, int[] slots)
    {
        Int128? least = null;
        foreach (var edge in _shelf.Fixed(slot))
            least = Lesser(least, Change(slot, edge, slots));
        for (var at = 0; ; at++)
        {
            if (at == _shelf.Known(slot).Length)
            {
                if (_shelf.IsComplete(slot))
                    return least;
                _shelf.Extend(slot);
                at--;
                continue;
            }

            // Prices are not below 0: the first that leads anywhere and the hashes after it decide.
            var edge = EdgeShelf.Read(_shelf.Known(slot)[at]);
            if (least <= edge.Cost)
                return least;
            least = Lesser(least, Change(slot, edge, slots));
        }
    }

    /// <summary>What a change would cost; null when there is none, or when it leads to a slot that is raised itself.</summary>
    private Int128? Change(int slot, in Edge edge, int[] slots)
    {
        if (edge.Inspector == _roster.At[slot])
            return null;
        var holder = _roster.Targets.Holder(slot, edge.Inspector, _roster.At);
        if (holder == Roster.Nobody)
            return edge.Cost + _roster.InspectorPrice[edge.Inspector];
        return Array.IndexOf(slots, holder) >= 0 ? null : edge.Cost + _roster.SlotPrice[holder] - _roster.CostAt[holder];
    }

    private Edge? Edge(int slot, int inspector)
    {
        foreach (var edge in _shelf.Fixed(slot))
            if (edge.Inspector == inspector)
                return edge;
        return null;
    }

    private static Int128? Lesser(Int128? a, Int128? b) => a is null ? b : b is null || a <= b ? a : b;
}
