namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Boxes in rows from top to bottom, each below those that lead to it; ways back run along the edges.</summary>
/// <remarks>
/// A layered drawing: arrows over several rows pass through points of their own in each row between, so that they run around boxes; rows are ordered by the mean place of
/// their neighbours, then moved towards them.
/// </remarks>
internal sealed class Chart
{
    internal const int RowGap = 46;
    private const int BoxGap = 36;
    internal const int Margin = 20;
    internal const int Lane = 14;
    private const int Passes = 8;

    private readonly Dictionary<string, Spot> _boxes;
    private readonly List<List<Spot>> _rows = [];
    private readonly Dictionary<Line, List<Spot>> _paths = [];
    private readonly List<Line> _back;
    private readonly WaysBack _ways;

    public Chart(IReadOnlyList<Box> boxes, IReadOnlyList<Line> lines)
    {
        Boxes = boxes;
        Lines = [.. lines.Distinct()];
        var ranks = Ranks.Of([.. boxes.Select(box => box.Id)], Lines.Select(line => (line.From, line.To)));
        // What begins beside everything else stands just above what it begins.
        foreach (var line in Lines.Where(line => boxes.Any(box => box.Kind is "action" && Same(box.Id, line.From))))
            ranks[line.From] = Math.Max(0, ranks[line.To] - 1);
        _boxes = boxes.ToDictionary(box => box.Id, box => new Spot(box, box.Width), StringComparer.Ordinal);
        _back = [.. Lines.Where(line => ranks[line.To] <= ranks[line.From])];
        Fill(ranks);
        for (var pass = 0; pass < Passes; pass++)
            Sort(pass % 2 == 0);
        Stand();
        _ways = new(_back, _boxes, _rows);
        Place();
    }

    public IReadOnlyList<Box> Boxes { get; }

    public IReadOnlyList<Line> Lines { get; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>The upper left corner of a box.</summary>
    public (int X, int Y) At(Box box) => (_boxes[box.Id].Left, _boxes[box.Id].Top);

    /// <summary>The corners of an arrow.</summary>
    public IReadOnlyList<(int X, int Y)> Way(Line line)
    {
        var (from, to) = (_boxes[line.From], _boxes[line.To]);
        if (_back.Contains(line))
            return _ways.Of(line, Width);
        var (a, b) = (Out(line, from), In(line, to));
        var points = new List<(int X, int Y)> { (a, from.Bottom) };
        foreach (var spot in _paths[line])
            points.AddRange([(spot.Centre, spot.Top), (spot.Centre, spot.Bottom)]);
        points.Add((b, to.Top));
        return points;
    }

    /// <summary>Arrows of one box leave it side by side, in the order of where they go.</summary>
    private int Out(Line line, Spot from)
    {
        var all = Lines.Where(other => Same(other.From, line.From) && !_back.Contains(other)).OrderBy(other => First(other).Centre).ToList();
        return Between(from, all.IndexOf(line), all.Count);
    }

    private int In(Line line, Spot to)
    {
        var all = Lines.Where(other => Same(other.To, line.To) && !_back.Contains(other)).OrderBy(other => Last(other).Centre).ToList();
        return Between(to, all.IndexOf(line), all.Count);
    }

    private static int Between(Spot spot, int number, int count) => spot.Centre + (count < 2 ? 0 : ((2 * number) - count + 1) * Math.Min(spot.Width - 24, 30 * count) / (2 * count));

    private Spot First(Line line) => _paths[line] is [var first, ..] ? first : _boxes[line.To];

    private Spot Last(Line line) => _paths[line] is [.., var last] ? last : _boxes[line.From];

    /// <summary>Every box into its row, and a point into each row that an arrow passes.</summary>
    private void Fill(Dictionary<string, int> ranks)
    {
        for (var row = 0; row <= (ranks.Count == 0 ? -1 : ranks.Values.Max()); row++)
            _rows.Add([]);
        foreach (var box in Boxes)
        {
            _rows[ranks[box.Id]].Add(_boxes[box.Id]);
            _boxes[box.Id].Row = ranks[box.Id];
        }

        foreach (var line in Lines.Where(line => !_back.Contains(line)))
        {
            var (path, before) = (new List<Spot>(), _boxes[line.From]);
            for (var row = ranks[line.From] + 1; row < ranks[line.To]; row++, before = path[^1])
            {
                path.Add(new(null, Lane));
                _rows[row].Add(path[^1]);
                Spot.Join(before, path[^1]);
            }

            Spot.Join(before, _boxes[line.To]);
            _paths[line] = path;
        }
    }

    private void Sort(bool downwards)
    {
        foreach (var row in downwards ? _rows : Enumerable.Reverse(_rows))
        {
            for (var i = 0; i < row.Count; i++)
                row[i].Order = i;
            var wanted = row.ToDictionary(spot => spot, spot => Mean(downwards ? spot.Above : spot.Below, other => other.Order) ?? spot.Order);
            row.Sort((a, b) => wanted[a].CompareTo(wanted[b]) is not 0 and var by ? by : a.Order.CompareTo(b.Order));
            for (var i = 0; i < row.Count; i++)
                row[i].Order = i;
        }
    }

    /// <summary>From left to right.</summary>
    private void Stand()
    {
        foreach (var row in _rows)
            Apart(row, spot => spot.Centre);
        for (var pass = 0; pass < Passes; pass++)
            foreach (var row in pass % 2 == 0 ? _rows : Enumerable.Reverse(_rows))
                Apart(row, spot => (int)(Mean(pass % 2 == 0 ? spot.Above : spot.Below, other => other.Centre) ?? spot.Centre));
    }

    /// <summary>From top to bottom, with room at the edges for the ways back.</summary>
    private void Place()
    {
        var all = _rows.SelectMany(row => row).ToArray();
        var (least, most) = (all.Min(spot => spot.Left), all.Max(spot => spot.Right));
        var shift = Margin + _ways.Room(isRight: false, least, most) - least;
        var top = Margin;
        foreach (var row in _rows)
        {
            var height = row.Max(spot => spot.Box?.Height ?? 0);
            foreach (var spot in row)
            {
                spot.Centre += shift;
                spot.Top = spot.Box is null ? top : top + ((height - spot.Box.Height) / 2);
                spot.Bottom = spot.Box is null ? top + height : spot.Top + spot.Box.Height;
                (spot.RowTop, spot.RowBottom) = (top, top + height);
            }

            top += height + RowGap;
        }

        Width = most + shift + _ways.Room(isRight: true, least, most) + Margin;
        Height = top - RowGap + Margin;
    }

    /// <summary>Each as near to where it wants to be as its neighbours allow; the row as a whole keeps its mean.</summary>
    private static void Apart(List<Spot> row, Func<Spot, int> wanted)
    {
        if (row.Count == 0)
            return;
        var places = row.Select(wanted).ToArray();
        var mean = places.Average();
        for (var i = 0; i < row.Count; i++)
            row[i].Centre = i == 0 ? places[i] : Math.Max(places[i], row[i - 1].Centre + ((row[i - 1].Width + row[i].Width) / 2) + BoxGap);
        var over = (int)(row.Average(spot => spot.Centre) - mean);
        foreach (var spot in row)
            spot.Centre -= over;
    }

    private static double? Mean(List<Spot> spots, Func<Spot, int> of) => spots.Count == 0 ? null : spots.Average(of);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
