namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>What somebody asks to be drawn.</summary>
public sealed record DrawOrder
{
    /// <summary>Targets from the directory.</summary>
    public const string Targets = "targets";

    /// <summary>Inspectors for targets that were drawn already: all of them are taken, and the rules assign.</summary>
    public const string Inspectors = "inspectors";

    /// <summary>The pack's folder, division code or id.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary><see cref="Targets"/> or <see cref="Inspectors"/>.</summary>
    public required string What { get; init; }

    /// <summary>The workflow instance whose draw step waits for it; null for a draw by itself.</summary>
    public long? Instance { get; init; }

    /// <summary>Id of the pack's scheme by which it is drawn; null for that of the step that waits, if it names one.</summary>
    public string? Scheme { get; init; }

    /// <summary>The days of the check, on which inspectors must be free; null when nobody is assigned, or when the rules say them.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>Which part of the directory it is about.</summary>
    public required DrawScope Scope { get; init; }

    /// <summary>What divides the frame into strata: id of a rule set, or one of <see cref="TargetRows.Columns"/>; null for one stratum.</summary>
    public string? Stratum { get; init; }

    /// <summary>Id of the rule set that gives the weight; null for weight 1.</summary>
    public string? Weight { get; init; }

    /// <summary>The rules as JSON text (docs/draw.md), without the roots of lists; what they do not say the scheme does.</summary>
    public string Rules { get; init; } = "{}";

    /// <summary>A quota of a year that batches fill together; null when the rules say the number.</summary>
    public YearlyOrder? Yearly { get; init; }

    /// <summary>The witnesses, two or more.</summary>
    public required IReadOnlyList<string> Witnesses { get; init; }

    /// <summary>The round of a public beacon; null for none.</summary>
    public string? BeaconRound { get; init; }

    /// <summary>Whether who was drawn stays secret until the checks are over; null for what the scheme says, and without one it does.</summary>
    public bool? IsSealed { get; init; }

    /// <summary>The day as of which the directories are taken; null for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The number of the draw whose place it takes; null for none.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Why it takes that place.</summary>
    public string? Reason { get; init; }
}
