namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>The least price in each list of people. Prices only rise between searches, so what was found once stays a lower bound.</summary>
internal sealed class Floors(Roster roster)
{
    private readonly Int128[] _floor = new Int128[roster.Groups.Length];
    private readonly int[] _foundIn = new int[roster.Groups.Length];
    private int _search;

    /// <summary>Prices may have changed.</summary>
    public void Restart() => _search++;

    /// <summary>The least price in the list of a slot; without anybody in it, more than anything costs.</summary>
    public Int128 Of(int slot)
    {
        var group = roster.GroupOf[slot];
        if (_foundIn[group] == _search)
            return _floor[group];
        var least = CheapestPath.Nowhere;
        foreach (var inspector in roster.Groups[group])
            if (roster.InspectorPrice[inspector] < least)
                least = roster.InspectorPrice[inspector];
        _foundIn[group] = _search;
        return _floor[group] = least;
    }
}
