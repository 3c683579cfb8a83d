namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>What a search has reached so far: how near, and which slot would take the place by which edge.</summary>
internal sealed class Reached(int count)
{
    private readonly Int128[] _distance = new Int128[count];
    private readonly int[] _from = new int[count];
    private readonly Edge[] _via = new Edge[count];
    private readonly byte[] _state = new byte[count];
    private readonly List<int> _all = [];

    /// <summary>Everything reached, in no particular order.</summary>
    public IReadOnlyList<int> All => _all;

    public Int128 Distance(int one) => _distance[one];

    public int From(int one) => _from[one];

    public Edge Via(int one) => _via[one];

    public void Clear()
    {
        foreach (var one in _all)
            _state[one] = 0;
        _all.Clear();
    }

    /// <summary>Notes a nearer way; false when the one that is known is as near.</summary>
    public bool Improve(int one, Int128 distance, int from, in Edge via)
    {
        if (_state[one] != 0 && distance >= _distance[one])
            return false;
        if (_state[one] == 0)
        {
            _state[one] = 1;
            _all.Add(one);
        }

        (_distance[one], _from[one], _via[one]) = (distance, from, via);
        return true;
    }

    /// <summary>Its distance is final; false when it was before.</summary>
    public bool Settle(int one)
    {
        if (_state[one] == 2)
            return false;
        _state[one] = 2;
        return true;
    }
}
