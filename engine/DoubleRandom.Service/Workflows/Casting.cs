using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Service.Workflows;

/// <summary>Casts what starts by itself, where nobody says who takes part.</summary>
internal static class Casting
{
    /// <summary>For each role that the definition casts, the units that hold it in the pack; with a unit named by the event that is one of them, that unit alone.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Pack pack, WorkflowDefinition definition, DateOnly today, string? unit) => definition.Casts.ToDictionary(
        role => role, role => Only(unit, [.. pack.Units.Where(known => known.Holds(role, today)).Select(known => known.Id)]), StringComparer.Ordinal);

    private static IReadOnlyList<string> Only(string? unit, string[] holders) => unit is not null && holders.Contains(unit, StringComparer.Ordinal) ? [unit] : holders;
}
