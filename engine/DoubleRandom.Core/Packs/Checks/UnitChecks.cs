using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Units, their roles and superiors, conveners, the office.</summary>
internal static class UnitChecks
{
    public static IEnumerable<Diagnostic> Of(Pack pack, KnownNames names) =>
    [
        .. pack.Units.SelectMany(unit => unit.Roles.SelectMany(holding => names.Check(unit.Place, "role", holding.Role))),
        .. pack.Units.SelectMany(unit => names.Check(unit.Place, "unit", unit.Superior)),
        .. pack.Conveners.SelectMany(convener => names.Check(convener.Place, "unit", convener.Unit)),
        .. names.Check(OfficePlace(pack), "unit", pack.Jurisdiction.OfficeUnit is { Length: > 0 } office ? office : null),
        .. Circles(pack),
    ];

    private static Place OfficePlace(Pack pack) => (pack.Effective["jurisdiction"]["office"] ?? pack.Effective["jurisdiction"]).Place;

    private static IEnumerable<Diagnostic> Circles(Pack pack)
    {
        var superiors = pack.Units.DistinctBy(unit => unit.Id, StringComparer.Ordinal).ToDictionary(unit => unit.Id, unit => unit.Superior, StringComparer.Ordinal);
        foreach (var unit in pack.Units)
        {
            var path = new List<string> { unit.Id };
            while (superiors.GetValueOrDefault(path[^1]) is { } next && path.Count <= superiors.Count)
            {
                path.Add(next);
                if (string.Equals(next, unit.Id, StringComparison.Ordinal))
                {
                    yield return LadderFaults.SuperiorCircle(unit.Place, string.Join(" → ", path));
                    break;
                }
            }
        }
    }
}
