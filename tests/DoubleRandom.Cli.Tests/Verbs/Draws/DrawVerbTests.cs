using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Draws;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Cli.Tests.Verbs.Draws;

public sealed class DrawVerbTests : IDisposable
{
    private readonly DrawFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compute_AnswersInTheWorkedNames_WithTheWorkedValues()
    {
        var run = await _folder.Compute("--format", "json");
        Assert.Equal((0, ""), (run.Status, run.Error));
        var json = Assert.Single(run.Json);
        foreach (var key in new[] { "frame_sha256", "frame_merkle_root", "rules_json", "rules_sha256", "pepper_commit", "seed_text", "draw_key_with_pepper", "draw_key_without_pepper", "srs" })
            Assert.True(JsonElement.DeepEquals(DrawFolder.Vectors.GetProperty(key), json.GetProperty(key)), key);
    }

    [Theory]
    [InlineData("""{"method":"srs","n":{"A":3,"B":2,"C":4},"substitutes":2}""", "srs_with_2_alternates")]
    [InlineData("""{"method":"tickets","n":6}""", "tickets_all_strata_n6")]
    [InlineData("""{"method":"pareto","n":6}""", "pareto_all_strata_n6")]
    public async Task Compute_NamesTheSelection_ByMethodAndNumber(string rules, string key)
    {
        // The worked selections were made with the worked key, which other rules would change: so the names are held here, the values by the selection's own tests.
        _folder.Write("rules.json", rules);
        var hash = RulesReader.Read(Encoding.UTF8.GetBytes(rules), "rules.json").Rules!.Hash.ToString();
        _folder.Write("seed.txt", _folder.Read("seed.txt").Replace(DrawFolder.Vectors.GetProperty("rules_sha256").GetString()!, hash, StringComparison.Ordinal));
        var json = Assert.Single((await _folder.Compute("--format", "json")).Json);
        var worked = DrawFolder.Vectors.GetProperty(key);
        Assert.Equal(worked.ValueKind, json.GetProperty(key).ValueKind);
        Assert.Equal(Ids(worked), Ids(json.GetProperty(key)));
    }

    private static int Ids(JsonElement lists) => lists.ToString().Split("\"9133").Length - 1;

    [Fact]
    public async Task Verify_Passes_WhatComputeWrote()
    {
        await _folder.Compute("--record", "record.json");
        var run = await _folder.Run("verify", "record.json", "--frame", "frame.txt");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("验证通过：DRAW-2026-001", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TellsWhatDiffers_WhenTheFrameWasEdited()
    {
        await _folder.Compute("--record", "record.json");
        _folder.Write("frame.txt", _folder.Read("frame.txt").Replace("\tX\tREPEAT-6M", "\tE\t-", StringComparison.Ordinal));
        var run = await _folder.Run("verify", "record.json", "--frame", "frame.txt", "--lang", "en");
        Assert.Equal((1, ""), (run.Status, run.Out));
        Assert.Contains("frame-root", run.Error, StringComparison.Ordinal);
        Assert.Contains("Not verified", run.Error, StringComparison.Ordinal);
        var json = Assert.Single((await _folder.Run("verify", "record.json", "--frame", "frame.txt", "--format", "json")).Json);
        Assert.False(json.GetProperty("verified").GetBoolean());
        Assert.Equal("frame-root", json.GetProperty("differences")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("91330292KYD3334955", true, "在抽样框内（第 2 行）")]
    [InlineData("91330292KYD3334956", false, "不在抽样框内")]
    public async Task Prove_ShowsWhetherATargetIsThere(string id, bool isMember, string words)
    {
        await _folder.Compute("--record", "record.json");
        var run = await _folder.Run("prove", id, "--record", "record.json", "--frame", "frame.txt");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
        var json = Assert.Single((await _folder.Run("prove", id, "--record", "record.json", "--frame", "frame.txt", "--format", "json")).Json);
        Assert.Equal(isMember, json.GetProperty("member").GetBoolean());
    }

    [Fact]
    public async Task Prove_Refuses_WhenTheRecordIsOfAnotherFrame()
    {
        await _folder.Compute("--record", "record.json");
        _folder.Write("frame.txt", "SSJ-FRAME/1\tDRAW-2026-001\t0\n");
        var run = await _folder.Run("prove", "91330292KYD3334955", "--record", "record.json", "--frame", "frame.txt");
        Assert.Equal(1, run.Status);
        Assert.Contains("frame-root", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pepper-missing", 1, "compute --frame frame.txt --rules rules.json --seed seed.txt")]
    [InlineData("pepper-mismatch", 1, "compute --frame frame.txt --rules rules.json --seed seed.txt --pepper 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("--pepper 不是 64 位", 2, "compute --frame frame.txt --rules rules.json --seed seed.txt --pepper 00")]
    [InlineData("没有文件“none.txt”", 2, "compute --frame none.txt --rules rules.json --seed seed.txt")]
    [InlineData("seed.txt:1:1 DR002", 1, "compute --frame seed.txt --rules rules.json --seed seed.txt")]
    [InlineData("不是对象编号", 2, "prove 91330292kyd3334955 --record seed.txt --frame frame.txt")]
    public async Task Draw_SaysWhatIsWrong_WithWhatItWasGiven(string words, int status, string line)
    {
        var run = await _folder.Run(line.Split(' '));
        Assert.Equal((status, ""), (run.Status, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compute_Refuses_WhatWasEditedAfterFreezing()
    {
        _folder.Write("frame.txt", _folder.Read("frame.txt").Replace("\tX\tCANCELLED", "\tE\t-", StringComparison.Ordinal));
        _folder.Write("rules.json", """{"method":"srs","n":{"A":9,"B":2,"C":4}}""");
        var run = await _folder.Compute();
        Assert.Equal(1, run.Status);
        Assert.Contains("seed-frame", run.Error, StringComparison.Ordinal);
        Assert.Contains("seed-rules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AllCores_DrawTheSame_AsOneWorker()
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, "DRAW-1", [.. Enumerable.Range(0, 60_000).Select(i => new FrameRow(string.Create(CultureInfo.InvariantCulture, $"91640425MA{i:D8}"), i % 5 == 0 ? "A" : "B", 1 + (i % 4), i % 7 != 0, i % 7 == 0 ? "SEEN" : "-"))]);
        var rules = RulesReader.Read("""{"method":"pareto","n":{"A":300,"B":20},"substitutes":5}"""u8.ToArray(), "rules.json").Rules!;
        Assert.Equal(Drawn(stream.ToArray(), rules, new OneWorker()), Drawn(stream.ToArray(), rules, new AllCores(4)), StringComparer.Ordinal);
    }

    private static string[] Drawn(byte[] frame, DrawRules rules, IWorkers workers)
    {
        var reading = Frame.Read(new MemoryStream(frame), "frame.txt", workers);
        Assert.Empty(reading.Faults);
        var draws = Draw.Run(new MemoryStream(frame), reading.Commitment!, DrawPlan.Of(rules, reading.Content, "rules.json").Strata, Digest.Of("k"u8), workers);
        return [reading.Commitment!.ToString(), .. draws.SelectMany(draw => draw.Selected.Concat(draw.Substitutes)).Select(target => target.ToString())];
    }
}
