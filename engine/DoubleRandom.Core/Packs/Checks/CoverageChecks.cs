using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Both directions: every demand of the text is carried or honestly not, and every element that claims law is claimed by a demand.</summary>
internal static class CoverageChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) =>
    [
        .. pack.Coverage.SelectMany(row => Row(row, names)),
        .. Unclaimed(pack),
    ];

    private static IEnumerable<Diagnostic> Row(CoverageRow row, KnownNames names)
    {
        foreach (var fault in names.Check(row.Place, "document", row.Document))
            yield return fault;
        if (row.CarriedBy.Count == 0 && row.NotEncoded is null)
            yield return CoverageFaults.NotCarried(row.Place, row.Article);
        foreach (var reference in row.CarriedBy)
        {
            var parts = reference.Split(':', 2);
            if (parts.Length == 2 && names.Kinds.Contains(parts[0], StringComparer.Ordinal))
            {
                foreach (var fault in names.Check(row.Place, parts[0], parts[1]))
                    yield return fault;
            }
            else
            {
                yield return ReferenceFaults.Unknown(row.Place, "element", reference, names.Kinds.Select(kind => $"{kind}:…"));
            }
        }
    }

    /// <summary>Base packs cite national law that no county's list of demands repeats, so only the pack's own layer is held to this.</summary>
    private static IEnumerable<Diagnostic> Unclaimed(Pack pack)
    {
        var claimed = pack.Coverage.SelectMany(row => row.CarriedBy).ToHashSet(StringComparer.Ordinal);
        return
            from element in BasisChecks.Elements(pack)
            where element.Basis is { IsLocal: false }
                && string.Equals(element.Place.Layer, pack.Jurisdiction.Folder, StringComparison.Ordinal)
                && !element.Reference.StartsWith("reading:", StringComparison.Ordinal)
                && !claimed.Contains(element.Reference)
            select CoverageFaults.Unclaimed(element.Place, element.Reference);
    }
}
