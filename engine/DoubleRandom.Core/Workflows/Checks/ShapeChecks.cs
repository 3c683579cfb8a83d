using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Every step can be reached and left.</summary>
internal static class ShapeChecks
{
    public static IEnumerable<Diagnostic> Of(StepGraph graph) => [.. Unreachable(graph), .. DeadEnds(graph), .. NoWayOut(graph), .. WithoutPeople(graph), .. Joins(graph)];

    private static IEnumerable<Diagnostic> Unreachable(StepGraph graph) =>
        graph.Steps.Where((_, i) => graph.Places[i] is null).Select(step => WorkflowFaults.Unreachable(step));

    private static IEnumerable<Diagnostic> DeadEnds(StepGraph graph) =>
        graph.Steps.Where(step => step.Ways.Count == 0 && step is not Step.End).Select(WorkflowFaults.DeadEnd);

    /// <summary>Steps from which no end is reached: each circle of them is one fault. A way that leads nowhere was reported already.</summary>
    private static IEnumerable<Diagnostic> NoWayOut(StepGraph graph)
    {
        var before = graph.Before();
        var isOut = (int i) => graph.Steps[i] is Step.End || graph.Steps[i].Ways.Count == 0 || graph.Steps[i].Ways.Any(way => graph.Number(way.To) < 0);
        var leaves = graph.From(Enumerable.Range(0, graph.Steps.Count).Where(isOut), at => before[at]);
        return graph.Circles(i => !leaves[i] && graph.Places[i] is not null).Select(circle => WorkflowFaults.NoWayOut(Named(graph, circle)));
    }

    private static IEnumerable<Diagnostic> WithoutPeople(StepGraph graph) =>
        graph.Circles(i => !graph.Steps[i].Stops && graph.Places[i] is not null).Select(circle => WorkflowFaults.WithoutPeople(Named(graph, circle)));

    private static IEnumerable<Diagnostic> Joins(StepGraph graph)
    {
        var joins = graph.Steps.OfType<Step.Join>().ToArray();
        foreach (var join in joins)
        {
            var fork = graph.Number(join.Of);
            if (fork < 0)
                continue;
            if (graph.Steps[fork] is not Step.Fork)
                yield return WorkflowFaults.NotAFork(join);
            else if (!ReferenceEquals(graph.Definition.JoinOf(join.Of), join))
                yield return WorkflowFaults.SecondJoin(join);
            else if (Arriving(graph, fork, graph.Number(join.Id)) is var arriving && (arriving == 0 || (join.Await.Need < Gathering.All && join.Await.Need > graph.Steps[fork].Ways.Count)))
                yield return WorkflowFaults.NeverFires(join, arriving);
        }
    }

    /// <summary>How many branches of a fork can arrive at its join.</summary>
    private static int Arriving(StepGraph graph, int fork, int join) => graph.Next[fork].Count(branch => graph.From([branch], at => at == join ? [] : graph.Next[at])[join]);

    private static Step[] Named(StepGraph graph, IEnumerable<int> steps) => [.. steps.Select(i => graph.Steps[i])];
}
