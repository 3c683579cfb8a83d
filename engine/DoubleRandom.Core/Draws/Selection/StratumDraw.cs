using System.Numerics;
using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>One target that was drawn, or stands ready as a substitute.</summary>
/// <param name="Id">The target.</param>
/// <param name="Ticket">Its ticket; the best of its lots under <c>tickets</c>.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="IsCertain">Whether it was taken for certain, before any chance.</param>
/// <param name="Quotient">What ordered it under Pareto sampling; null otherwise, and for those taken for certain.</param>
public sealed record DrawnTarget(string Id, Digest Ticket, int Weight, bool IsCertain, BigInteger? Quotient)
{
    internal DrawnTarget(Candidate one, StratumPlan plan)
        : this(Encoding.ASCII.GetString(one.Id), one.Ticket, one.Weight, one.Rank.Sign < 0, plan.Method is DrawMethod.Pareto && one.Rank.Sign >= 0 ? one.Rank : null)
    {
    }
}

/// <summary>What was drawn from one stratum.</summary>
/// <param name="Plan">What was to be drawn.</param>
/// <param name="Selected">In order; those taken for certain first, by round and then by id.</param>
/// <param name="Substitutes">Next in order.</param>
public sealed record StratumDraw(StratumPlan Plan, IReadOnlyList<DrawnTarget> Selected, IReadOnlyList<DrawnTarget> Substitutes)
{
    /// <summary>The ticket of the last one selected; null when none was.</summary>
    public Digest? CutOff => Selected.Count == 0 ? null : Selected[^1].Ticket;
}
