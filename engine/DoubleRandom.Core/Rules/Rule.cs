using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>One row of a table or one rule of a workflow: what a reason points to.</summary>
public abstract class Rule
{
    /// <summary>Its id or RuleName, one of a kind within its set.</summary>
    public required string Id { get; init; }

    /// <summary>Its own basis; null when that of the whole set holds.</summary>
    public required Basis? Basis { get; init; }

    /// <summary>Where the pack says so; its <see cref="Packs.Place.Layer"/> is the layer that it came from.</summary>
    public required Place Place { get; init; }

    /// <summary>The facts that it looks at.</summary>
    public abstract IReadOnlyList<Fact> Facts { get; }

    /// <summary>What is said to have happened when it holds (<c>SuccessEvent</c>); null when it says nothing, as rows do.</summary>
    public virtual string? Event => null;

    /// <summary>What is said when it does not hold (<c>ErrorMessage</c>), with the values of the case; null when it says nothing.</summary>
    public virtual string? Message(FactSet facts) => null;

    /// <summary>What came of the rules that it is made of; none for a row or a single question.</summary>
    public virtual IReadOnlyList<Reason> Inside(FactSet facts) => [];
}
