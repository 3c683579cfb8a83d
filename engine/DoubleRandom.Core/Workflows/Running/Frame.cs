using System.Collections.Immutable;

namespace DoubleRandom.Core.Workflows.Running;

/// <summary>What a frame holds together.</summary>
public enum FrameKind
{
    /// <summary>The instance itself.</summary>
    Root,

    /// <summary>The branches of a fork.</summary>
    Split,

    /// <summary>The items of a for-each.</summary>
    Batch,

    /// <summary>One item of a for-each.</summary>
    Item,
}

/// <summary>Branches or items that began together and are gathered together. Frames nest; counts are kept so that no question needs to look at all of them.</summary>
/// <param name="Number">Number within the instance; 0 is the instance itself.</param>
/// <param name="Kind">What it holds together.</param>
/// <param name="Step">Id of the fork or for-each; empty for the instance.</param>
/// <param name="Parent">Number of the enclosing frame; -1 for the instance.</param>
/// <param name="Path">Path of the item: the items of the enclosing for-each steps, outermost first, joined by <c>/</c>; empty outside.</param>
/// <param name="Total">How many branches or items it began with, and those added since.</param>
public sealed record Frame(int Number, FrameKind Kind, string Step, int Parent, string Path, int Total)
{
    /// <summary>How many of them still go on.</summary>
    public int Live { get; init; } = Total;

    /// <summary>How many of them arrived at the join, or ended as items.</summary>
    public int Arrived { get; init; }

    /// <summary>Whether the way has gone on after it already.</summary>
    public bool IsFired { get; init; }

    /// <summary>Whether nothing in it goes on any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The result of an item or of the instance, once an end was reached.</summary>
    public string? Outcome { get; init; }

    /// <summary>How many items had each outcome.</summary>
    public ImmutableSortedDictionary<string, int> Outcomes { get; init; } = Nothing;

    /// <summary>Steps completed in it, each with its last run (0 for a step that passes by itself).</summary>
    public ImmutableSortedDictionary<string, int> Done { get; init; } = Nothing;

    /// <summary>Numbers of the open runs that lie directly in it.</summary>
    public ImmutableSortedSet<int> Runs { get; init; } = [];

    /// <summary>Numbers of the frames directly in it that are not closed.</summary>
    public ImmutableSortedSet<int> Frames { get; init; } = [];

    private static ImmutableSortedDictionary<string, int> Nothing { get; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
}
