using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Everything that a decision may know beside the definition and the state.</summary>
/// <param name="Now">The instant, UTC, that the journal notes.</param>
/// <param name="Today">The civil day in the jurisdiction's zone.</param>
/// <param name="Actor">Who gives the command.</param>
/// <param name="Rules">What the rules say.</param>
/// <param name="Dates">Working days and readings, from which due days follow.</param>
public sealed record DecideContext(DateTimeOffset Now, DateOnly Today, Actor Actor, IDecide Rules, DueDates Dates)
{
    /// <summary>The pack's forms by id, against which content is held; a form that is not among them is not checked.</summary>
    public IReadOnlyDictionary<string, Form> Forms { get; init; } = new Dictionary<string, Form>(StringComparer.Ordinal);
}
