using System.Collections.Immutable;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>What a command brings along: guards see it before it is written.</summary>
/// <param name="Content">JSON text of the form; null for none.</param>
/// <param name="Lists">Lists that are set with it; null for none.</param>
internal sealed record Brought(string? Content, IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists)
{
    /// <summary>The lists as they will be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Over(ImmutableSortedDictionary<string, IReadOnlyList<string>> known) => Lists is null ? known : known.SetItems(Lists);
}
