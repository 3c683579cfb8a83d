namespace DoubleRandom.Core.Workflows.Model;

/// <summary>How many branches or items must have arrived before the way goes on, and what becomes of the others.</summary>
/// <param name="Need">How many; <see cref="All"/> for every one, 0 to go on at once.</param>
/// <param name="CancelsRest">Whether the others are cancelled then; otherwise they run on by themselves.</param>
public sealed record Gathering(int Need, bool CancelsRest)
{
    /// <summary>Every branch or item.</summary>
    public const int All = int.MaxValue;
}

/// <summary>A word for the results of all items together.</summary>
/// <param name="Outcome">The outcome of the for-each when the condition holds.</param>
/// <param name="Of">The outcome of items that is counted.</param>
/// <param name="AtLeast">How many items must have it; <see cref="Gathering.All"/> for every one that ended.</param>
public sealed record JoinedResult(string Outcome, string Of, int AtLeast);
