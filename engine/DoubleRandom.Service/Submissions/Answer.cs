using DoubleRandom.Core;

namespace DoubleRandom.Service.Submissions;

/// <summary>What became of a request: it was done, or these are all the reasons why not.</summary>
/// <param name="Value">The result; the default when refused.</param>
/// <param name="Refusals">Every reason; none when done.</param>
public sealed record Answer<T>(T? Value, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusals.Count == 0;
}

/// <summary>Makes answers.</summary>
public static class Answer
{
    /// <summary>It was done.</summary>
    public static Answer<T> Done<T>(T value) => new(value, []);

    /// <summary>It was not done, for these reasons.</summary>
    public static Answer<T> Refused<T>(params IReadOnlyList<Refusal> refusals) => new(default, refusals);
}
