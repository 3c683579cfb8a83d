using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Drawing;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Draws definitions for people: nothing is drawn that is not run, and everything that is run is drawn.</summary>
public static class WorkflowDrawing
{
    /// <summary>A flowchart in the language of Mermaid.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="open">Ids of steps to be marked as open; none for the bare definition.</param>
    public static string Mermaid(WorkflowDefinition definition, string language, IEnumerable<string>? open = null) =>
        new MermaidText(new StepGraph(definition), language).Write((open ?? []).ToHashSet(StringComparer.Ordinal));

    /// <summary>BPMN 2.0 as XML, with a layout, for any modeler that reads the standard.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Bpmn(WorkflowDefinition definition, string language) => new BpmnXml(new StepGraph(definition), language).Write();

    /// <summary>A picture (SVG) from top to bottom, without colours of its own: classes tell kinds of steps and what is open or done.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="pack">The pack, which knows what roles and units are called; null to call them by their ids.</param>
    /// <param name="states">What is known of the steps of a running instance, by id; null for the bare definition.</param>
    /// <param name="name">Tells this picture from the others on one page, which may not share the ids of their parts.</param>
    public static string Svg(WorkflowDefinition definition, string language, Pack? pack = null, IReadOnlyDictionary<string, DrawnStep>? states = null, string name = "")
    {
        Func<Owner, Bilingual> owners = pack is null ? OwnerWords.Of : owner => OwnerNames.Of(owner, pack);
        var boxes = new ChartBoxes(new(definition), language, owners, states ?? new Dictionary<string, DrawnStep>(StringComparer.Ordinal));
        return new SvgText(name).Write(boxes.Of(-1), definition.Name.In(language));
    }
}
