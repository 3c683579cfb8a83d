using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>The steps and where they lead, as numbers, so that questions about ways stay quick and need no recursion.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, int> _numbers;

    public StepGraph(WorkflowDefinition definition)
    {
        Definition = definition;
        Steps = definition.Steps;
        _numbers = Steps.Select((step, i) => (step.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        Next = [.. Steps.Select(step => step.Ways.Select(way => Number(way.To)).Where(n => n >= 0).Distinct().ToArray())];
        Bodies = [.. Steps.Select(step => step is Step.ForEach each ? Number(each.Do) : -1)];
        Entries = [.. definition.Actions.Select(action => action.To).Prepend(definition.First).OfType<string>().Select(Number).Where(n => n >= 0).Distinct()];
        Places = StepPlace.All(this);
    }

    public WorkflowDefinition Definition { get; }

    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The steps that the ways of each lead to.</summary>
    public int[][] Next { get; }

    /// <summary>The step that the items of each for-each begin with; -1 for every other step.</summary>
    public int[] Bodies { get; }

    /// <summary>The steps that begin: the first, and those that actions begin.</summary>
    public int[] Entries { get; }

    /// <summary>Where each step lies: in which for-each, in which forks; null when it cannot be reached.</summary>
    public StepPlace?[] Places { get; }

    public int Number(string id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The steps that can be reached from some, themselves included.</summary>
    public bool[] From(IEnumerable<int> starts, Func<int, IEnumerable<int>> next)
    {
        var seen = new bool[Steps.Count];
        var todo = new Stack<int>(starts);
        while (todo.TryPop(out var at))
        {
            if (seen[at])
                continue;
            seen[at] = true;
            foreach (var to in next(at))
                todo.Push(to);
        }

        return seen;
    }

    /// <summary>The steps that lead to each.</summary>
    public IReadOnlyList<int>[] Before()
    {
        var before = new List<int>[Steps.Count];
        for (var i = 0; i < before.Length; i++)
            before[i] = [];
        for (var i = 0; i < before.Length; i++)
            foreach (var to in Next[i])
                before[to].Add(i);
        return before;
    }

    /// <summary>The circles among some steps: every group of steps each of which leads to each other, in the order of the file.</summary>
    public IEnumerable<IReadOnlyList<int>> Circles(Func<int, bool> among)
    {
        var before = Before();
        var order = Finished(among);
        var taken = new bool[Steps.Count];
        for (var i = order.Count - 1; i >= 0; i--)
        {
            if (taken[order[i]])
                continue;
            var group = From([order[i]], at => before[at].Where(from => among(from) && !taken[from]));
            var members = Enumerable.Range(0, group.Length).Where(at => group[at]).ToArray();
            foreach (var member in members)
                taken[member] = true;
            if (members.Length > 1 || Next[members[0]].Contains(members[0]))
                yield return members;
        }
    }

    /// <summary>The steps in the order in which a walk along the ways is done with them.</summary>
    private List<int> Finished(Func<int, bool> among)
    {
        var (order, seen) = (new List<int>(), new bool[Steps.Count]);
        var path = new Stack<(int At, int Way)>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || !among(start))
                continue;
            seen[start] = true;
            path.Push((start, 0));
            while (path.TryPop(out var here))
            {
                if (here.Way == Next[here.At].Length)
                {
                    order.Add(here.At);
                    continue;
                }

                path.Push((here.At, here.Way + 1));
                var to = Next[here.At][here.Way];
                if (seen[to] || !among(to))
                    continue;
                seen[to] = true;
                path.Push((to, 0));
            }
        }

        return order;
    }
}
