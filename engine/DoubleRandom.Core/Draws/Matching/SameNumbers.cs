using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Core.Draws.Matching;

/// <summary>Two lists are the same when they hold the same numbers in the same order.</summary>
internal sealed class SameNumbers : IEqualityComparer<int[]>
{
    public static readonly SameNumbers Comparer = new();

    public bool Equals(int[]? x, int[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    public int GetHashCode([DisallowNull] int[] obj)
    {
        var hash = default(HashCode);
        foreach (var number in obj)
            hash.Add(number);
        return hash.ToHashCode();
    }
}
