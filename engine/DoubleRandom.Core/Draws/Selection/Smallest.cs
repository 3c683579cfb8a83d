using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>Keeps the smallest of many candidates in memory for twice as many as are wanted.</summary>
internal sealed class Smallest(long wanted)
{
    private const int LeastRoom = 64;
    private readonly List<Candidate> _kept = [];
    private Digest _last;
    private bool _isFull;
    private readonly long _room = Math.Max(LeastRoom, 2 * wanted);

    /// <summary>The greatest that can still matter, once enough were seen; null before.</summary>
    public Candidate? Bound { get; private set; }

    /// <summary>Whether a ticket is small enough to matter where nothing ranks before it.</summary>
    public bool MayMatter(Digest ticket) => !_isFull || ticket <= _last;

    public void Add(Candidate candidate)
    {
        if (wanted == 0 || (Bound is { } bound && candidate.Order(bound) >= 0))
            return;
        _kept.Add(candidate);
        if (_kept.Count >= _room)
            Cut();
    }

    public void Join(Smallest other)
    {
        foreach (var candidate in other._kept)
            Add(candidate);
    }

    /// <summary>The smallest, in order.</summary>
    public IReadOnlyList<Candidate> Sorted()
    {
        Cut();
        return _kept;
    }

    private void Cut()
    {
        _kept.Sort((left, right) => left.Order(right));
        if (_kept.Count > wanted)
            _kept.RemoveRange((int)wanted, _kept.Count - (int)wanted);
        if (_kept.Count == wanted && wanted > 0)
            (Bound, _isFull, _last) = (_kept[^1], true, _kept[^1].Ticket);
    }
}
