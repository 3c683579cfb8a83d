using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>What a scheme of draws names has to be there: rule sets for stratum and weight, units that send inspectors.</summary>
internal static class DrawChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) => pack.Draws.Values.SelectMany(scheme => Of(scheme, names));

    private static IEnumerable<Diagnostic> Of(DrawScheme scheme, KnownNames names) =>
    [
        .. names.Check(scheme.Place, "rules", scheme.Stratum is { } stratum && TargetRows.Columns.Contains(stratum, StringComparer.Ordinal) ? null : scheme.Stratum),
        .. names.Check(scheme.Place, "rules", scheme.Weight),
        .. scheme.Slots.Where(slot => !SchemeSlot.Words.Contains(slot.From, StringComparer.Ordinal)).SelectMany(slot => names.Check(scheme.Place, "unit", slot.From)),
    ];
}
