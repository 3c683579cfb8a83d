using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Looks whether a definition makes sense: whether every name in it exists, every step can be reached and left, and every time can be kept.</summary>
public static class WorkflowChecks
{
    /// <summary>Every fault of a definition, by line. A definition without errors can be run; it cannot get stuck by its own fault.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="around">What there is around it.</param>
    public static IReadOnlyList<Diagnostic> Of(WorkflowDefinition definition, WorkflowSurroundings around)
    {
        var graph = new StepGraph(definition);
        return
        [
            .. new[] { NameChecks.Of(definition, around), ShapeChecks.Of(graph), PlaceChecks.Of(graph), OwnerChecks.Of(graph, around), OutcomeChecks.Of(graph, around), DueChecks.Of(graph), CallChecks.Of(definition, around), SuggestChecks.Of(definition) }
                .SelectMany(faults => faults)
                .Distinct()
                .OrderBy(fault => fault.Place.Line)
                .ThenBy(fault => fault.Place.Column)
                .ThenBy(fault => fault.Code, StringComparer.Ordinal),
        ];
    }
}
