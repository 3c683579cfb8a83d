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

    /// <summary>Ids of the pack's events.</summary>
    public required IReadOnlyCollection<string> Events { get; init; }

    /// <summary>Ids of the pack's ladders.</summary>
    public required IReadOnlyCollection<string> Ladders { get; init; }

    /// <summary>Names of the pack's templates.</summary>
    public required IReadOnlyCollection<string> Templates { get; init; }

    /// <summary>Rule sets by name, each with the words it can answer; an empty list when any word may come.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> RuleSets { get; init; }

    /// <summary>All workflows of the pack by id, this one included.</summary>
    public required IReadOnlyDictionary<string, WorkflowDefinition> Workflows { get; init; }

    /// <summary>The surroundings that a pack gives.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="ruleSets">Its rule sets by name, with their words.</param>
    /// <param name="workflows">Its workflows.</param>
    public static WorkflowSurroundings Of(Pack pack, IReadOnlyDictionary<string, IReadOnlyList<string>> ruleSets, IEnumerable<WorkflowDefinition> workflows)
    {
        var held = pack.Units.SelectMany(unit => unit.Roles).Select(holding => holding.Role).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Roles = pack.Roles.Keys.ToDictionary(role => role, held.Contains, StringComparer.Ordinal),
            Units = [.. pack.Units.Select(unit => unit.Id)],
            Forms = [.. pack.Forms.Keys],
            Events = [.. pack.Events.Keys],
            Ladders = [.. pack.Ladders.Keys],
            Templates = [.. pack.Templates.Select(template => template.Name).Distinct(StringComparer.Ordinal)],
            RuleSets = ruleSets,
            Workflows = workflows.DistinctBy(workflow => workflow.Id, StringComparer.Ordinal).ToDictionary(workflow => workflow.Id, StringComparer.Ordinal),
        };
    }
}
