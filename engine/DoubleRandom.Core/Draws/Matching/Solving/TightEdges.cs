namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>A place (target, inspector) that is taken in every optimum of the loads, since leaving it empty would cost <see cref="Gain"/> levels.</summary>
/// <param name="Inspector">Whose place.</param>
/// <param name="Level">The slots that may take it are those at this level.</param>
/// <param name="Gain">By how much the level of the slots exceeds that of the inspector; at least 1.</param>
internal readonly record struct FixedPlace(int Inspector, int Level, int Gain);

/// <summary>The edges that occur in some optimum of the loads, and how much each inspector carries in all of them: what is left for the hashes to decide.</summary>
internal sealed class TightEdges
{
    private readonly Seats _seats;
    private readonly Levels _levels;
    private readonly List<int[]> _groups = [];

    public TightEdges(Seats seats, Levels levels)
    {
        (_seats, _levels) = (seats, levels);
        GroupOf = new int[seats.At.Length];
        Fixed = new FixedPlace[seats.At.Length][];
        var known = new Dictionary<(int Group, int Level), int>();
        for (var slot = 0; slot < GroupOf.Length; slot++)
        {
            var (group, level) = (seats.Problem.GroupOf[slot], levels.OfSlot[slot]);
            if (!known.TryGetValue((group, level), out GroupOf[slot]))
            {
                known.Add((group, level), GroupOf[slot] = _groups.Count);
                _groups.Add(Array.FindAll(seats.Problem.Groups[group], inspector => levels.OfInspector[inspector] == level));
            }

            Fixed[slot] = FixedOf(slot);
        }
    }

    /// <summary>Inspectors on the level of a slot, ascending.</summary>
    public IReadOnlyList<int[]> Groups => _groups;

    public int[] GroupOf { get; }

    /// <summary>The fixed places of a slot's target; empty for almost all.</summary>
    public FixedPlace[][] Fixed { get; }

    /// <summary>Whether the slot may take a fixed place of its target.</summary>
    public bool MayTake(int slot, FixedPlace place) =>
        place.Level == _levels.OfSlot[slot] && _seats.Problem.Fitting(slot).BinarySearch(place.Inspector) >= 0;

    /// <summary>Units that the inspector carries at most in an optimum.</summary>
    public int Most(int inspector) => Units(inspector, _levels.OfInspector[inspector]);

    /// <summary>Whether some optimum may use one unit less; never two.</summary>
    public bool MayRest(int inspector) => Units(inspector, _levels.OfInspector[inspector] - 1) < Most(inspector);

    /// <summary>Whether the seats use one unit less.</summary>
    public bool Rests(int inspector) => _seats.Held[inspector].Count < Most(inspector);

    private int Units(int inspector, int level)
    {
        var one = _seats.Problem.Inspectors[inspector];
        return Math.Clamp(level - one.EarlierLoad, 0, one.Capacity);
    }

    private FixedPlace[] FixedOf(int slot)
    {
        if (_seats.Targets.First(slot) is var first && first != slot)
            return Fixed[first];
        return [.. _seats.Targets.Others(slot).Prepend(slot).Where(IsFixed).Select(Place)];
    }

    private bool IsFixed(int slot) => _levels.OfSlot[slot] > _levels.OfInspector[_seats.At[slot]];

    private FixedPlace Place(int slot)
    {
        var (inspector, level) = (_seats.At[slot], _levels.OfSlot[slot]);
        return new(inspector, level, level - _levels.OfInspector[inspector]);
    }
}
