using System.Numerics;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>The running of one stratum in one part of the frame.</summary>
/// <param name="plan">What is to be drawn.</param>
/// <param name="foreseen">What the first 64 bits of the tickets drawn are expected to stay below, see <see cref="Foresight"/>.</param>
internal sealed class StratumRun(StratumPlan plan, ulong foreseen)
{
    private readonly Smallest _smallest = new(plan.Number + plan.Substitutes, foreseen);
    private readonly Dictionary<int, Digest> _beaten = [];
    private readonly (long Number, long Weight) _chance = (plan.Chance, plan.Weight);

    public StratumPlan Plan => plan;

    /// <summary>Whether more were to be had than came below what was foreseen.</summary>
    public bool IsShort => _smallest.Count < Math.Min(plan.Number + plan.Substitutes, plan.Count.Eligible);

    public int LotsOf(int weight) => plan.Method is DrawMethod.Tickets ? weight : 1;

    public void Offer(ReadOnlySpan<byte> id, Digest ticket, int weight)
    {
        if (plan.Method is DrawMethod.Pareto)
            OfferRanked(id, ticket, weight);
        else if (_smallest.MayMatter(ticket))
            _smallest.Add(new(BigInteger.Zero, ticket, id.ToArray(), weight));
    }

    public void Join(StratumRun other) => _smallest.Join(other._smallest);

    public StratumDraw Result()
    {
        var all = _smallest.Sorted();
        var order = plan.Certain.Count == 0 ? all : [.. all.Where(one => one.Rank.Sign < 0).OrderBy(one => one.Rank).ThenBy(one => one.Id, Bytes.Order), .. all.Where(one => one.Rank.Sign >= 0)];
        var drawn = order.Select(one => new DrawnTarget(one, plan)).ToArray();
        var number = (int)Math.Min(plan.Number, drawn.Length);
        return new(plan, drawn[..number], drawn[number..]);
    }

    private void OfferRanked(ReadOnlySpan<byte> id, Digest ticket, int weight)
    {
        if (plan.Certain.TryGetValue(weight, out var round))
        {
            _smallest.Add(new(round - CertainRank, ticket, id.ToArray(), weight));
            return;
        }

        // Of two targets of one weight the one with the smaller ticket ranks first: what a smaller ticket could not reach, this one cannot.
        if (_beaten.TryGetValue(weight, out var beaten) && ticket >= beaten)
            return;
        var candidate = new Candidate(Ticket.Quotient(ticket, weight, _chance.Number, _chance.Weight), ticket, id.ToArray(), weight);
        if (_smallest.MayMatter(candidate))
            _smallest.Add(candidate);
        else
            _beaten[weight] = ticket;
    }

    /// <summary>More than there can be rounds, so that every round ranks below 0, the first lowest.</summary>
    private const int CertainRank = 1 << 20;

    private sealed class Bytes : IComparer<byte[]>
    {
        public static Bytes Order { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
