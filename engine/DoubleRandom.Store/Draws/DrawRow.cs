namespace DoubleRandom.Store.Draws;

/// <summary>A draw as it is kept.</summary>
public sealed record DrawRow
{
    internal const string Columns = """
        jurisdiction, sequence, number, what, stage, instance, series, on_day, asked::text as asked, manifest::text as manifest, manifest_sha256, pepper, salt, witnesses::text as witnesses,
        beacon_round, beacon, prepared_by, prepared_unit, prepared_at, frozen_by, frozen_at, drawn_by, drawn_at, dispatched_at, revealed_at, record_sha256, supersedes, superseded_by, reason, changed_at
        """;

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Its place, from 1, without gap.</summary>
    public required int Sequence { get; init; }

    /// <summary>The number that stands in its files.</summary>
    public required string Number { get; init; }

    /// <summary><c>targets</c> or <c>inspectors</c>.</summary>
    public required string What { get; init; }

    /// <summary>How far the ceremony has come, as a word.</summary>
    public required string Stage { get; init; }

    /// <summary>The workflow instance that waits for it; null for none.</summary>
    public long? Instance { get; init; }

    /// <summary>The name under which batches of a year's quota belong together; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>The day as of which the lists were taken.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Asked { get; init; }

    /// <summary>What is frozen, as canonical JSON.</summary>
    public required string Manifest { get; init; }

    /// <summary>Its SHA-256, hexadecimal.</summary>
    public required string ManifestSha256 { get; init; }

    /// <summary>The pepper, 32 bytes; null when nothing is kept secret.</summary>
    public byte[]? Pepper { get; init; }

    /// <summary>The salt of the pseudonyms, 32 bytes; null when nobody is assigned.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>The witnesses as JSON: <c>[{"name", "value"}]</c>.</summary>
    public required string Witnesses { get; init; }

    /// <summary>The round of a public beacon; null for none.</summary>
    public string? BeaconRound { get; init; }

    /// <summary>Its value; null until it is entered.</summary>
    public string? Beacon { get; init; }

    /// <summary>Who prepared it.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>For which unit.</summary>
    public required string PreparedUnit { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>Who confirmed it; null before.</summary>
    public string? FrozenBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Who drew; null before.</summary>
    public string? DrawnBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? DrawnAt { get; init; }

    /// <summary>When the procedures were told (UTC).</summary>
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>When everything was published (UTC).</summary>
    public DateTimeOffset? RevealedAt { get; init; }

    /// <summary>SHA-256 of the record as first published, hexadecimal; null before.</summary>
    public string? RecordSha256 { get; init; }

    /// <summary>The draw whose place it takes; null for none.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The draw that takes its place; null for none.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Why it was abandoned or superseded.</summary>
    public string? Reason { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A file of a draw.</summary>
/// <param name="Name">Its name: <c>frame.txt</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Sha256">Their SHA-256, hexadecimal.</param>
public sealed record DrawFileRow(string Name, byte[] Content, string Sha256);

/// <summary>A target that was drawn.</summary>
/// <param name="Code">The target.</param>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Place">Its place in the order of the stratum, from 1.</param>
public sealed record DrawPickRow(string Code, string Stratum, int Place);

/// <summary>A substitute that took the place of a target.</summary>
/// <param name="Code">The substitute.</param>
/// <param name="Instead">The target, or the substitute before it.</param>
/// <param name="Reason">Why.</param>
/// <param name="UsedBy">Who decided it.</param>
/// <param name="UsedAt">When (UTC).</param>
public sealed record DrawUseRow(string Code, string Instead, string Reason, string UsedBy, DateTimeOffset UsedAt);

/// <summary>One inspector's place at one target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Slot">The number of the place.</param>
/// <param name="Unit">The unit that sends the inspector.</param>
/// <param name="Inspector">The directory's id.</param>
/// <param name="Pseudonym">The name in the public record.</param>
public sealed record DrawAssignmentRow(string Target, int Slot, string Unit, string Inspector, string Pseudonym);
