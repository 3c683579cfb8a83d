using System.Globalization;
using System.Xml.Linq;
using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Writes a definition as BPMN 2.0: the process, and the diagram with the place of every shape and arrow.</summary>
internal sealed class BpmnXml(StepGraph graph, string language)
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";

    public string Write()
    {
        var sheet = new BpmnShapes(graph, language).Of(-1);
        var definition = graph.Definition;
        var process = new XElement(Bpmn + "process", Id($"workflow-{definition.Id}"), new XAttribute("name", definition.Name.In(language)), new XAttribute("isExecutable", "false"), Content(sheet));
        var plane = new XElement(Di + "BPMNPlane", Id("plane"), new XAttribute("bpmnElement", $"workflow-{definition.Id}"), Diagram(sheet, 0, 0));
        var root = new XElement(
            Bpmn + "definitions", Id("definitions"), new XAttribute("targetNamespace", "urn:doublerandom:workflow"),
            new XAttribute(XNamespace.Xmlns + "bpmn", Bpmn.NamespaceName), new XAttribute(XNamespace.Xmlns + "bpmndi", Di.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName), new XAttribute(XNamespace.Xmlns + "di", Dd.NamespaceName),
            process, new XElement(Di + "BPMNDiagram", Id("diagram"), plane));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n";
    }

    private IEnumerable<XElement> Content(Sheet sheet) => sheet.Shapes.Select(shape => Element(shape, sheet)).Concat(sheet.Arrows.Select(arrow =>
        new XElement(Bpmn + "sequenceFlow", Id(arrow.Id), Name(arrow.Name), new XAttribute("sourceRef", arrow.From), new XAttribute("targetRef", arrow.To))));

    private XElement Element(Shape shape, Sheet sheet)
    {
        var element = new XElement(
            Bpmn + shape.Element, Id(shape.Id), Name(shape.Name),
            sheet.Arrows.Where(arrow => Same(arrow.To, shape.Id)).Select(arrow => new XElement(Bpmn + "incoming", arrow.Id)),
            sheet.Arrows.Where(arrow => Same(arrow.From, shape.Id)).Select(arrow => new XElement(Bpmn + "outgoing", arrow.Id)));
        if (shape.Detail is { } detail)
            element.Add(new XElement(Bpmn + detail, Id($"{shape.Id}-detail")));
        if (shape.Inside is { } inside)
            element.Add(new XElement(Bpmn + "multiInstanceLoopCharacteristics", Id($"{shape.Id}-loop")), Content(inside));
        if (graph.Steps.FirstOrDefault(step => Same(BpmnShapes.Id(step.Id), shape.Id)) is Step.Call call)
            element.Add(new XAttribute("calledElement", $"workflow-{call.Workflow}"));
        return element;
    }

    private static IEnumerable<XElement> Diagram(Sheet sheet, int left, int top)
    {
        foreach (var shape in sheet.Shapes)
        {
            var (x, y) = sheet.At(shape);
            var drawn = new XElement(Di + "BPMNShape", Id($"{shape.Id}-shape"), new XAttribute("bpmnElement", shape.Id));
            if (shape.Inside is not null)
                drawn.Add(new XAttribute("isExpanded", "true"));
            drawn.Add(new XElement(Dc + "Bounds", Number("x", left + x), Number("y", top + y), Number("width", shape.Width), Number("height", shape.Height)));
            yield return drawn;
            foreach (var child in shape.Inside is { } inside ? Diagram(inside, left + x, top + y) : [])
                yield return child;
        }

        foreach (var arrow in sheet.Arrows)
            yield return new XElement(
                Di + "BPMNEdge", Id($"{arrow.Id}-edge"), new XAttribute("bpmnElement", arrow.Id),
                sheet.Way(arrow).Select(point => new XElement(Dd + "waypoint", Number("x", left + point.X), Number("y", top + point.Y))));
    }

    private static XAttribute Id(string id) => new("id", id);

    private static XAttribute? Name(string name) => name.Length == 0 ? null : new("name", name);

    private static XAttribute Number(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
