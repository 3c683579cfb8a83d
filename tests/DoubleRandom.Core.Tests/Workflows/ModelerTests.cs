using System.Diagnostics;
using System.Text.Json;
using DoubleRandom.Core.Tests.Architecture;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>The drawings of all workflows there are, read by the library under bpmn.io's modelers: nothing to complain of, everything has its place, nothing lies over anything.</summary>
public class ModelerTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, Drawing>> Drawings = new(Read);

    private static readonly IReadOnlyDictionary<string, WorkflowDefinition> Definitions = All();

    public static TheoryData<string> Names => [.. Definitions.Keys];

    [Fact]
    public void Definitions_AreFound_OfCasesAndPacks() => Assert.True(Definitions.Count >= 22, $"only {Definitions.Count}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Modeler_ReadsWithoutWarning_EachDrawing(string name)
    {
        var drawing = Drawings.Value[name];
        Assert.Empty(drawing.Warnings);
        Assert.Equal(drawing.Process, drawing.Plane);
        Assert.NotEmpty(drawing.Elements);
        var flows = drawing.Elements.Where(element => element.IsFlow).ToArray();
        Assert.All(drawing.Elements.Where(element => !element.IsFlow), element =>
        {
            Assert.Equal(flows.Where(flow => Same(flow.To, element.Id)).Select(flow => flow.Id).Order(StringComparer.Ordinal), element.Incoming.Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.Equal(flows.Where(flow => Same(flow.From, element.Id)).Select(flow => flow.Id).Order(StringComparer.Ordinal), element.Outgoing.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Modeler_FindsAPlace_ForEveryShapeAndArrow(string name)
    {
        var drawing = Drawings.Value[name];
        Assert.Equal(drawing.Elements.Select(element => element.Id).Order(StringComparer.Ordinal), drawing.Drawn.Select(drawn => drawn.Of).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(drawing.Elements, element =>
        {
            var drawn = drawing.Drawn.Single(drawn => Same(drawn.Of, element.Id));
            if (!element.IsFlow)
                Assert.True(drawn.Bounds is { Width: > 0, Height: > 0, X: >= 0, Y: >= 0 }, $"{element.Id}: {drawn.Bounds}");
            else
                AssertJoins(drawn, drawing.Box(element.From!), drawing.Box(element.To!));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawing_LaysNothingOverAnything_InEachDrawing(string name)
    {
        var drawing = Drawings.Value[name];
        foreach (var sheet in drawing.Elements.GroupBy(element => element.Within, StringComparer.Ordinal))
        {
            var shapes = sheet.Where(element => !element.IsFlow).Select(element => (element.Id, Box: drawing.Box(element.Id))).ToArray();
            for (var i = 0; i < shapes.Length; i++)
                for (var j = 0; j < i; j++)
                    Assert.False(shapes[i].Box.Meets(shapes[j].Box), $"{shapes[i].Id} lies over {shapes[j].Id}");
            if (sheet.Key.Length > 0)
                Assert.All(shapes, shape => Assert.True(drawing.Box(sheet.Key).Holds(shape.Box), $"{shape.Id} lies outside of {sheet.Key}"));
            foreach (var line in sheet.Where(element => element.IsFlow).SelectMany(flow => drawing.Lines(flow.Id), (flow, box) => (flow.Id, Box: box)))
            {
                Assert.All(shapes, shape => Assert.False(shape.Box.Meets(line.Box), $"{line.Id} runs through {shape.Id}"));
                if (sheet.Key.Length > 0)
                    Assert.True(drawing.Box(sheet.Key).Holds(line.Box), $"{line.Id} leaves {sheet.Key}");
            }
        }

        AssertUprightApart(drawing);
    }

    /// <summary>Two arrows may cross or share their beginning or end, but none stands upon another on its way down or up.</summary>
    private static void AssertUprightApart(Drawing drawing)
    {
        var upright = drawing.Elements.Where(element => element.IsFlow).SelectMany(flow => drawing.Lines(flow.Id), (flow, box) => (flow.Id, Box: box)).Where(line => line.Box.Height > 0).ToArray();
        for (var i = 0; i < upright.Length; i++)
            for (var j = 0; j < i; j++)
                Assert.False(
                    !Same(upright[i].Id, upright[j].Id) && upright[i].Box.X == upright[j].Box.X && upright[i].Box.Y < upright[j].Box.Bottom && upright[j].Box.Y < upright[i].Box.Bottom,
                    $"{upright[i].Id} stands upon {upright[j].Id}");
    }

    /// <summary>From the right border of one to the left border of the other, by straight lines.</summary>
    private static void AssertJoins(Drawn arrow, Box from, Box to)
    {
        var points = arrow.Waypoints!;
        Assert.True(points.Count >= 2, arrow.Of);
        Assert.Equal((from.Right, from.Y + (from.Height / 2)), (points[0].X, points[0].Y));
        Assert.Equal((to.X, to.Y + (to.Height / 2)), (points[^1].X, points[^1].Y));
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y, arrow.Of));
    }

    private static Dictionary<string, WorkflowDefinition> All()
    {
        var packs = RealPacks.Library.Jurisdictions.SelectMany(folder => RealPacks.Of(folder).Workflows.Values, (folder, definition) => (Name: $"{folder}/{definition.Id}", Definition: definition));
        return PatternCases.All.Append((Name: "joint-inspection", Definition: SampleWorkflow.Definition)).Concat(packs).ToDictionary(pair => pair.Name, pair => pair.Definition, StringComparer.Ordinal);
    }

    private static Dictionary<string, Drawing> Read()
    {
        var folder = Directory.CreateTempSubdirectory("drawings-");
        try
        {
            var names = Definitions.Keys.ToArray();
            for (var i = 0; i < names.Length; i++)
                File.WriteAllText(Path.Combine(folder.FullName, $"{i:D4}.bpmn"), WorkflowDrawing.Bpmn(Definitions[names[i]], "zh"));
            var lines = Node(Repository.PathOf("tests", "DoubleRandom.Core.Tests", "Workflows", "read_drawings.mjs"), folder.FullName);
            return lines.Select((line, i) => (Name: names[i], Drawing: JsonSerializer.Deserialize<Drawing>(line, JsonSerializerOptions.Web)!)).ToDictionary(pair => pair.Name, pair => pair.Drawing, StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Node(params string[] words)
    {
        using var node = Process.Start(new ProcessStartInfo("node", words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var error = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, error.GetAwaiter().GetResult());
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private sealed record Drawing(string[] Warnings, string Plane, string Process, Element[] Elements, Drawn[] Drawn)
    {
        private Dictionary<string, Drawn>? _byId;

        public Box Box(string id) => Of(id).Bounds!;

        /// <summary>The stretches of an arrow, as boxes without width or height.</summary>
        public IEnumerable<Box> Lines(string id)
        {
            var points = Of(id).Waypoints!;
            return points.Zip(points.Skip(1), (a, b) => new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)));
        }

        private Drawn Of(string id) => (_byId ??= Drawn.ToDictionary(drawn => drawn.Of, StringComparer.Ordinal))[id];
    }

    private sealed record Element(string Id, string Type, string Within, string? From, string? To, string[] Incoming, string[] Outgoing)
    {
        public bool IsFlow => Type is "bpmn:SequenceFlow";
    }

    private sealed record Drawn(string Of, Box? Bounds, IReadOnlyList<Point>? Waypoints);

    private sealed record Point(int X, int Y);

    private sealed record Box(int X, int Y, int Width, int Height)
    {
        public int Right => X + Width;

        public int Bottom => Y + Height;

        /// <summary>Whether the insides of two have a point in common; borders that touch are none.</summary>
        public bool Meets(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

        public bool Holds(Box other) => X <= other.X && Y <= other.Y && Right >= other.Right && Bottom >= other.Bottom;
    }
}
