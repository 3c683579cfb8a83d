namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>A plane with shapes in columns: each stands right of those that lead to it, ways back run underneath.</summary>
internal sealed class Sheet
{
    private const int Gap = 60;
    private const int Margin = 40;

    private readonly Dictionary<string, (int X, int Y)> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shape> _shapes;
    private readonly Dictionary<string, int> _columns;

    public Sheet(IReadOnlyList<Shape> shapes, IReadOnlyList<Arrow> arrows)
    {
        (Shapes, Arrows) = (shapes, arrows);
        _shapes = shapes.ToDictionary(shape => shape.Id, StringComparer.Ordinal);
        _columns = Ranks.Of([.. shapes.Select(shape => shape.Id)], arrows.Select(arrow => (arrow.From, arrow.To)));
        var (x, bottom) = (Margin, Margin);
        foreach (var column in shapes.GroupBy(shape => _columns[shape.Id]).OrderBy(group => group.Key))
        {
            var width = column.Max(shape => shape.Width);
            var y = Margin;
            foreach (var shape in column)
            {
                _at[shape.Id] = (x + ((width - shape.Width) / 2), y);
                y += shape.Height + Gap;
            }

            (x, bottom) = (x + width + Gap, Math.Max(bottom, y));
        }

        (Width, Height) = (x - Gap + Margin, bottom + (arrows.Any(IsBack) ? Margin : 0));
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
        if (IsBack(arrow))
        {
            var under = Height - (Margin / 2);
            var (fromX, toX) = (a.X + (from.Width / 2), b.X + (to.Width / 2));
            return [(fromX, a.Y + from.Height), (fromX, under), (toX, under), (toX, b.Y + to.Height)];
        }

        var (fromY, toY) = (a.Y + (from.Height / 2), b.Y + (to.Height / 2));
        var bend = b.X - (Gap / 2);
        return fromY == toY
            ? [(a.X + from.Width, fromY), (b.X, toY)]
            : [(a.X + from.Width, fromY), (bend, fromY), (bend, toY), (b.X, toY)];
    }

    private bool IsBack(Arrow arrow) => _columns[arrow.To] <= _columns[arrow.From];
}
