using System.Globalization;
using System.Xml.Linq;

namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Writes a chart as an SVG picture. Colours are left to classes: <c>step-task</c>, <c>is-open</c>, <c>is-done</c>…</summary>
/// <param name="name">Tells this picture from the others on one page.</param>
internal sealed class SvgText(string name)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private string TipId => name.Length == 0 ? "tip" : $"tip-{name}";

    public string Write(Chart chart, string title) => new XElement(
        Svg + "svg", new XAttribute("class", "chart"), new XAttribute("role", "img"), new XAttribute("viewBox", $"0 0 {chart.Width} {chart.Height}"), Number("width", chart.Width), Number("height", chart.Height),
        new XElement(Svg + "title", title), Tip(), Content(chart, 0, 0)).ToString(SaveOptions.DisableFormatting);

    private XElement Tip() => new(Svg + "defs", new XElement(
        Svg + "marker", new XAttribute("id", TipId), new XAttribute("viewBox", "0 0 8 8"), Number("refX", 7), Number("refY", 4), Number("markerWidth", 7), Number("markerHeight", 7), new XAttribute("orient", "auto"),
        new XElement(Svg + "path", new XAttribute("class", "tip"), new XAttribute("d", "M0 0 8 4 0 8z"))));

    private IEnumerable<XElement> Content(Chart chart, int left, int top) =>
    [
        .. chart.Boxes.SelectMany(box => Drawn(chart, box, left, top)),
        .. chart.Lines.Select(line => Arrow(chart.Way(line), line, left, top)),
        .. chart.Lines.Where(line => line.Name.Length > 0).Select(line => Label(chart.Way(line), line, left, top)),
    ];

    private IEnumerable<XElement> Drawn(Chart chart, Box box, int left, int top)
    {
        var (x, y) = chart.At(box);
        (x, y) = (left + x, top + y);
        var state = (box.State?.IsOpen == true ? " is-open" : "") + (box.State?.IsDone == true ? " is-done" : "");
        yield return new(
            Svg + "g", new XAttribute("class", $"step step-{box.Kind}{state}"), new XAttribute("data-step", box.Id), Outline(box, x, y),
            box.Lines.Select((text, i) => new XElement(Svg + "text", Number("x", x + (box.Width / 2)), Number("y", Baseline(box, y, i)), text)));
        if (box.Inside is { } inside)
            foreach (var element in Content(inside, x + ((box.Width - inside.Width) / 2), y + box.Head))
                yield return element;
    }

    private static int Baseline(Box box, int y, int line) => y + (box.Inside is null ? (box.Height - (box.Lines.Count * Box.LineHeight)) / 2 : 6) + (line * Box.LineHeight) + 15;

    private static XElement Outline(Box box, int x, int y) => box.Kind switch
    {
        "begin" => new(Svg + "circle", Number("cx", x + 10), Number("cy", y + 10), Number("r", 9)),
        "decision" => Corners((x, y + (box.Height / 2)), (x + 20, y), (x + box.Width - 20, y), (x + box.Width, y + (box.Height / 2)), (x + box.Width - 20, y + box.Height), (x + 20, y + box.Height)),
        _ => new(Svg + "rect", Number("x", x), Number("y", y), Number("width", box.Width), Number("height", box.Height), Number("rx", box.Kind switch { "end" or "wait" or "action" => box.Height / 2, "fork" or "join" => 0, _ => 6 })),
    };

    private static XElement Corners(params (int X, int Y)[] points) => new(Svg + "polygon", new XAttribute("points", Text(points)));

    private XElement Arrow(IReadOnlyList<(int X, int Y)> way, Line line, int left, int top) => new(
        Svg + "polyline", new XAttribute("class", line.IsBack ? "way way-back" : "way"), new XAttribute("marker-end", $"url(#{TipId})"), new XAttribute("points", Text([.. way.Select(point => (left + point.X, top + point.Y))])));

    /// <summary>The name of a way stands near where it begins, over its first stretch to the side if it has any.</summary>
    private static XElement Label(IReadOnlyList<(int X, int Y)> way, Line line, int left, int top)
    {
        var side = Enumerable.Range(0, way.Count - 1).Where(i => way[i].Y == way[i + 1].Y).Select(i => (From: way[i], To: way[i + 1])).FirstOrDefault();
        var (x, y, kind) = side == default ? (way[0].X + ((way[1].X - way[0].X) * 2 / 5), way[0].Y + ((way[1].Y - way[0].Y) * 2 / 5) + 4, "")
            : side.To.X < side.From.X ? (side.From.X - 6, side.From.Y - 4, " way-name-back") : (side.From.X + 6, side.From.Y - 4, " way-name-back way-name-right");
        return new(Svg + "text", new XAttribute("class", "way-name" + kind), Number("x", left + x), Number("y", top + y), line.Name);
    }

    private static string Text((int X, int Y)[] points) => string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));

    private static XAttribute Number(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
