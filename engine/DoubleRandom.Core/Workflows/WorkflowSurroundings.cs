using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>What there is around a workflow, against which its names are held.</summary>
public sealed record WorkflowSurroundings
{
    /// <summary>Roles of the pack, each with whether any unit ever holds it.</summary>
    public required IReadOnlyDictionary<string, bool> Roles { get; init; }

    /// <summary>Ids of the pack's units.</summary>
    public required IReadOnlyCollection<string> Units { get; init; }

    /// <summary>Ids of the pack's forms.</summary>
    public required IReadOnlyCollection<string> Forms { get; init; }

    /// <summary>Ids of the fields for dates of each form that is known; of a form that is not here nothing is said.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DateFields { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Ids of the pack's events.</summary>
    public required IReadOnlyCollection<string> Events { get; init; }

    /// <summary>Ids of the pack's ladders.</summary>
    public required IReadOnlyCollection<string> Ladders { get; init; }

    /// <summary>Names of the pack's templates.</summary>
    public required IReadOnlyCollection<string> Templates { get; init; }

    /// <summary>Rule sets by name, each with the words it can answer; an empty list when any word may come.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> RuleSets { get; init; }

    /// <summary>Ids of the pack's schemes of draws.</summary>
    public IReadOnlyCollection<string> Draws { get; init; } = [];

    /// <summary>All workflows of the pack by id, this one included.</summary>
    public required IReadOnlyDictionary<string, WorkflowDefinition> Workflows { get; init; }

    /// <summary>Ids of workflows that were left out because they do not fit their schema: nothing is said of names that mean them.</summary>
    public IReadOnlyCollection<string> Broken { get; init; } = [];

    /// <summary>The surroundings that a pack gives.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="broken">Ids of entries that were left out because they do not fit their schema: nothing is said of names that mean them.</param>
    public static WorkflowSurroundings Of(Pack pack, IReadOnlySet<string> broken)
    {
        // Who holds a role cannot be told while a unit may be among the broken; that the office is no unit was said where it is stated.
        var held = pack.Units.SelectMany(unit => unit.Roles).Select(holding => holding.Role).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Roles = pack.Roles.Keys.Union(broken, StringComparer.Ordinal).ToDictionary(role => role, role => broken.Count > 0 || held.Contains(role), StringComparer.Ordinal),
            Units = [.. pack.Units.Select(unit => unit.Id), pack.Jurisdiction.OfficeUnit, .. broken],
            Forms = [.. pack.Forms.Keys, .. broken],
            DateFields = pack.Forms.Values.ToDictionary(
                form => form.Id, form => (IReadOnlyList<string>)[.. form.Fields.Where(field => field.Type == FieldType.Date).Select(field => field.Id)], StringComparer.Ordinal),
            Events = [.. pack.Events.Keys, .. broken],
            Ladders = [.. pack.Ladders.Keys, .. broken],
            Templates = [.. pack.Templates.Select(template => template.Name).Distinct(StringComparer.Ordinal)],
            RuleSets = pack.RuleSets.Keys.Union(broken, StringComparer.Ordinal).ToDictionary(id => id, id => pack.RuleSets.GetValueOrDefault(id)?.Words ?? [], StringComparer.Ordinal),
            Draws = [.. pack.Draws.Keys, .. broken],
            Workflows = pack.Workflows,
            Broken = broken,
        };
    }
}
