using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>All that a record states and nobody can compute. Everything else in it follows from this and the files.</summary>
public sealed record RecordFacts
{
    /// <summary>What the chain of records begins with.</summary>
    public static Digest NoPrevious { get; } = default;

    /// <summary>The hash of the record before this one; <see cref="NoPrevious"/> for the first.</summary>
    public required Digest Previous { get; init; }

    /// <summary>The seed.</summary>
    public required Seed Seed { get; init; }

    /// <summary>The pepper that was committed to; null when there is none, or while it is secret.</summary>
    public Digest? Pepper { get; init; }

    /// <summary>The rules.</summary>
    public required DrawRules Rules { get; init; }

    /// <summary>The frame's file name.</summary>
    public required string FrameFile { get; init; }

    /// <summary>What the frame is committed to.</summary>
    public required ListCommitment Frame { get; init; }

    /// <summary>The inspector frame's file name and commitment; null when nobody is assigned.</summary>
    public NamedList? Inspectors { get; init; }

    /// <summary>The recusal list's file name and commitment; null when there is none.</summary>
    public NamedList? Recusals { get; init; }

    /// <summary>When the steps happened.</summary>
    public required DrawTimes Times { get; init; }

    /// <summary>The program that made the record.</summary>
    public required DrawSoftware Software { get; init; }

    /// <summary>Draws given up since the record before.</summary>
    public IReadOnlyList<AbandonedDraw> Abandoned { get; init; } = [];

    /// <summary>Substitutes used so far, in order.</summary>
    public IReadOnlyList<SubstituteUse> Uses { get; init; } = [];

    /// <summary>Who checks whom, with what proves it; null when nobody is assigned. A record whose pepper is secret does not show it.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>The salt of the inspectors' pseudonyms; null when the rules commit to none, or while it is secret.</summary>
    public Digest? Salt { get; init; }

    /// <summary>The key of the draw; null while the pepper is secret.</summary>
    public Digest? Key => Seed.Pepper is null ? Seed.Key(default) : Pepper is { } pepper ? Seed.Key(pepper) : null;
}

/// <summary>A list that a record refers to.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Commitment">What it is committed to.</param>
public sealed record NamedList(string File, ListCommitment Commitment);
