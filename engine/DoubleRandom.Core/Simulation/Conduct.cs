namespace DoubleRandom.Core.Simulation;

/// <summary>From one number to another, both included.</summary>
public sealed record Range(int Least, int Most);

/// <summary>How often a unit is in time, late or silent, in proportion.</summary>
/// <param name="OnTime">Weight of being in time.</param>
/// <param name="Late">Weight of being late.</param>
/// <param name="Silent">Weight of never doing it.</param>
public sealed record Shares(int OnTime, int Late, int Silent);

/// <summary>How somebody goes about a matter; what is null is left as it is by whatever was said before.</summary>
public sealed record Conduct
{
    /// <summary>How often in time, late or never.</summary>
    public Shares? Shares { get; init; }

    /// <summary>How many working days late, when late.</summary>
    public Range? DaysLate { get; init; }

    /// <summary>How many working days a step takes that has no due day.</summary>
    public Range? Days { get; init; }

    /// <summary>In how many of a hundred cases an outcome other than the first is chosen.</summary>
    public int? Other { get; init; }

    /// <summary>Weights of outcomes by their id; an outcome that is not named is not chosen while a named one is possible.</summary>
    public IReadOnlyDictionary<string, int>? Outcomes { get; init; }

    /// <summary>JSON text of the form, in place of a made-up one.</summary>
    public string? Content { get; init; }

    /// <summary>The lists that a step sets, in place of made-up ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists { get; init; }

    /// <summary>This conduct, changed where the other one says something.</summary>
    public Conduct ChangedBy(Conduct other) => new()
    {
        Shares = other.Shares ?? Shares,
        DaysLate = other.DaysLate ?? DaysLate,
        Days = other.Days ?? Days,
        Other = other.Other ?? Other,
        Outcomes = other.Outcomes ?? Outcomes,
        Content = other.Content ?? Content,
        Lists = other.Lists ?? Lists,
    };
}
