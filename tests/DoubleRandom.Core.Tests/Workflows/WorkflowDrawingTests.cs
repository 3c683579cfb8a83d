using System.Xml.Linq;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Drawings of the definitions of all cases: every step and every way is there, with its place.</summary>
public class WorkflowDrawingTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    [Theory]
    [MemberData(nameof(PatternCases.Names), MemberType = typeof(PatternCases))]
    public void Bpmn_DrawsEveryStepAndWay_ForEachPattern(string name)
    {
        var definition = PatternCases.Of(name);
        var root = XDocument.Parse(WorkflowDrawing.Bpmn(definition, "zh")).Root!;
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var shapes = root.Descendants(Di + "BPMNShape").Select(shape => shape.Attribute("bpmnElement")!.Value).ToHashSet(StringComparer.Ordinal);
        var edges = root.Descendants(Di + "BPMNEdge").Select(edge => edge.Attribute("bpmnElement")!.Value).ToHashSet(StringComparer.Ordinal);
        var flows = root.Descendants(Bpmn + "sequenceFlow").ToDictionary(flow => flow.Attribute("id")!.Value, StringComparer.Ordinal);
        Assert.All(definition.Steps, step => Assert.Contains($"step-{step.Id}", shapes));
        Assert.All(definition.Steps.SelectMany(step => step.Ways, (step, way) => (step, way)), pair =>
            Assert.Equal($"step-{pair.way.To}", flows[$"flow-{pair.step.Id}-{pair.way.Id}"].Attribute("targetRef")!.Value));
        Assert.Equal(flows.Keys.Order(StringComparer.Ordinal), edges.Order(StringComparer.Ordinal));
        Assert.All(flows.Values, flow => Assert.True(shapes.Contains(flow.Attribute("sourceRef")!.Value) && shapes.Contains(flow.Attribute("targetRef")!.Value)));
        AssertApart(root);
    }

    [Theory]
    [MemberData(nameof(PatternCases.Names), MemberType = typeof(PatternCases))]
    public void Mermaid_DrawsEveryStepAndWay_ForEachPattern(string name)
    {
        var definition = PatternCases.Of(name);
        var text = WorkflowDrawing.Mermaid(definition, "en", [definition.Steps[0].Id]);
        Assert.All(definition.Steps, step => Assert.Contains($"s_{step.Id.Replace('-', '_')}", text, StringComparison.Ordinal));
        Assert.Equal(definition.Steps.Sum(step => step.Ways.Count), text.Split('\n').Count(line => line.StartsWith("  s_", StringComparison.Ordinal) && line.Contains("->", StringComparison.Ordinal)));
        Assert.Contains($"class s_{definition.Steps[0].Id.Replace('-', '_')} open", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_EscapesWords_ThatWouldBreakIt()
    {
        var definition = Definitions.Of("""{ "steps": [{ "id": "a", "name": { "zh": "报\"送\"<b>#1", "en": "a \"b\"" }, "next": "end" }, { "id": "end", "kind": "end" }] }""");
        Assert.Contains("""s_a["报#quot;送#quot;#lt;b#gt;#35;1<br/>角色“worker”"]""", WorkflowDrawing.Mermaid(definition, "zh"), StringComparison.Ordinal);
        Assert.Contains("报\"送\"<b>#1", XDocument.Parse(WorkflowDrawing.Bpmn(definition, "zh")).Descendants(Bpmn + "userTask").Single().Attribute("name")!.Value, StringComparison.Ordinal);
    }

    /// <summary>No two shapes of one sheet lie over each other.</summary>
    private static void AssertApart(XElement root)
    {
        var parents = root.Descendants(Bpmn + "subProcess").SelectMany(each => each.Elements().Attributes("id").Select(id => (id.Value, each.Attribute("id")!.Value))).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        foreach (var sheet in root.Descendants(Di + "BPMNShape").GroupBy(shape => parents.GetValueOrDefault(shape.Attribute("bpmnElement")!.Value, ""), StringComparer.Ordinal))
        {
            var boxes = sheet.Select(shape => shape.Elements().Single()).Select(box => (X: (int)box.Attribute("x")!, Y: (int)box.Attribute("y")!, W: (int)box.Attribute("width")!, H: (int)box.Attribute("height")!)).ToArray();
            for (var i = 0; i < boxes.Length; i++)
                for (var j = 0; j < i; j++)
                    Assert.True(boxes[i].X >= boxes[j].X + boxes[j].W || boxes[j].X >= boxes[i].X + boxes[i].W || boxes[i].Y >= boxes[j].Y + boxes[j].H || boxes[j].Y >= boxes[i].Y + boxes[i].H);
        }
    }
}
