namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>A place in a row: of a box, or of an arrow that passes.</summary>
internal sealed class Spot(Box? box, int width)
{
    public Box? Box => box;

    public int Width => width;

    public int Row { get; set; }

    public int Order { get; set; }

    public int Centre { get; set; }

    public int Top { get; set; }

    public int Bottom { get; set; }

    public int RowTop { get; set; }

    public int RowBottom { get; set; }

    public int Left => Centre - (width / 2);

    public int Right => Left + width;

    public int Middle => (Top + Bottom) / 2;

    public List<Spot> Above { get; } = [];

    public List<Spot> Below { get; } = [];

    public static void Join(Spot above, Spot below)
    {
        above.Below.Add(below);
        below.Above.Add(above);
    }
}
