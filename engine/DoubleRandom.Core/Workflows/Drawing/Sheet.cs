namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>A plane with shapes in columns: each stands right of those that lead to it. Arrows leave on the right and enter on the left; ways back run underneath.</summary>
internal sealed class Sheet
{
    private const int Gap = 60;
    private const int Margin = 40;

    private readonly Dictionary<string, (int X, int Y)> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shape> _shapes;
    private readonly Routes _routes;
    private readonly List<int> _gaps = [];
    private readonly int _bottom;

    public Sheet(IReadOnlyList<Shape> shapes, IReadOnlyList<Arrow> arrows)
    {
        (Shapes, Arrows) = (shapes, arrows);
        _shapes = shapes.ToDictionary(shape => shape.Id, StringComparer.Ordinal);
        var numbers = Ranks.Of([.. shapes.Select(shape => shape.Id)], arrows.Select(arrow => (arrow.From, arrow.To)));
        _routes = new(arrows, numbers);
        var columns = shapes.GroupBy(shape => numbers[shape.Id]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var height = columns.Select(HeightOf).DefaultIfEmpty().Max();
        var x = 0;
        foreach (var column in columns)
        {
            _gaps.Add(x);
            x += _routes.Width(_gaps.Count - 1);
            x = Stack(column, x, Margin + ((height - HeightOf(column)) / 2));
        }

        _gaps.Add(x);
        _bottom = Margin + height;
        (Width, Height) = (x + _routes.Width(columns.Length), _bottom + _routes.Depth + Margin);
    }

    public IReadOnlyList<Shape> Shapes { get; }

    public IReadOnlyList<Arrow> Arrows { get; }

    public int Width { get; }

    public int Height { get; }

    public (int X, int Y) At(Shape shape) => _at[shape.Id];

    /// <summary>The corners of an arrow.</summary>
    public IReadOnlyList<(int X, int Y)> Way(Arrow arrow)
    {
        var (from, to) = (_shapes[arrow.From], _shapes[arrow.To]);
        var (a, b) = (_at[arrow.From], _at[arrow.To]);
        var (begin, end) = ((X: a.X + from.Width, Y: a.Y + (from.Height / 2)), (b.X, Y: b.Y + (to.Height / 2)));
        var (after, before) = _routes.Gaps(arrow);
        var (down, up) = (_gaps[after] + _routes.Place(arrow, after), _gaps[before] + _routes.Place(arrow, before));
        if (_routes.Lane(arrow) is { } lane)
            return [begin, (down, begin.Y), (down, _bottom + lane), (up, _bottom + lane), (up, end.Y), end];
        return begin.Y == end.Y ? [begin, end] : [begin, (down, begin.Y), (down, end.Y), end];
    }

    private static int HeightOf(IReadOnlyCollection<Shape> column) => column.Sum(shape => shape.Height) + (Gap * (column.Count - 1));

    /// <summary>Puts the shapes of a column under each other; the result is the column's right border.</summary>
    private int Stack(Shape[] column, int x, int y)
    {
        var width = column.Max(shape => shape.Width);
        foreach (var shape in column)
        {
            _at[shape.Id] = (x + ((width - shape.Width) / 2), y);
            y += shape.Height + Gap;
        }

        return x + width;
    }
}
