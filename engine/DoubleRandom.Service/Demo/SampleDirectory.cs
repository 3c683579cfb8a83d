using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.People;

namespace DoubleRandom.Service.Demo;

/// <summary>Made-up people for every unit of a pack. Their addresses end in <c>.invalid</c>, which no mail can reach.</summary>
internal static class SampleDirectory
{
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";

    public static IReadOnlyList<PersonRow> Of(Pack pack) =>
    [
        .. pack.Units.SelectMany((unit, i) => new[] { Person(pack, unit, "liaison", i), Person(pack, unit, "leader", i + 5) }),
        .. pack.Units.Where(unit => string.Equals(unit.Id, pack.Jurisdiction.OfficeUnit, StringComparison.Ordinal)).Select(unit => Person(pack, unit, "office", 3)),
        .. pack.Units.Where(unit => unit.Roles.Any(holding => holding.Role is "supervision")).Select(unit => Person(pack, unit, "supervision", 7)),
    ];

    private static PersonRow Person(Pack pack, Unit unit, string function, int number) => new(
        pack.Jurisdiction.Folder, unit.Id, function, $"{Surnames[number % Surnames.Length]}某", $"{function}@{unit.Id}.{pack.Jurisdiction.Id}.invalid", null, null, "zh");
}
