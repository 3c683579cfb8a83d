namespace DoubleRandom.Core.Draws.Frames;

/// <summary>How many targets of a frame a stratum has, and of which kinds.</summary>
public sealed class StratumCount
{
    private readonly SortedDictionary<string, long> _excluded = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, long> _classes = [];

    /// <summary>All its rows.</summary>
    public long Rows => Eligible + _excluded.Values.Sum();

    /// <summary>Those that can be drawn.</summary>
    public long Eligible => _classes.Values.Sum();

    /// <summary>How many are excluded for each reason, sorted by reason.</summary>
    public IReadOnlyDictionary<string, long> Excluded => _excluded;

    /// <summary>How many eligible ones have each weight, sorted by weight.</summary>
    public IReadOnlyDictionary<int, long> Classes => _classes;

    /// <summary>The sum of the eligible ones' weights.</summary>
    public long Weight => _classes.Sum(pair => pair.Key * pair.Value);

    internal void AddEligible(int weight, long count = 1) => _classes[weight] = _classes.GetValueOrDefault(weight) + count;

    internal void AddExcluded(string reason, long count = 1) => _excluded[reason] = _excluded.GetValueOrDefault(reason) + count;

    internal void Join(StratumCount other)
    {
        foreach (var (reason, count) in other._excluded)
            AddExcluded(reason, count);
        foreach (var (weight, count) in other._classes)
            AddEligible(weight, count);
    }
}
