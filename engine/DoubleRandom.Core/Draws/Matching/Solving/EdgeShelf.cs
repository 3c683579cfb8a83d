namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>
/// The edges of every slot in the order of their hashes, as far as they were asked for. Most slots only ever need their cheapest few; of the others it is enough to know
/// that they cost no less than <see cref="Bound"/>.
/// </summary>
internal sealed class EdgeShelf
{
    private const int Wanted = 48;
    private const int SmallEnough = 256;
    private const int Growth = 8;
    private const int InspectorBits = 16;
    private const long Limit = 1L << EdgeHashes.Bits;

    private readonly Roster _roster;
    private readonly EdgeHashes _hashes;
    private readonly int[][] _people;
    private readonly ulong[]?[] _edges;
    private readonly Edge[]?[] _fixed;
    private readonly long[] _bounds;
    private readonly long[] _row;
    private readonly ulong[] _kept;

    public EdgeShelf(Roster roster, EdgeHashes hashes)
    {
        (_roster, _hashes) = (roster, hashes);
        _people = [.. roster.Groups.Select(group => Array.ConvertAll(group, inspector => roster.Inspectors[inspector]))];
        _edges = new ulong[roster.Slots.Length][];
        _fixed = new Edge[roster.Slots.Length][];
        _bounds = new long[roster.Slots.Length];
        _row = new long[roster.Inspectors.Length];
        _kept = new ulong[roster.Inspectors.Length];
    }

    /// <summary>The edges that are known, each the hash before the inspector.</summary>
    public ReadOnlySpan<ulong> Known(int slot) => _edges[slot] ?? Begin(slot);

    /// <summary>No unknown edge has a smaller hash.</summary>
    public long Bound(int slot) => _bounds[slot];

    public bool IsComplete(int slot) => _bounds[slot] >= Limit;

    /// <summary>Makes more edges known.</summary>
    public void Extend(int slot)
    {
        _bounds[slot] = _bounds[slot] > Limit / Growth ? Limit : _bounds[slot] * Growth;
        Fill(slot);
    }

    /// <summary>The fixed places that a slot may take. They are not among the others.</summary>
    public Edge[] Fixed(int slot) => _fixed[slot] ??= [.. _roster.FixedPlaces(slot).Select(place => Fixed(slot, place.Inspector, place.Reward))];

    public static Edge Read(ulong edge) => new((int)(edge & ((1 << InspectorBits) - 1)), Hash(edge), Hash(edge));

    public static long Hash(ulong edge) => (long)(edge >> InspectorBits);

    private Edge Fixed(int slot, int inspector, Int128 reward)
    {
        Span<long> hash = stackalloc long[1];
        _hashes.Row(_roster.Slots[slot], [_roster.Inspectors[inspector]], hash);
        return new(inspector, hash[0], hash[0] - reward);
    }

    private ulong[] Begin(int slot)
    {
        var count = _people[_roster.GroupOf[slot]].Length;
        _bounds[slot] = count <= SmallEnough ? Limit : Limit / count * Wanted;
        return Fill(slot);
    }

    private ulong[] Fill(int slot)
    {
        var group = _roster.GroupOf[slot];
        var (people, places) = (_people[group], _roster.Groups[group]);
        _hashes.Row(_roster.Slots[slot], people, _row);
        var (kept, bound) = (0, _bounds[slot]);
        for (var i = 0; i < people.Length; i++)
            if (_row[i] < bound && !_roster.IsFixed(slot, places[i]))
                _kept[kept++] = ((ulong)_row[i] << InspectorBits) | (uint)places[i];
        var edges = _kept.AsSpan(0, kept).ToArray();
        Array.Sort(edges);
        return _edges[slot] = edges;
    }
}
