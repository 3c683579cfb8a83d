using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Directories;

public class DirectorySheetTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("directories").Where(one => one.Key.StartsWith("lines:", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase) { ["alpha"] = "alpha", ["甲局"] = "alpha", ["Bureau A"] = "alpha" };

    internal static FactSchema Facts { get; } = ProgramFacts.Schema.With([new("target.floorArea", "对象.建筑面积", FactType.Number), new("target.rooms", "对象.房间", FactType.ListOf(FactType.Number))]);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_GivesPlainContentOrEveryFault_AsTheCaseSays(string name)
    {
        var (given, then) = (Cases[name]["given"]!, Cases[name]["then"]!);
        var faults = new DirectoryFaults();

        var entry = Read(SheetOf((string)given["directory"]!), given["cells"]!.AsObject().ToDictionary(cell => cell.Key, cell => (string)cell.Value!, StringComparer.Ordinal), faults);

        Assert.Equal((then["faults"]?.AsArray().Select(fault => (string)fault!) ?? []).Order(StringComparer.Ordinal), faults.Listed().Select(fault => $"{fault.Column} {fault.Code}").Order(StringComparer.Ordinal));
        if (then["content"] is { } content)
            Assert.Equal((string)content!, Encoding.UTF8.GetString(entry!.Content));
    }

    [Fact]
    public void Sheets_FindEveryColumn_ByItsNamesAlone()
    {
        foreach (var sheet in new[] { SheetOf("targets"), SheetOf("inspectors"), SheetOf("items") })
        {
            var names = sheet.Columns.SelectMany(column => column.OtherNames.Append(column.Id).Append(column.Zh)).ToArray();
            Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, name => Assert.Single(sheet.Columns, column => column.IsCalled(name)));
        }
    }

    [Fact]
    public void TargetSheet_HasAColumnForEveryFactOfATarget_ButForWhatNoCellHolds()
    {
        string[] workedOut = ["id", "abnormalList", "seriousViolationList", "inspectionsThisYear", "lastInspectedOn", "rooms"];
        var missing = Facts.Facts.Where(fact => fact.Path.StartsWith("target.", StringComparison.Ordinal)).Select(fact => fact.Path["target.".Length..]).Except(SheetOf("targets").Columns.Select(column => column.Id), StringComparer.Ordinal);
        Assert.Equal(workedOut.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    internal static DirectorySheet SheetOf(string id) => id switch { "targets" => TargetSheet.Of(Facts), "inspectors" => InspectorSheet.Of(Units), _ => ItemSheet.Of(Units) };

    internal static DirectoryEntry? Read(DirectorySheet sheet, IReadOnlyDictionary<string, string> cells, DirectoryFaults faults)
    {
        Assert.All(cells.Keys, key => Assert.Contains(sheet.Columns, column => string.Equals(column.Id, key, StringComparison.Ordinal)));
        return sheet.Read(2, place => cells.GetValueOrDefault(sheet.Columns[place].Id, ""), faults);
    }
}
