namespace DoubleRandom.Store.Directories;

/// <summary>Which present rows of a directory to list; null asks for any.</summary>
public sealed record DirectoryFilter
{
    /// <summary>The largest page.</summary>
    public const int MostRows = 500;

    /// <summary>The beginning of the code.</summary>
    public string? Code { get; init; }

    /// <summary>A part of the name, of at least <see cref="NameGrams.Fewest"/> characters; a shorter one finds nothing.</summary>
    public string? Name { get; init; }

    /// <summary>The beginning of the division code.</summary>
    public string? Area { get; init; }

    /// <summary>The beginning of the industry code.</summary>
    public string? Industry { get; init; }

    /// <summary>Credit-risk class, or kind.</summary>
    public string? Class { get; init; }

    /// <summary>Id of the unit.</summary>
    public string? Unit { get; init; }

    /// <summary>A sub-directory or tag.</summary>
    public string? Group { get; init; }

    /// <summary>Only rows after this code, for the next page.</summary>
    public string? After { get; init; }

    /// <summary>How many at most; bounded by <see cref="MostRows"/>.</summary>
    public int Limit { get; init; } = 100;
}
