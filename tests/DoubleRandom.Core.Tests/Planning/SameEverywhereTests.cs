using System.Globalization;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>The same packs and events give the same bytes on every machine: whatever its language, its calendar, its time zone, or the order in which it lists files.</summary>
[Collection(nameof(SameEverywhereTests))]
public class SameEverywhereTests
{
    private static readonly DateOnly From = new(2024, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void PlanAndDiagnostics_AreTheSame_InEachCulture(string culture) => Assert.Equal(Everything(), In(culture, Everything));

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("America/New_York")]
    public void PlanAndDiagnostics_AreTheSame_InEachTimeZone(string zone)
    {
        var (expected, before) = (Everything(), Environment.GetEnvironmentVariable("TZ"));
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.BaseUtcOffset);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Pack_IsTheSame_WhateverTheOrderOfFiles()
    {
        var reversed = new PackLibrary(RealPacks.Library.Files.Reverse());
        Assert.All(RealPacks.Five, folder =>
        {
            var (one, other) = (RealPacks.Compile(folder), PackCompiler.Compile(reversed, folder));
            Assert.Equal(one.Pack!.ContentHash, other.Pack!.ContentHash);
            Assert.Equal(Text(one.Pack), Text(other.Pack));
        });
    }

    /// <summary>Units may stand in any order in the file: who owes what by when is the same set.</summary>
    [Fact]
    public void Plan_OwesTheSame_WhateverTheOrderOfUnits() => Assert.All(RealPacks.Five, folder =>
        Assert.Equal(Owed(RealPacks.Of(folder)), Owed(PackCompiler.Compile(WithUnitsReversed(folder), folder).Pack!)));

    private static PackLibrary WithUnitsReversed(string folder)
    {
        var path = $"workflows/{folder}/jurisdiction.json";
        return new(RealPacks.Library.Files.Select(file => string.Equals(file.Path, path, StringComparison.Ordinal) ? file with { Content = Reversed(file.Content) } : file));
    }

    private static byte[] Reversed(ReadOnlyMemory<byte> content)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(content.Span)!.AsObject();
        var units = root["units"]!.AsArray();
        root["units"] = new System.Text.Json.Nodes.JsonArray([.. units.Select(unit => unit!.DeepClone()).Reverse()]);
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static string[] Owed(Pack pack) => [.. Plan(pack).Deadlines.Select(PlanText.Line).Order(StringComparer.Ordinal)];

    private static Plan Plan(Pack pack) => Planner.Plan(new(pack, From, To, [.. Events(pack)]));

    private static IEnumerable<PlanEvent> Events(Pack pack) =>
        from name in pack.Events.Keys.Order(StringComparer.Ordinal)
        from day in new[] { new DateOnly(2024, 9, 27), new DateOnly(2024, 10, 9), new DateOnly(2026, 9, 18) }
        select new PlanEvent(name, day, "İ-1", pack.Units.Select(unit => unit.Id).Order(StringComparer.Ordinal).ElementAt(1));

    private static string Text(Pack pack) => PlanText.Of(Plan(pack), pack);

    /// <summary>Compiles afresh, so that reading, diagnosing, planning and explaining all happen in the culture and zone under test.</summary>
    private static string Everything()
    {
        var pengyang = PackCompiler.Compile(RealPacks.Library, "640425-pengyang");
        var jieyang = PackCompiler.Compile(RealPacks.Library, "445200-jieyang");
        return string.Join("\n", [.. Faulty(), pengyang.Pack!.ContentHash, Text(pengyang.Pack), Text(jieyang.Pack!)]);
    }

    private static IEnumerable<string> Faulty()
    {
        var files = SamplePack.Copy();
        files["workflows/_base-sample/forms.json"] = new byte[PackFile.MaxBytes + 1];
        files["workflows/640499-sample/obligations.json"] = System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(files["workflows/640499-sample/obligations.json"]).Replace("11-15\"]", "11-31\"]", StringComparison.Ordinal));
        return PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder).Diagnostics.Select(fault => $"{fault.Code} {fault.Place} {fault.Problem} {fault.Remedy}");
    }

    private static T In<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>Changing the machine's zone concerns every test that runs, so these run alone.</summary>
[CollectionDefinition(nameof(SameEverywhereTests), DisableParallelization = true)]
public class SameEverywhereAlone;
