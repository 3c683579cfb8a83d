using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;

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

    /// <summary>The pack's documents by id: nothing begins on a day on which the document of the workflow is not in force. One that is not among them does not limit.</summary>
    public IReadOnlyDictionary<string, LegalDocument> Documents { get; init; } = new Dictionary<string, LegalDocument>(StringComparer.Ordinal);

    /// <summary>Ids of the events that fix a day to come; any other that a form dates has happened, and not after today.</summary>
    public IReadOnlySet<string> Ahead { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What owners are called when they are told of: by their ids, unless a pack names them.</summary>
    internal Func<Owner?, Bilingual> Named { get; init; } = OwnerWords.Of;

    /// <summary>The pack's units by id, each with the roles that it holds today: what a for-each over a role runs over, and which items are units.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Units { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);

    /// <summary>The units of a pack with the roles that they hold on a day, in the order of the pack.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> UnitsOf(Pack pack, DateOnly on) => pack.Units.ToDictionary(
        unit => unit.Id, unit => (IReadOnlyCollection<string>)[.. unit.Roles.Select(holding => holding.Role).Where(role => unit.Holds(role, on)).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

    /// <summary>The same question under the forms, documents, events and names of a pack.</summary>
    public DecideContext Under(Pack pack) => this with
    {
        Forms = pack.Forms,
        Documents = pack.Documents,
        Ahead = pack.EventsAhead,
        Named = owner => owner is null ? OwnerWords.Of(owner) : OwnerNames.Of(owner, pack),
    };

    internal IReadOnlyList<string> Holding(string role) => [.. Units.Where(unit => unit.Value.Contains(role, StringComparer.Ordinal)).Select(unit => unit.Key)];
}
