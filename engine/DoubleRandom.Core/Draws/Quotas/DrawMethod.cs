namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>How the targets of a stratum are chosen by their tickets.</summary>
public enum DrawMethod
{
    /// <summary>Everybody alike: the smallest tickets.</summary>
    Srs,

    /// <summary>Probability follows the weight: Pareto sampling.</summary>
    Pareto,

    /// <summary>As many lots as the weight says, of which the best counts. Probability is not proportional to weight.</summary>
    Tickets,
}
