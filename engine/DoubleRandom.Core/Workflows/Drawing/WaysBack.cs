namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>The ways back of a chart, each in a lane of its own at the left or the right edge, whichever fewer boxes stand before; where one does, the way takes the gap between the rows.</summary>
internal sealed class WaysBack
{
    /// <summary>How far a way keeps from the row that it passes, so that its name has room.</summary>
    private const int Off = 18;

    /// <summary>How far from its corner a way leaves a box downwards.</summary>
    private const int Corner = 16;

    private readonly IReadOnlyDictionary<string, Spot> _boxes;
    private readonly List<List<Spot>> _rows;
    private readonly List<Line> _left = [];
    private readonly List<Line> _right = [];

    public WaysBack(IReadOnlyList<Line> lines, IReadOnlyDictionary<string, Spot> boxes, List<List<Spot>> rows)
    {
        (_boxes, _rows) = (boxes, rows);
        foreach (var line in lines)
            (Obstacles(line, isRight: true) < Obstacles(line, isRight: false) ? _right : _left).Add(line);
    }

    /// <summary>The room that an edge needs beside the boxes, for its lanes and for names that stand beside a box.</summary>
    /// <param name="isRight">Which edge.</param>
    /// <param name="least">The left end of all boxes.</param>
    /// <param name="most">The right end of all boxes.</param>
    public int Room(bool isRight, int least, int most)
    {
        var lines = isRight ? _right : _left;
        if (lines.Count == 0)
            return 0;
        var lanes = (lines.Count + 1) * Chart.Lane;
        var names = lines.Where(line => IsFree(From(line), isRight)).Select(line => Letters.Width(line.Name) - (isRight ? most - From(line).Right : From(line).Left - least));
        return lanes + Math.Max(0, names.DefaultIfEmpty(0).Max() - Chart.Lane);
    }

    /// <summary>The corners of a way back.</summary>
    /// <param name="line">The way.</param>
    /// <param name="width">The width of the chart.</param>
    public IReadOnlyList<(int X, int Y)> Of(Line line, int width)
    {
        var isRight = _right.Contains(line);
        var lane = Chart.Margin + ((isRight ? _right : _left).IndexOf(line) * Chart.Lane);
        var x = isRight ? width - lane : lane;
        return [.. Leaving(line, isRight, x), .. Entering(line, isRight, x)];
    }

    private (int X, int Y)[] Leaving(Line line, bool isRight, int x)
    {
        var from = From(line);
        var y = from.Middle + (2 * Spread(line));
        if (IsFree(from, isRight))
            return [(isRight ? from.Right : from.Left, y), (x, y)];
        var outOf = isRight ? from.Right - Corner : from.Left + Corner;
        return [(outOf, from.Bottom), (outOf, from.RowBottom + Off), (x, from.RowBottom + Off)];
    }

    private (int X, int Y)[] Entering(Line line, bool isRight, int x)
    {
        var to = _boxes[line.To];
        var y = to.Middle - 6 + Spread(line);
        if (IsFree(to, isRight))
            return [(x, y), (isRight ? to.Right : to.Left, y)];
        var into = isRight ? to.Right - Corner : to.Left + Corner;
        return [(x, to.RowTop - Off), (into, to.RowTop - Off), (into, to.Top)];
    }

    /// <summary>Ways into one box arrive side by side.</summary>
    private int Spread(Line line) => Chart.Lane * (_left.Concat(_right).Where(other => string.Equals(other.To, line.To, StringComparison.Ordinal)).ToList().IndexOf(line) % 3) / 2;

    private Spot From(Line line) => _boxes[line.From];

    private int Obstacles(Line line, bool isRight) => Before(From(line), isRight) + Before(_boxes[line.To], isRight);

    private bool IsFree(Spot spot, bool isRight) => Before(spot, isRight) == 0;

    private int Before(Spot spot, bool isRight) => _rows[spot.Row].Count(other => other.Box is not null && (isRight ? other.Centre > spot.Centre : other.Centre < spot.Centre));
}
