using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching.Demands;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>The rules of a draw, published with their hash before any seed exists.</summary>
public sealed record DrawRules
{
    /// <summary>How the targets are chosen.</summary>
    public required DrawMethod Method { get; init; }

    /// <summary>How many from where. Exactly one way is set.</summary>
    public required Numbers Numbers { get; init; }

    /// <summary>How many substitutes stand ready in each stratum.</summary>
    public int Substitutes { get; init; }

    /// <summary>The Merkle root of the inspector frame; null when nobody is assigned.</summary>
    public Digest? InspectorRoot { get; init; }

    /// <summary>The Merkle root of the recusal list; null when there is none.</summary>
    public Digest? RecusalRoot { get; init; }

    /// <summary>What becomes of targets drawn before, in the order in which it is applied.</summary>
    public IReadOnlyList<RepeatRule> Repeats { get; init; } = [];

    /// <summary>How inspectors are assigned; null when nobody is.</summary>
    public AssignmentRules? Assignment { get; init; }

    /// <summary>The canonical bytes.</summary>
    public required ReadOnlyMemory<byte> Canonical { get; init; }

    /// <summary>The SHA-256 of the canonical bytes.</summary>
    public Digest Hash => Digest.Of(Canonical.Span);
}

/// <summary>How many are to be drawn, in one of the ways in which notices say it.</summary>
public abstract record Numbers
{
    private Numbers()
    {
    }

    /// <summary>A quota for each stratum that is named; a frame may have no other.</summary>
    /// <param name="Strata">The quotas by stratum.</param>
    public sealed record Named(IReadOnlyDictionary<string, Quota> Strata) : Numbers;

    /// <summary>The same quota for every stratum of the frame.</summary>
    /// <param name="Quota">The quota.</param>
    public sealed record Each(Quota Quota) : Numbers;

    /// <summary>One quota for the whole frame, drawn as if it were one stratum.</summary>
    /// <param name="Quota">The quota.</param>
    public sealed record Whole(Quota Quota) : Numbers;

    /// <summary>One quota for the whole frame, shared among its strata by Hamilton's method.</summary>
    /// <param name="Quota">The quota.</param>
    /// <param name="Least">The least number for every stratum that has eligible targets: 0 or 1.</param>
    public sealed record Shared(Quota Quota, int Least) : Numbers;
}
