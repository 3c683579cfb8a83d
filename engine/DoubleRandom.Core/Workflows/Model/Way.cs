using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>An outcome of a step and where it leads. The ways of a fork are its branches; those of a wait say what they wait for.</summary>
/// <param name="Id">The outcome: <c>approved</c>.</param>
/// <param name="Name">What the button says.</param>
/// <param name="To">Id of the step it leads to.</param>
/// <param name="IsBack">Whether it sends the matter back, which needs a reason.</param>
/// <param name="Guards">Conditions, all of which must be met.</param>
/// <param name="Raises">Ids of events raised when it is taken.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Way(string Id, Bilingual Name, string To, bool IsBack, IReadOnlyList<Guard> Guards, IReadOnlyList<string> Raises, Place Place)
{
    /// <summary>The outcome of a step that has only one.</summary>
    public const string Done = "done";

    /// <summary>Ids of events any of which takes this way of a wait.</summary>
    public IReadOnlyList<string> OnEvents { get; init; } = [];

    /// <summary>For an event that it raises, the field of the step's form that dates it.</summary>
    public IReadOnlyDictionary<string, string> RaisedOn { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The date that takes this way of a wait; null when it waits for events only.</summary>
    public Due? OnDate { get; init; }
}
