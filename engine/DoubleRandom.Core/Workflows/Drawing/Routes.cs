namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>
/// Where arrows run between columns, so that none crosses a shape: upright only in the gaps between columns, each at a place of its own;
/// and over more than one column, or back, only in lanes underneath all shapes.
/// </summary>
internal sealed class Routes
{
    private const int Narrowest = 60;
    private const int Apart = 14;

    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly Dictionary<(Arrow Arrow, int Gap), int> _places = [];
    private readonly Dictionary<int, int> _taken = [];
    private readonly Dictionary<Arrow, int> _lanes = [];
    private readonly List<List<(int From, int To)>> _spans = [];

    public Routes(IEnumerable<Arrow> arrows, IReadOnlyDictionary<string, int> columns)
    {
        _columns = columns;
        foreach (var arrow in arrows)
        {
            var (after, before) = Gaps(arrow);
            Take(arrow, after);
            Take(arrow, before);
            if (after != before)
                _lanes[arrow] = LaneOver(Math.Min(after, before), Math.Max(after, before));
        }
    }

    /// <summary>The height of all lanes.</summary>
    public int Depth => _spans.Count * Apart;

    /// <summary>The gap right of the column that an arrow leaves, and the one left of the column that it enters; gap 0 lies left of everything.</summary>
    public (int After, int Before) Gaps(Arrow arrow) => (_columns[arrow.From] + 1, _columns[arrow.To]);

    public int Width(int gap) => Math.Max(Narrowest, (_taken.GetValueOrDefault(gap) + 1) * Apart);

    /// <summary>How far from the left border of a gap an arrow stands upright in it.</summary>
    public int Place(Arrow arrow, int gap) => Width(gap) * _places[(arrow, gap)] / (_taken[gap] + 1);

    /// <summary>How far under the shapes an arrow runs; null for one between neighbouring columns.</summary>
    public int? Lane(Arrow arrow) => _lanes.TryGetValue(arrow, out var lane) ? (lane + 1) * Apart : null;

    private void Take(Arrow arrow, int gap)
    {
        if (!_places.ContainsKey((arrow, gap)))
            _places[(arrow, gap)] = _taken[gap] = _taken.GetValueOrDefault(gap) + 1;
    }

    /// <summary>The highest lane in which no other arrow runs over the same gaps.</summary>
    private int LaneOver(int from, int to)
    {
        var lane = _spans.FindIndex(spans => spans.TrueForAll(span => span.To < from || to < span.From));
        if (lane < 0)
        {
            lane = _spans.Count;
            _spans.Add([]);
        }

        _spans[lane].Add((from, to));
        return lane;
    }
}
