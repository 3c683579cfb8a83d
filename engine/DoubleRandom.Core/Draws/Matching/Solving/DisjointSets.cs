namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>Numbers that fall into sets as they are joined.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count) => _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The least number of the set.</summary>
    public int Find(int one)
    {
        while (_parent[one] != one)
            one = _parent[one] = _parent[_parent[one]];
        return one;
    }

    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
