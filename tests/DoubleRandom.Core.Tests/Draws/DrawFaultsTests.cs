using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>tests/cases/draws: what is wrong with a frame, a list of people, a seed or rules, by line.</summary>
public class DrawFaultsTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("draws");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 90, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Faults_AreTheExpectedOnes_ForEachCase(string name)
    {
        var expected = Cases[name]["then"]!["diagnostics"]!.AsArray().SelectMany(fault =>
            Enumerable.Range((int)fault!["line"]!, (int)(fault["to"] ?? fault["line"])! - (int)fault["line"]! + 1).Select(line => $"{fault["code"]} {line}"));
        Assert.Equal(expected, Faults(Cases[name]["given"]!.AsObject()).Select(fault => $"{fault.Code} {fault.Place.Line}"), StringComparer.Ordinal);
    }

    private static IReadOnlyList<Diagnostic> Faults(JsonObject given)
    {
        var bytes = given.Where(member => member.Key is not ("more" or "times")).ToDictionary(member => member.Key, member => Encoding.UTF8.GetBytes((string)member.Value!), StringComparer.Ordinal);
        if (bytes.TryGetValue("inspectors", out var inspectors))
            return InspectorFrame.Read(new MemoryStream(inspectors), "inspectors.txt").Faults;
        if (bytes.TryGetValue("recusals", out var recusals))
            return RecusalList.Read(new MemoryStream(recusals), "recusals.txt").Faults;
        if (bytes.TryGetValue("seed", out var seed))
            return SeedReader.Read(seed, "seed.txt").Faults;
        if (!bytes.TryGetValue("rules", out var rules))
            return Vectors.Read([.. bytes["frame"], .. Enumerable.Repeat(Encoding.UTF8.GetBytes((string?)given["more"] ?? ""), (int?)given["times"] ?? 0).SelectMany(more => more)]).Faults;
        var (read, faults) = RulesReader.Read(rules, "rules.json");
        return bytes.TryGetValue("frame", out var frame) ? DrawPlan.Of(read!, Vectors.Read(frame).Content, "rules.json").Faults : faults;
    }
}
