using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Every step that people act on is somebody's.</summary>
internal static class OwnerChecks
{
    public static IEnumerable<Diagnostic> Of(StepGraph graph, WorkflowSurroundings around)
    {
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            var step = graph.Steps[i];
            if (step.Owner is null && (step is Step.Decision { RuleSet: not null } || (step is Step.Decision && !step.Ways.Any(way => way.Guards.Count == 0))))
                yield return WorkflowFaults.NobodyDecides(step);
            foreach (var fault in Held(graph.Definition, around, step.Owner, step.Id, step.Place))
                yield return fault;
            if (step.Owner?.ItemOf is { } list && !IsInside(graph, i, list))
                yield return WorkflowFaults.NoItem(step, list);
        }

        foreach (var fault in graph.Definition.Actions.SelectMany(action => Held(graph.Definition, around, action.Owner, action.Id, action.Place)))
            yield return fault;
        foreach (var fault in graph.Definition.StartedBy.OfType<Starter.ByPerson>().SelectMany(person => Held(graph.Definition, around, person.Owner, "startedBy", person.Place)))
            yield return fault;
    }

    /// <summary>A role is held when a unit of the pack holds it, or when every instance casts it.</summary>
    private static IEnumerable<Diagnostic> Held(WorkflowDefinition definition, WorkflowSurroundings around, Owner? owner, string element, Place place)
    {
        if (owner?.Role is { } role && around.Roles.TryGetValue(role, out var isHeld) && !isHeld && !definition.Casts.Contains(role, StringComparer.Ordinal))
            yield return WorkflowFaults.NobodyHolds(place, element, role);
    }

    private static bool IsInside(StepGraph graph, int step, string list)
    {
        for (var each = graph.Places[step]?.Each ?? -1; each >= 0; each = graph.Places[each]?.Each ?? -1)
            if (graph.Steps[each] is Step.ForEach around && string.Equals(around.Over, list, StringComparison.Ordinal))
                return true;
        return graph.Places[step] is null;
    }
}
