using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Cli.Tests.Verbs.Draws;

/// <summary>From frozen files to a record that says who checks whom, and back.</summary>
public sealed class DrawAssignmentVerbTests : IDisposable
{
    private const string Number = "DRAW-2026-001";
    private static readonly Digest Salt = Digest.Of("salt"u8);
    private static readonly string[] Lists = ["--inspectors", "inspectors.txt", "--recusals", "recusals.txt"];
    private readonly DrawFolder _folder = new();

    public DrawAssignmentVerbTests() => Freeze(capacity: 6);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_ChecksTheAssignment_ThatComputeWrote()
    {
        var run = await _folder.Compute([.. Lists, "--record", "record.json", "--salt", Salt.ToString(), "--format", "json"]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(18, Assert.Single(run.Json).GetProperty("result").EnumerateObject().Count());
        var verified = await _folder.Run(["verify", "record.json", "--frame", "frame.txt", .. Lists]);
        Assert.Equal((0, ""), (verified.Status, verified.Error));
        Assert.DoesNotContain("检查员", _folder.Read("record.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TellsWhatDiffers_WhenACapacityWasChangedOrARecusalDropped()
    {
        await _folder.Compute([.. Lists, "--record", "record.json"]);
        _folder.Write("inspectors.txt", _folder.Read("inspectors.txt").Replace("\t6\t0", "\t7\t0", StringComparison.Ordinal));
        var run = await _folder.Run(["verify", "record.json", "--frame", "frame.txt", .. Lists]);
        Assert.Equal((1, ""), (run.Status, run.Out));
        Assert.Contains("inspectors-root", run.Error, StringComparison.Ordinal);
        Freeze(capacity: 6, recused: 0);
        Assert.Contains("recusals-root", (await _folder.Run(["verify", "record.json", "--frame", "frame.txt", .. Lists])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_NamesTheBottleneckAndWritesNoRecord_WhenThereAreMoreSlotsThanPeople()
    {
        Freeze(capacity: 5);
        var run = await _folder.Compute([.. Lists, "--record", "record.json"]);
        Assert.Equal((1, ""), (run.Status, run.Error));
        Assert.Contains("缺 3 个", run.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(_folder.Has("record.json"));
    }

    [Fact]
    public async Task Compute_Refuses_WhenAListIsMissingOrAnother()
    {
        Assert.Contains("recusals-missing", (await _folder.Compute("--inspectors", "inspectors.txt")).Error, StringComparison.Ordinal);
        _folder.Write("recusals.txt", _folder.Read("recusals.txt").Replace("KIN", "FORMER", StringComparison.Ordinal));
        var run = await _folder.Compute(Lists);
        Assert.Equal((1, ""), (run.Status, run.Out));
        Assert.Contains("recusals-root", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_Refuses_WhenARecusalIsOfSomebodyUnknown()
    {
        Freeze(capacity: 6, recused: 9);
        var run = await _folder.Compute(Lists);
        Assert.Equal((1, ""), (run.Status, run.Out));
        Assert.Contains("unknown-inspector", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Three inspectors, two slots for each of the nine targets of the worked draw, one recusal; the seed names the rules that name the lists.</summary>
    private void Freeze(int capacity, int recused = 1)
    {
        var inspectors = InspectorFrame.Write(Number, [.. Enumerable.Range(0, 3).Select(i => new InspectorRow(Name(i), ["fire"], [], [], capacity, 0))]);
        var recusals = RecusalList.Write(Number, [new(Name(recused), "91330292KYD3334955", "KIN")]);
        _folder.Write("inspectors.txt", Encoding.UTF8.GetString(inspectors));
        _folder.Write("recusals.txt", Encoding.UTF8.GetString(recusals));
        var (roots, worked) = ((InspectorFrame.Read(new MemoryStream(inspectors), "i").Commitment!.Root, RecusalList.Read(new MemoryStream(recusals), "r").Commitment!.Root), DrawFolder.Vectors.GetProperty("rules_sha256").GetString()!);
        var rules = $$$"""{"method":"srs","n":{"A":3,"B":2,"C":4},"inspectorRoot":"{{{roots.Item1}}}","recusalRoot":"{{{roots.Item2}}}","assignment":{"from":"2026-03-10","to":"2026-03-20","slots":[{"department":"fire","count":2}],"salt":"{{{Pseudonym.Commit(Salt)}}}"} }""";
        _folder.Write("rules.json", rules);
        _folder.Write("seed.txt", DrawFolder.Vectors.GetProperty("seed_text").GetString()!.Replace(worked, RulesReader.Read(Encoding.UTF8.GetBytes(rules), "rules.json").Rules!.Hash.ToString(), StringComparison.Ordinal));
    }

    private static string Name(int inspector) => Pseudonym.Of(Salt, $"检查员 {inspector}");
}
