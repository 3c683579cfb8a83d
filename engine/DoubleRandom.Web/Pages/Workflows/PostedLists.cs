using DoubleRandom.Core.Workflows.Model;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>Lists as forms post them: one item a line, or one value a tick.</summary>
internal static class PostedLists
{
    /// <summary>The lists of which something was entered, by name; the others are left as they are.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IFormCollection posted, string prefix, IEnumerable<string> names) => names
        .Select(name => (Name: name, Items: Lines(posted, prefix + name)))
        .Where(list => list.Items.Count > 0)
        .ToDictionary(list => list.Name, list => list.Items, StringComparer.Ordinal);

    /// <summary>The items of one field; empty lines count for nothing.</summary>
    public static IReadOnlyList<string> Lines(IFormCollection posted, string name) =>
        [.. posted[name].SelectMany(value => (value ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Whether the items of a list are units: a step inside its for-each belongs to the unit that is the item.</summary>
    public static bool IsOfUnits(WorkflowDefinition definition, string list) =>
        definition.Steps.Any(step => string.Equals(step.Owner?.ItemOf, list, StringComparison.Ordinal));
}
