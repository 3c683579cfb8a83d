namespace DoubleRandom.Store.Publication;

/// <summary>How a public record stands.</summary>
public sealed record PublicRecordRow
{
    /// <summary>Word of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>How many statements there are about it.</summary>
    public int Version { get; init; }

    /// <summary>Place of the latest of them in the chain.</summary>
    public long Sequence { get; init; }

    /// <summary>The first version that may still be shown.</summary>
    public int ShownFrom { get; init; }

    /// <summary>Word of its state: <c>published</c>, <c>corrected</c>, <c>withdrawn</c>, <c>withheld</c>.</summary>
    public required string State { get; init; }

    /// <summary>The day of its latest act.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The day of its first.</summary>
    public DateOnly FirstOn { get; init; }

    /// <summary>Id of the unit that answers for it; null for the jurisdiction.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of the target that it is about; null when it is about none.</summary>
    public string? Code { get; init; }

    /// <summary>What it is called; empty when it is withheld.</summary>
    public required string Title { get; init; }

    /// <summary>When it changed last (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What its latest statement says: canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Whether it is withheld: then its legal ground is all that is told of it.</summary>
    public bool IsWithheld => State is "withheld";

    internal const string Columns = "r.kind, r.key, r.version, r.sequence, r.shown_from, r.state, r.day, r.first_on, r.unit, r.code, r.title, r.changed_at, e.content";

    internal const string Join = "join public_entry e on e.jurisdiction = r.jurisdiction and e.sequence = r.sequence";
}
