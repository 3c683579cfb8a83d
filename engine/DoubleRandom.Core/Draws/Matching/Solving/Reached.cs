namespace DoubleRandom.Core.Draws.Matching.Solving;

/// <summary>What a search has reached so far: how near, and which slot would take the place by which edge.</summary>
internal sealed class Reached(int count)
{
    private readonly Mark[] _marks = new Mark[count];
    private readonly List<int> _all = [];

    private enum Stage : byte
    {
        Unseen,
        Seen,
        Looked,
        Settled,
    }

    /// <summary>Everything reached, in no particular order.</summary>
    public IReadOnlyList<int> All => _all;

    public Int128 Distance(int one) => _marks[one].Distance;

    public int From(int one) => _marks[one].From;

    public Edge Via(int one) => _marks[one].Via;

    public void Clear()
    {
        foreach (var one in _all)
            _marks[one].Stage = Stage.Unseen;
        _all.Clear();
    }

    /// <summary>Notes a nearer way; false when the one that is known is as near.</summary>
    public bool Improve(int one, Int128 distance, int from, in Edge via)
    {
        ref var mark = ref _marks[one];
        if (mark.Stage != Stage.Unseen && distance >= mark.Distance)
            return false;
        if (mark.Stage == Stage.Unseen)
        {
            mark.Stage = Stage.Seen;
            _all.Add(one);
        }

        (mark.Distance, mark.From, mark.Via) = (distance, from, via);
        return true;
    }

    /// <summary>Whether it is looked at for the first time.</summary>
    public bool Look(int one) => Rise(one, Stage.Looked);

    /// <summary>Its distance is final; false when it was before.</summary>
    public bool Settle(int one) => Rise(one, Stage.Settled);

    private bool Rise(int one, Stage stage)
    {
        if (_marks[one].Stage >= stage)
            return false;
        _marks[one].Stage = stage;
        return true;
    }

    /// <summary>All about one in one place: a search jumps from one to another.</summary>
    private struct Mark
    {
        public Int128 Distance;
        public Edge Via;
        public int From;
        public Stage Stage;
    }
}
