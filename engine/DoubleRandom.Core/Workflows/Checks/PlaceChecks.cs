using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Items stay inside their for-each, and branches leave their fork only through its join.</summary>
internal static class PlaceChecks
{
    public static IEnumerable<Diagnostic> Of(StepGraph graph)
    {
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            if (graph.Places[i] is not { } place)
                continue;
            if (graph.Steps[i] is Step.Join join && graph.Number(join.Of) is var fork && fork >= 0 && graph.Steps[fork] is Step.Fork && (place.Forks.IsEmpty || place.Forks.Peek() != fork))
                yield return WorkflowFaults.OtherFork(join);
            foreach (var fault in Leaving(graph, i, place))
                yield return fault;
        }
    }

    /// <summary>A way that leads to a step which lies elsewhere.</summary>
    private static IEnumerable<Diagnostic> Leaving(StepGraph graph, int at, StepPlace place)
    {
        foreach (var (to, reached) in StepPlace.After(graph, at, place))
        {
            if (graph.Places[to] is not { } known || known.IsSame(reached))
                continue;
            yield return known.Each != reached.Each
                ? WorkflowFaults.CrossesForEach(graph.Steps[at], graph.Steps[to])
                : WorkflowFaults.CrossesFork(graph.Steps[at], graph.Steps[to]);
        }
    }
}
