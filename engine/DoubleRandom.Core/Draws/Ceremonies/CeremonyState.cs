namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>A witness who was named when the draw was frozen.</summary>
/// <param name="Name">Who.</param>
/// <param name="Value">What they gave; null until then.</param>
public sealed record WitnessSeat(string Name, string? Value);

/// <summary>A draw on its way through the ceremony.</summary>
public sealed record CeremonyState
{
    /// <summary>The draw's number.</summary>
    public required string Number { get; init; }

    /// <summary>How far it has come.</summary>
    public required CeremonyStage Stage { get; init; }

    /// <summary>SHA-256 of what is frozen, hexadecimal: what the second person confirms.</summary>
    public required string Manifest { get; init; }

    /// <summary>Who prepared it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>Who confirmed it, not the same; null before.</summary>
    public string? FrozenBy { get; init; }

    /// <summary>The witnesses in the order in which they stand in the seed.</summary>
    public required IReadOnlyList<WitnessSeat> Witnesses { get; init; }

    /// <summary>The round of a public beacon that was named at freezing; null for none.</summary>
    public string? BeaconRound { get; init; }

    /// <summary>The value of that round; null until it is entered.</summary>
    public string? Beacon { get; init; }

    /// <summary>The number of the draw that takes its place; null while none does.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Why it was given up or superseded; null for neither.</summary>
    public string? Reason { get; init; }

    /// <summary>The witnesses who have not given anything yet.</summary>
    public IEnumerable<WitnessSeat> Silent => Witnesses.Where(seat => seat.Value is null);
}
