using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs;

public class DecideVerbTests
{
    [Fact]
    public async Task Decide_TellsRowsValuesAndPlace_WhenDecided()
    {
        var run = await Decide("ratio", """{ "target": { "creditRiskClass": "B", "complaints": 4 } }""", "--format", "json");
        Assert.Equal(0, run.Status);
        var decision = Assert.Single(run.Json);
        Assert.Equal("true", decision.GetProperty("outcome").GetString());
        Assert.Equal(40, decision.GetProperty("outputs")[0].GetProperty("value").GetDecimal());
        var reason = decision.GetProperty("reasons")[0];
        Assert.Equal("complained", reason.GetProperty("rule").GetString());
        Assert.Equal("B", reason.GetProperty("seen").GetProperty("target.creditRiskClass").GetString());
        Assert.Equal("rules/_base-sample/ratio.rules.json", reason.GetProperty("file").GetString());
        Assert.Equal("_base-sample", reason.GetProperty("layer").GetString());
        Assert.Equal("样例", reason.GetProperty("local").GetProperty("zh").GetString());
    }

    [Theory]
    [InlineData("zh", "本地：样例", "_base-sample")]
    [InlineData("en", "local: a sample", "_base-sample")]
    public async Task Decide_PrintsBasisAndLayer_OfWhatFired(string language, string basis, string layer)
    {
        var run = await Decide("ratio", """{ "target": { "creditRiskClass": "D" } }""", "--lang", language);
        Assert.Equal(0, run.Status);
        Assert.Contains(basis, run.Out, StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.TrimEnd().EndsWith($" {layer}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decide_PrintsTheCountysLayerAndArticle_WhenItOverridesARow()
    {
        using var packs = new PackCopy(Repository.SamplePacks);
        await File.WriteAllTextAsync(
            packs.PathOf("rules", "640499-sample", "ratio.rules.json"),
            """{ "$schema": "../../schemas/rules.schema.json", "id": "ratio", "table": { "inputs": [], "outputs": [], "rows": [{ "id": "bad", "basis": "plan 三：每年", "then": [60, "class D"] }] }, "tests": [{ "name": "D", "given": { "target.creditRiskClass": "D" }, "then": { "outputs": { "ratio": 60 } } }] }""");
        packs.Edit("workflows/640499-sample/jurisdiction.json", "\"obligation:half-year-report\"", "\"obligation:half-year-report\", \"rules:ratio\"");
        var run = await Decide("ratio", """{ "target.creditRiskClass": "D" }""", "--packs", packs.Root, "--format", "json");
        Assert.Equal(0, run.Status);
        var reason = run.Json[0].GetProperty("reasons")[0];
        Assert.Equal(("640499-sample", "plan", "三", "每年"), (reason.GetProperty("layer").GetString(), reason.GetProperty("document").GetString(), reason.GetProperty("article").GetString(), reason.GetProperty("quote").GetString()));
    }

    [Fact]
    public async Task Decide_NamesWhatIsMissing_WhenUndetermined()
    {
        var run = await Decide("ratio", """{ "对象": { "信用风险等级": "B类" } }""");
        Assert.Equal(1, run.Status);
        Assert.Contains("无法判定", run.Out, StringComparison.Ordinal);
        Assert.Contains("对象.投诉举报次数", run.Out, StringComparison.Ordinal);
        var json = await Decide("ratio", """{ "target": { "creditRiskClass": "B" } }""", "--format", "json");
        Assert.Equal(JsonValueKind.Null, json.Json[0].GetProperty("reasons")[0].GetProperty("seen").GetProperty("target.complaints").ValueKind);
        Assert.Equal("target.complaints", json.Json[0].GetProperty("why").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Decide_SaysTheSameInEnglish_WhenAsked()
    {
        var run = await Decide("fitness", """{ "today": "2026-03-02", "inspector": { "credentialValidTo": "2026-01-01", "yearsOfService": 3 } }""", "--lang", "en");
        Assert.Equal(0, run.Status);
        Assert.Contains("does not hold", run.Out, StringComparison.Ordinal);
        Assert.Contains("Fit = unfit", run.Out, StringComparison.Ordinal);
        Assert.Contains("证件 2026-01-01 已过期", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratoi", "{}", "ratio")]
    [InlineData("ratio", """{ "target": { "creditRiskClas": "B" } }""", "target.creditRiskClass")]
    [InlineData("ratio", """{ "target": """, "JSON")]
    public async Task Decide_IsRefused_WhenSetOrFactsAreWrong(string set, string facts, string says)
    {
        var run = await Decide(set, facts);
        Assert.Equal(2, run.Status);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private static async Task<CommandRun> Decide(string set, string facts, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, facts);
            string[] packs = more.Contains("--packs", StringComparer.Ordinal) ? [] : ["--packs", Repository.SamplePacks];
            return await CommandRun.Of(["decide", "sample", set, "--facts", file, .. packs, .. more]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
