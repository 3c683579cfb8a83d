using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Service.Simulation;

/// <summary>Lists that modelled people set: units where items own steps, some of a list that is there where the name says so, and made-up names for the rest.</summary>
internal sealed class SampleLists(SimulatedCounty county)
{
    private const int Most = 3;

    /// <summary>The lists of a step.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="state">The instance as it stands.</param>
    /// <param name="names">The lists that are to be set.</param>
    /// <param name="key">What it is for, in words of its own.</param>
    public Dictionary<string, IReadOnlyList<string>> Of(WorkflowDefinition definition, WorkflowInstance state, IEnumerable<string> names, string key) =>
        names.ToDictionary(name => name, name => Of(definition, state, name, key), StringComparer.Ordinal);

    /// <summary>What a draw gives.</summary>
    public IReadOnlyList<string> Drawn(string what, string key) => [.. Enumerable.Range(1, county.Chance.From(2, Most, "drawn", key)).Select(number => $"{what}-{number}")];

    private IReadOnlyList<string> Of(WorkflowDefinition definition, WorkflowInstance state, string name, string key)
    {
        var size = county.Chance.From(2, Most, "size", name, key);
        if (IsOfUnits(definition, name))
            return county.Chance.Some(size, county.TakingPart().Where(unit => !Leads(state, unit)), "units", name, key);
        if (state.Lists.FirstOrDefault(list => name.EndsWith($"-{list.Key}", StringComparison.Ordinal)).Value is { Count: > 0 } whole)
            return county.Chance.Some(county.Chance.Below(size, "part", name, key), whole, "part", name, key);
        return [.. Enumerable.Range(1, size).Select(number => $"{name}-{number}")];
    }

    private static bool IsOfUnits(WorkflowDefinition definition, string list) => definition.Steps.Any(step => string.Equals(step.Owner?.ItemOf, list, StringComparison.Ordinal));

    private static bool Leads(WorkflowInstance state, string unit) => state.Cast.Values.Any(units => units.Contains(unit, StringComparer.Ordinal));
}
