namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Which slots belong to one target. Slots stand in the order of their targets, so these are neighbours.</summary>
internal sealed class Targets
{
    private readonly int[] _first;
    private readonly int[] _end;

    public Targets(IReadOnlyList<Slot> slots)
    {
        (_first, _end) = (new int[slots.Count], new int[slots.Count]);
        for (var i = 0; i < slots.Count; i++)
            _first[i] = i > 0 && Same(slots[i], slots[i - 1]) ? _first[i - 1] : i;
        for (var i = slots.Count - 1; i >= 0; i--)
            _end[i] = i + 1 < slots.Count && Same(slots[i], slots[i + 1]) ? _end[i + 1] : i + 1;
    }

    /// <summary>The other slot of the same target that an inspector fills, or -1.</summary>
    public int Holder(int slot, int inspector, int[] at)
    {
        for (var other = _first[slot]; other < _end[slot]; other++)
            if (at[other] == inspector && other != slot)
                return other;
        return -1;
    }

    /// <summary>The first slot of the same target.</summary>
    public int First(int slot) => _first[slot];

    /// <summary>The other slots of the same target.</summary>
    public IEnumerable<int> Others(int slot)
    {
        for (var other = _first[slot]; other < _end[slot]; other++)
            if (other != slot)
                yield return other;
    }

    private static bool Same(Slot a, Slot b) => string.Equals(a.Target, b.Target, StringComparison.Ordinal);
}
