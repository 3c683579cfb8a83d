namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Whom a search has not met yet, list by list, so that slots which share a list do not look at the same people again and again.</summary>
internal sealed class Unvisited(int[][] groups, Predicate<int> isDead)
{
    private readonly List<int>?[] _rest = new List<int>?[groups.Length];
    private readonly List<int> _touched = [];
    private readonly HashSet<int> _visited = [];

    /// <summary>Begins a new search.</summary>
    public void Restart()
    {
        foreach (var group in _touched)
            _rest[group] = null;
        _touched.Clear();
        _visited.Clear();
    }

    /// <summary>Those of a list who were not met when it was last looked through; the search removes whom it meets.</summary>
    public List<int> Of(int group)
    {
        if (_rest[group] is { } rest)
            return rest;
        _touched.Add(group);
        return _rest[group] = [.. groups[group].Where(inspector => !isDead(inspector))];
    }

    public bool IsVisited(int inspector) => _visited.Contains(inspector);

    /// <summary>Marks one as met; false when she was before.</summary>
    public bool Visit(int inspector) => _visited.Add(inspector);
}
