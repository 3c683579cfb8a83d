using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>A condition under which a step may be completed, a way taken or a branch begun.</summary>
public abstract record Guard
{
    private Guard()
    {
    }

    /// <summary>What to tell the officer when it is not met, instead of the general words; null for those.</summary>
    public Bilingual? Otherwise { get; init; }

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }

    /// <summary>A rule set gives this word; <c>yes</c> and <c>no</c> stand for true and false.</summary>
    public sealed record Rules(string RuleSet, string Is) : Guard;

    /// <summary>A step has been completed in this item, or in what encloses it.</summary>
    public sealed record Done(string Step) : Guard;

    /// <summary>A step is open at this moment in this item, or in what encloses it (a milestone that passes).</summary>
    public sealed record Open(string Step) : Guard;

    /// <summary>An event has happened to this item, or to the whole.</summary>
    public sealed record Happened(string Event) : Guard;
}
