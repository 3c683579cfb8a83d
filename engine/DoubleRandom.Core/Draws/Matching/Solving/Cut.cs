namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Tells the slots that compete for too few places apart into independent bottlenecks.</summary>
internal static class Cut
{
    public static IReadOnlyList<Bottleneck> Parts(MatchProblem problem, int[] slots)
    {
        var parts = Independent.Parts(slots, problem.Inspectors.Count, problem.Groups, problem.GroupOf);
        return [.. parts.Select(part => new Bottleneck([.. part.Select(slot => problem.Slots[slot])], Inspectors(problem, part)))];
    }

    private static BottleneckInspector[] Inspectors(MatchProblem problem, int[] slots)
    {
        var targets = new SortedDictionary<int, (string LastTarget, int Targets)>();
        foreach (var slot in slots)
            foreach (var inspector in problem.Fitting(slot))
            {
                var (last, count) = targets.GetValueOrDefault(inspector, ("", 0));
                var target = problem.Slots[slot].Target;
                targets[inspector] = (target, string.Equals(last, target, StringComparison.Ordinal) ? count : count + 1);
            }

        return [.. targets.Select(pair => Inspector(problem.Inspectors[pair.Key], pair.Value.Targets))];
    }

    private static BottleneckInspector Inspector(MatchInspector inspector, int targets) =>
        new(inspector.Id, inspector.Capacity, Math.Min(inspector.Capacity, targets));
}
