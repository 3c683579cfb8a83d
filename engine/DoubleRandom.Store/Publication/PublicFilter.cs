namespace DoubleRandom.Store.Publication;

/// <summary>Which records of a kind to list; null asks for any.</summary>
/// <param name="Kind">Word of the kind.</param>
public sealed record PublicFilter(string Kind)
{
    /// <summary>The largest page.</summary>
    public const int MostRows = 500;

    /// <summary>The whole code of a target.</summary>
    public string? Code { get; init; }

    /// <summary>A part of the title, of at least two characters; a shorter one finds nothing.</summary>
    public string? Title { get; init; }

    /// <summary>The last record of the page before, by day and key.</summary>
    public (DateOnly Day, string Key)? After { get; init; }

    /// <summary>How many at most; bounded by <see cref="MostRows"/>.</summary>
    public int Limit { get; init; } = 50;
}
