using System.Numerics;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>A target in the running: its rank first, then its ticket, then its id decide.</summary>
/// <param name="Rank">The quotient under Pareto sampling; 0 under the other methods. Those taken for certain are below 0.</param>
/// <param name="Ticket">Its ticket; the best of its lots under <c>tickets</c>.</param>
/// <param name="Id">The bytes of its id.</param>
/// <param name="Weight">Its weight.</param>
internal readonly record struct Candidate(BigInteger Rank, Digest Ticket, byte[] Id, int Weight)
{
    /// <summary>Below 0 when this one comes first.</summary>
    public int Order(Candidate other)
    {
        var order = Rank.CompareTo(other.Rank);
        if (order == 0)
            order = Ticket.CompareTo(other.Ticket);
        return order != 0 ? order : Id.AsSpan().SequenceCompareTo(other.Id);
    }
}
