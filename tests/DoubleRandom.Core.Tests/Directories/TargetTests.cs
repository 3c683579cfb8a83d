using System.Text.Json;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Core.Tests.Directories;

public class TargetTests
{
    [Fact]
    public void Facts_AreThoseOfTheDay_WhenListsAndInspectionsHaveDates()
    {
        var target = Target.Of(Content("targets", ("code", "91110000802100433B"), ("name", "店"), ("area", "640425"), ("creditRiskClass", "D"), ("isKeyField", "否"), ("licences", "食品"),
            ("abnormalListFrom", "2025-03-01"), ("abnormalListTo", "2025-06-01"), ("seriousViolationListFrom", "2025-05-01"), ("inspectedOn", "2024-07-01;2025-04-01;2025-09-01"), ("floorArea", "120")));

        string Says(string fact, int month, int day) => target.Facts(DirectorySheetTests.Facts, new(2025, month, day))[fact]?.ToString() ?? "unknown";

        Assert.Equal(["false", "true", "true", "false"], new[] { (2, 28), (3, 1), (5, 31), (6, 1) }.Select(day => Says("target.abnormalList", day.Item1, day.Item2)), StringComparer.Ordinal);
        Assert.Equal(["false", "true"], new[] { (4, 30), (5, 1) }.Select(day => Says("target.seriousViolationList", day.Item1, day.Item2)), StringComparer.Ordinal);
        Assert.Equal(("0", "2024-07-01"), (Says("target.inspectionsThisYear", 3, 31), Says("target.lastInspectedOn", 3, 31)));
        Assert.Equal(("2", "2025-09-01"), (Says("target.inspectionsThisYear", 12, 31), Says("target.lastInspectedOn", 12, 31)));
        Assert.Equal(["91110000802100433B", "店", "640425", "D", "false", "[食品]", "120", "active", "unknown", "2025-12-31"],
            new[] { "target.id", "target.name", "target.area", "target.creditRiskClass", "target.isKeyField", "target.licences", "target.floorArea", "target.status", "target.complaints", "today" }.Select(fact => Says(fact, 12, 31)), StringComparer.Ordinal);
    }

    [Fact]
    public void Facts_LeaveOut_WhatNoLongerFitsThePack()
    {
        var target = Target.Of(Content("targets", ("code", "91110000802100433B"), ("name", "店"), ("floorArea", "120")));
        var changed = Core.Rules.Facts.ProgramFacts.Schema.With([new("target.floorArea", "对象.建筑面积", Core.Rules.Facts.FactType.Text)]);
        Assert.Null(target.Facts(changed, new(2025, 1, 1))["target.floorArea"]);
        Assert.Equal("店", target.Facts(Core.Rules.Facts.ProgramFacts.Schema, new(2025, 1, 1))["target.name"]!.Value.AsText);
    }

    [Fact]
    public void Classes_AreAHistory_WhenVersionsDiffer()
    {
        Target Of(string? risk, string? since = null) => Target.Of(Content("targets", [("code", "91110000802100433B"), ("name", "店"), .. risk is null ? [] : new[] { ("creditRiskClass", risk) }, .. since is null ? [] : new[] { ("creditRiskClassFrom", since) }]));
        var classes = Target.ClassesOf([(new(2024, 1, 1), Of(null)), (new(2024, 2, 1), Of("A")), (new(2024, 3, 1), Of("A")), (new(2025, 1, 10), Of("C", "2025-01-01")), (new(2025, 2, 1), Of("D"))])!;
        Assert.Equal(["2024-02-01 A", "2025-01-01 C", "2025-02-01 D"], classes.Entries.Select(entry => $"{entry.From.Iso()} {entry.Value}"), StringComparer.Ordinal);
        Assert.Equal("A", classes.At(new(2024, 12, 31))!.Value);
        Assert.Null(Target.ClassesOf([(new(2024, 1, 1), Of(null))]));
    }

    [Fact]
    public void InspectorFacts_TellNoName_AndAskTheDay()
    {
        var inspector = Inspector.Of(Content("inspectors", ("id", "PY-001"), ("personName", "张三"), ("unit", "alpha"), ("credential", "31-0001"), ("credentialFrom", "2026-01-01"), ("credentialTo", "2026-12-31"), ("absences", "2026-02-01/2026-02-15"), ("interests", "91110000802100433B")));
        var facts = inspector.Facts(DirectorySheetTests.Facts, new(2026, 2, 15)).Build();
        Assert.Equal(("true", "2026-12-31", "[91110000802100433B]"), (facts["inspector.isOnLeave"].ToString(), facts["inspector.credentialValidTo"].ToString(), facts["inspector.interests"].ToString()));
        Assert.DoesNotContain("张三", facts.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("31-0001", facts.ToString(), StringComparison.Ordinal);
        Assert.Equal((false, true, true, false), (inspector.IsCredentialed(new(2025, 12, 31)), inspector.IsCredentialed(new(2026, 1, 1)), inspector.IsCredentialed(new(2026, 12, 31)), inspector.IsCredentialed(new(2027, 1, 1))));
        Assert.Equal((false, true), (inspector.IsAbsent(new(2026, 1, 31)), inspector.IsAbsent(new(2026, 2, 1))));
    }

    [Fact]
    public void ItemFacts_AreAnElementOfTheTasksItems()
    {
        var item = InspectionItem.Of(Content("items", ("id", "SC-01"), ("name", "食品"), ("kind", "key"), ("department", "alpha"), ("basis", "法"), ("ratio", "5.5%")));
        Assert.Equal("id = SC-01, name = 食品, department = alpha, basis = 法, isKey = true", item.Facts().ToString());
        Assert.Equal(5.5m, item.RatioPercent);
    }

    private static JsonElement Content(string directory, params (string Column, string Cell)[] cells)
    {
        var faults = new DirectoryFaults();
        var entry = DirectorySheetTests.Read(DirectorySheetTests.SheetOf(directory), cells.ToDictionary(cell => cell.Column, cell => cell.Cell, StringComparer.Ordinal), faults);
        Assert.Empty(faults.Listed());
        return JsonElement.Parse(entry!.Content);
    }
}
