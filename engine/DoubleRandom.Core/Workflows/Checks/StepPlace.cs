using System.Collections.Immutable;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Where a step lies.</summary>
/// <param name="Each">The for-each whose items pass it; -1 outside.</param>
/// <param name="Forks">The forks whose branches pass it, innermost first.</param>
/// <param name="From">The step from which it was first reached; -1 for one that begins.</param>
internal sealed record StepPlace(int Each, ImmutableStack<int> Forks, int From)
{
    public bool IsSame(StepPlace other) => Each == other.Each && Forks.SequenceEqual(other.Forks);

    /// <summary>The place of every step by the first way that leads to it. A step that is reached in two places is a fault that the checks report.</summary>
    public static StepPlace?[] All(StepGraph graph)
    {
        var places = new StepPlace?[graph.Steps.Count];
        var todo = new Queue<(int Step, StepPlace Place)>(graph.Entries.Select(entry => (entry, new StepPlace(-1, [], -1))));
        while (todo.TryDequeue(out var reached))
        {
            if (places[reached.Step] is not null)
                continue;
            places[reached.Step] = reached.Place;
            foreach (var next in After(graph, reached.Step, reached.Place))
                todo.Enqueue(next);
        }

        return places;
    }

    /// <summary>The steps reached from a step, with their places: inside a fork one deeper, after its join one less.</summary>
    public static IEnumerable<(int Step, StepPlace Place)> After(StepGraph graph, int at, StepPlace place)
    {
        if (graph.Bodies[at] >= 0)
            yield return (graph.Bodies[at], new(at, [], at));
        var forks = graph.Steps[at] switch
        {
            Step.Fork => place.Forks.Push(at),
            Step.Join join when !place.Forks.IsEmpty && place.Forks.Peek() == graph.Number(join.Of) => place.Forks.Pop(),
            _ => place.Forks,
        };
        foreach (var to in graph.Next[at])
            yield return (to, place with { Forks = forks, From = at });
    }
}
