namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Whom a search has not met yet, list by list, so that slots which share a list do not look at the same people again and again.</summary>
/// <param name="groups">The lists.</param>
/// <param name="isClosed">Whom no search need meet any more.</param>
internal sealed class Unvisited(int[][] groups, bool[] isClosed)
{
    private readonly List<int>?[] _rest = new List<int>?[groups.Length];
    private readonly List<int> _touched = [];
    private readonly int[] _visitedIn = new int[isClosed.Length];
    private int _search;

    /// <summary>Begins a new search.</summary>
    public void Restart()
    {
        foreach (var group in _touched)
            _rest[group] = null;
        _touched.Clear();
        _search++;
    }

    /// <summary>Those of a list who were not met when it was last looked through; the search removes whom it meets.</summary>
    public List<int> Of(int group)
    {
        if (_rest[group] is { } rest)
            return rest;
        _touched.Add(group);
        return _rest[group] = [.. groups[group].Where(inspector => !isClosed[inspector])];
    }

    public bool IsVisited(int inspector) => _visitedIn[inspector] == _search;

    /// <summary>Marks one as met; false when she was before.</summary>
    public bool Visit(int inspector)
    {
        if (IsVisited(inspector))
            return false;
        _visitedIn[inspector] = _search;
        return true;
    }
}
