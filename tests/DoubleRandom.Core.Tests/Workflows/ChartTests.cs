using System.Xml.Linq;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Pictures of the definitions of all cases: every step stands on it once, no box covers another, every way is an arrow.</summary>
public class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [MemberData(nameof(PatternCases.Names), MemberType = typeof(PatternCases))]
    public void Svg_DrawsEveryStepAndWayApart_ForEachPattern(string name)
    {
        var definition = PatternCases.Of(name);
        var root = XDocument.Parse(WorkflowDrawing.Svg(definition, "zh")).Root!;
        var drawn = root.Descendants(Svg + "g").Select(step => step.Attribute("data-step")!.Value).ToArray();
        Assert.All(definition.Steps, step => Assert.Single(drawn, id => string.Equals(id, step.Id, StringComparison.Ordinal)));
        var begun = definition.Actions.Count(action => action.To is not null) + definition.Steps.OfType<Step.ForEach>().Count() + 1;
        var ways = definition.Steps.Select(step => step.Ways.Select(way => (way.To, way.Name, way.IsBack)).Distinct().Count()).Sum();
        Assert.Equal(ways + begun, root.Descendants(Svg + "polyline").Count());
        AssertApart([.. root.Descendants(Svg + "rect").Where(rect => rect.Parent!.Attribute("class")!.Value is var kind && !kind.Contains("step-each", StringComparison.Ordinal)).Select(Bounds)]);
    }

    [Fact]
    public void Svg_MarksSteps_AsTheyStand()
    {
        var definition = Definitions.Of("""{ "steps": [{ "id": "a", "next": "b" }, { "id": "b", "next": "end" }, { "id": "end", "kind": "end" }] }""");
        var states = new Dictionary<string, DrawnStep>(StringComparer.Ordinal) { ["a"] = new(false, true), ["b"] = new(true, false, "3/40") };
        var steps = XDocument.Parse(WorkflowDrawing.Svg(definition, "en", null, states)).Descendants(Svg + "g").ToDictionary(step => step.Attribute("data-step")!.Value, StringComparer.Ordinal);
        Assert.Contains("is-done", steps["a"].Attribute("class")!.Value, StringComparison.Ordinal);
        Assert.Contains("is-open", steps["b"].Attribute("class")!.Value, StringComparison.Ordinal);
        Assert.Contains("3/40", steps["b"].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("is-", steps["end"].Attribute("class")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Svg_LeadsNoWayThroughABox_ForEachWorkflowOfTheFive(string language) => Assert.All(RealPacks.Five.Select(RealPacks.Of), pack => Assert.All(pack.Workflows.Values, definition =>
    {
        var root = XDocument.Parse(WorkflowDrawing.Svg(definition, language, pack)).Root!;
        var boxes = root.Descendants(Svg + "rect").Where(rect => !rect.Parent!.Attribute("class")!.Value.Contains("step-each", StringComparison.Ordinal)).Select(Bounds).ToArray();
        Assert.NotEmpty(boxes);
        foreach (var way in root.Descendants(Svg + "polyline").Select(Points))
            foreach (var (from, to) in way.Zip(way.Skip(1)))
                Assert.DoesNotContain(boxes, box => Crosses(from, to, box));
    }));

    /// <summary>Whether a stretch runs through the inside of a box; one that ends at its edge does not.</summary>
    private static bool Crosses((int X, int Y) from, (int X, int Y) to, (int X, int Y, int Width, int Height) box) => Enumerable.Range(1, 199)
        .Select(i => (X: from.X + ((to.X - from.X) * i / 200.0), Y: from.Y + ((to.Y - from.Y) * i / 200.0)))
        .Any(point => point.X > box.X + 2 && point.X < box.X + box.Width - 2 && point.Y > box.Y + 2 && point.Y < box.Y + box.Height - 2);

    private static (int X, int Y)[] Points(XElement way) =>
        [.. way.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',')).Select(point => (int.Parse(point[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(point[1], System.Globalization.CultureInfo.InvariantCulture)))];

    private static void AssertApart((int X, int Y, int Width, int Height)[] boxes)
    {
        for (var i = 0; i < boxes.Length; i++)
            foreach (var other in boxes.Skip(i + 1))
                Assert.True(
                    boxes[i].X + boxes[i].Width <= other.X || other.X + other.Width <= boxes[i].X || boxes[i].Y + boxes[i].Height <= other.Y || other.Y + other.Height <= boxes[i].Y,
                    $"{boxes[i]} covers {other}");
    }

    private static (int X, int Y, int Width, int Height) Bounds(XElement rect) => ((int)rect.Attribute("x")!, (int)rect.Attribute("y")!, (int)rect.Attribute("width")!, (int)rect.Attribute("height")!);
}
