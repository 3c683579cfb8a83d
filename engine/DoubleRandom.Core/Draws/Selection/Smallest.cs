using System.Runtime.InteropServices;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>Keeps the smallest of many candidates in memory for twice as many as are wanted.</summary>
/// <param name="wanted">How many.</param>
/// <param name="foreseen">What the first 64 bits of a ticket are expected to stay below; nothing above it is looked at. The greatest number where nothing is foreseen.</param>
internal sealed class Smallest(long wanted, ulong foreseen = ulong.MaxValue)
{
    private const int LeastRoom = 64;
    private readonly List<Candidate> _kept = [];
    private readonly long _room = Math.Max(LeastRoom, 2 * wanted);
    private Candidate _last;
    private bool _isFull;

    /// <summary>Whether a ticket is small enough to matter where nothing ranks before it.</summary>
    public bool MayMatter(Digest ticket) => ticket.High <= foreseen && (!_isFull || ticket <= _last.Ticket);

    /// <summary>How many are kept, of those wanted.</summary>
    public long Count => Math.Min(wanted, _kept.Count);

    /// <summary>Whether a candidate is among the smallest so far.</summary>
    public bool MayMatter(in Candidate candidate) => !_isFull || Candidate.Order(candidate, _last) < 0;

    public void Add(in Candidate candidate)
    {
        if (wanted == 0 || !MayMatter(candidate))
            return;
        _kept.Add(candidate);
        if (_kept.Count >= _room)
            Cut();
    }

    public void Join(Smallest other)
    {
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(other._kept))
            Add(candidate);
    }

    /// <summary>The smallest, in order.</summary>
    public IReadOnlyList<Candidate> Sorted()
    {
        Cut();
        CollectionsMarshal.AsSpan(_kept).Sort(static (left, right) => Candidate.Order(left, right));
        return _kept;
    }

    /// <summary>Throws away what can no longer matter. The order does not matter before the end.</summary>
    private void Cut()
    {
        if (_kept.Count < wanted || wanted == 0)
            return;
        var all = CollectionsMarshal.AsSpan(_kept);
        Divide(all, (int)wanted - 1);
        (_last, _isFull) = (all[(int)wanted - 1], true);
        _kept.RemoveRange((int)wanted, _kept.Count - (int)wanted);
    }

    /// <summary>Puts the candidate that belongs at a place there, all smaller ones before it.</summary>
    private static void Divide(Span<Candidate> all, int place)
    {
        for (var (low, high) = (0, all.Length - 1); low < high;)
        {
            var (left, right, pivot) = (low, high, all[low + ((high - low) / 2)]);
            while (left <= right)
            {
                while (Candidate.Order(all[left], pivot) < 0)
                    left++;
                while (Candidate.Order(all[right], pivot) > 0)
                    right--;
                if (left > right)
                    break;
                (all[left], all[right]) = (all[right], all[left]);
                left++;
                right--;
            }

            low = place > right ? left : low;
            high = place < left ? right : high;
            if (place > right && place < left)
                return;
        }
    }
}
