using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs;

public class ValidateVerbTests
{
    [Fact]
    public async Task Validate_IsGood_WhenAllPacksAreSound()
    {
        var run = await CommandRun.Of("validate", "--format", "json");
        Assert.True(run.Status == 0, run.Out);
        var packs = run.Json.Where(line => line.GetProperty("kind").GetString() is "pack").ToArray();
        Assert.Equal(PackCopy.Folders(Repository.Root), packs.Select(pack => pack.GetProperty("pack").GetString()), StringComparer.Ordinal);
        Assert.All(packs, pack => Assert.True(pack.GetProperty("valid").GetBoolean()));
        Assert.All(packs.Where(pack => !pack.GetProperty("base").GetBoolean()), Counts);
    }

    [Fact]
    public async Task Diagnostic_NamesPlaceProblemAndRemedy_WhenAUnitIsUnknown()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/140827-yuanqu/obligations.json", "\"units\": [\"leading-group-office\"] }, \"when\": { \"yearly", "\"units\": [\"leading-group-ofice\"] }, \"when\": { \"yearly");
        var run = await CommandRun.In(packs.Root, "", "validate", "yuanqu", "--format", "json");
        Assert.Equal(1, run.Status);
        var fault = run.Json.First(line => line.GetProperty("kind").GetString() is "diagnostic");
        Assert.Equal("140827-yuanqu", fault.GetProperty("pack").GetString());
        Assert.Equal("error", fault.GetProperty("severity").GetString());
        Assert.Equal("workflows/140827-yuanqu/obligations.json", fault.GetProperty("file").GetString());
        Assert.Equal("/obligations/0", fault.GetProperty("pointer").GetString());
        Assert.True(fault.GetProperty("line").GetInt32() > 1);
        Assert.Contains("leading-group-ofice", fault.GetProperty("problem").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains("leading-group-office", fault.GetProperty("remedy").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.False(run.Json[^1].GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Template_IsAFault_WhenItUsesAnUnknownVariable()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/_base-national/templates/reminder.zh.hbs", "{{unit}}", "{{unti}}");
        var run = await CommandRun.In(packs.Root, "", "validate");
        Assert.Equal(1, run.Status);
        Assert.Contains("TP001", run.Out, StringComparison.Ordinal);
        Assert.Contains("workflows/_base-national/templates/reminder.zh.hbs:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaseFault_IsToldOnce_WhenManyPacksStandOnIt()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/_base-national/jurisdiction.json", "\"kind\": \"behind\"", "\"kind\": \"behnd\"");
        var run = await CommandRun.In(packs.Root, "", "validate");
        Assert.Equal(1, run.Status);
        var told = run.Lines.Where(line => line.Contains("SC005", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(StringComparer.Ordinal), told, StringComparer.Ordinal);
    }

    [Fact]
    public async Task BasePack_IsCheckedAlone_WhenNothingUsesIt()
    {
        using var packs = new PackCopy();
        Directory.CreateDirectory(packs.PathOf("workflows", "_base-province"));
        await File.WriteAllTextAsync(packs.PathOf("workflows", "_base-province", "jurisdiction.json"), "{ \"$schema\": \"../../schemas/jurisdiction.schema.json\", \"id\": \"base-province\", \"nam\": 1 }");
        var run = await CommandRun.In(packs.Root, "", "validate", "_base-province");
        Assert.Equal(1, run.Status);
        Assert.Contains("SC003", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workflows/445200-jieyang")]
    [InlineData("workflows/445200-jieyang/")]
    [InlineData("jieyang")]
    [InlineData("445200")]
    [InlineData("445200-jieyang")]
    public async Task Path_MeansOnePack_WhenNamedAnyWay(string path)
    {
        var run = await CommandRun.Of("validate", path, "--format", "json");
        Assert.Equal("445200-jieyang", Assert.Single(run.Json).GetProperty("pack").GetString());
    }

    [Fact]
    public async Task Path_MeansAnotherRoot_WhenItHoldsWorkflows()
    {
        using var packs = new PackCopy();
        packs.Remove("445200-jieyang");
        Assert.Equal(PackCopy.Folders(packs.Root).Length, (await CommandRun.Of("validate", packs.Root, "--format", "json")).Lines.Count);
    }

    [Fact]
    public async Task Verbose_ListsWhatIsMissing_WhenDemandsAreNotEncoded()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/640425-pengyang/jurisdiction.json", "\"form:credit-listing\", \"directory:targets\"] }", "\"form:credit-listing\"], \"notEncoded\": { \"zh\": \"等级在别处\", \"en\": \"The class is kept elsewhere\" } }");
        var folder = packs.PathOf("workflows", "640425-pengyang");

        var run = await CommandRun.Of("validate", folder, "--verbose");

        Assert.Contains("PY-13", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("PY-13", (await CommandRun.Of("validate", folder)).Out, StringComparison.Ordinal);
    }

    /// <summary>The pack folders under a root, in the order in which they are told.</summary>
    private static void Counts(JsonElement pack)
    {
        var coverage = pack.GetProperty("coverage");
        int Of(string key) => coverage.GetProperty(key).GetInt32();
        Assert.Equal(Of("total"), Of("carried") + Of("partly") + Of("notEncoded"));
        Assert.Equal(Math.Round(100m * Of("carried") / Of("total"), 1, MidpointRounding.ToZero), coverage.GetProperty("percent").GetDecimal());
        Assert.True(pack.GetProperty("tests").GetInt32() > 0);
        Assert.Matches("^[0-9a-f]{64}$", pack.GetProperty("contentHash").GetString());
    }
}
