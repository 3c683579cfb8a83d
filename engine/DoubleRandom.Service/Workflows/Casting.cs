using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Service.Workflows;

/// <summary>Casts what starts by itself, where nobody says who takes part.</summary>
internal static class Casting
{
    /// <summary>For each role that the definition casts, the units that hold it in the pack; with a unit named by the event that is one of them, that unit alone.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Pack pack, WorkflowDefinition definition, DateOnly today, string? unit) => definition.Casts.ToDictionary(
        role => role, role => Only(unit, [.. pack.Units.Where(known => known.Holds(role, today)).Select(known => known.Id)]), StringComparer.Ordinal);

    /// <summary>What an event of a pack starts; nothing before the pack was first published, for that is history.</summary>
    public static IEnumerable<NewInstance> StartedBy(PlanEvent what, Pack running, DateOnly today, DateOnly firstPublishedOn)
    {
        if (what.On < firstPublishedOn)
            yield break;
        foreach (var definition in running.Workflows.Values.OrderBy(workflow => workflow.Id, StringComparer.Ordinal))
            if (definition.StartedBy.OfType<Starter.ByEvent>().Any(starter => string.Equals(starter.Event, what.Event, StringComparison.Ordinal)))
                yield return new(
                    definition, running, new(what.Subject.Length > 0 ? what.Subject : what.Period, new("event", what.Event), Of(running, definition, today, what.Unit)) { Version = 0, On = what.On }, $"event:{what.Event}@{what.On.Iso()}@{what.Subject}@{what.Unit}", null, null);
    }

    private static IReadOnlyList<string> Only(string? unit, string[] holders) => unit is not null && holders.Contains(unit, StringComparer.Ordinal) ? [unit] : holders;
}
