using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs.Draws;

public class DrawMatchVerbTests
{
    private const string Key = "7f71ba1725f90d96095e7fed27a0b4e43baccf4ca36aedb1240e5631db67502e";

    public static TheoryData<string> Cases => Repository.Cases("matches.json");

    private static JsonElement Vectors { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "cases", "draws", "_vectors", "matching.json"))).RootElement.GetProperty("matching");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Match_Answers_AsTheCaseSays(string text)
    {
        var item = JsonDocument.Parse(text).RootElement;
        var (run, then) = (await Match(item.GetProperty("given").GetRawText(), "--format", "json"), item.GetProperty("then"));
        if (then.TryGetProperty("refused", out var refused))
        {
            Assert.Equal(2, run.Status);
            Assert.Contains(refused.GetString()!, run.Error, StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }
        else if (then.TryGetProperty("bottlenecks", out var bottlenecks))
            Narrow(bottlenecks, run);
        else
            Filled(then, run);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Match_GivesTheVector_InItsOwnFieldNames(int number)
    {
        var vector = Vectors[number];
        var run = await Match(vector.GetRawText(), "--format", "json");
        var answer = Assert.Single(run.Json);
        Assert.Equal(vector.GetProperty("result").ValueKind == JsonValueKind.Null ? 1 : 0, run.Status);
        Assert.True(JsonElement.DeepEquals(vector.GetProperty("result"), answer.GetProperty("result")));
        Assert.True(JsonElement.DeepEquals(vector.GetProperty("objective"), answer.GetProperty("objective")));
    }

    [Theory]
    [InlineData("zh", "检查人员（按名额）", "缺 1 个")]
    [InlineData("en", "inspectors, slot by slot", "1 too few")]
    public async Task Match_PrintsTeamsOrTheBottleneck_ForPeople(string language, string heading, string shortage)
    {
        var good = await Match(Vectors[0].GetRawText(), "--lang", language);
        Assert.Equal(0, good.Status);
        Assert.Contains(heading, good.Out, StringComparison.Ordinal);
        Assert.Contains("INSP2  INSP4", good.Out, StringComparison.Ordinal);
        Assert.Contains("357639488287438", good.Out, StringComparison.Ordinal);
        var bad = await Match(Vectors[3].GetRawText(), "--lang", language);
        Assert.Equal(1, bad.Status);
        Assert.Contains(shortage, bad.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7F71BA1725F90D96095E7FED27A0B4E43BACCF4CA36AEDB1240E5631DB67502E")]
    [InlineData("7f71")]
    public async Task Match_IsRefused_WhenTheKeyIsNone(string key)
    {
        var run = await CommandRun.Of("draw", "match", "--input", "nowhere.json", "--key", key);
        Assert.Equal(2, run.Status);
        Assert.Contains("--key", run.Error, StringComparison.Ordinal);
    }

    private static void Filled(JsonElement then, CommandRun run)
    {
        Assert.Equal((0, ""), (run.Status, run.Error));
        var answer = Assert.Single(run.Json);
        if (then.TryGetProperty("result", out var result))
            Assert.True(JsonElement.DeepEquals(result, answer.GetProperty("result")), answer.GetRawText());
        if (then.TryGetProperty("filled", out var filled))
            Assert.Equal(
                filled.EnumerateArray().Select(id => id.GetString()),
                answer.GetProperty("result").EnumerateObject().Select(slot => slot.Value.GetString()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        if (then.TryGetProperty("sum_sq_load", out var squares))
            Assert.Equal(squares.GetInt32(), answer.GetProperty("objective").GetProperty("sum_sq_load").GetInt32());
    }

    private static void Narrow(JsonElement expected, CommandRun run)
    {
        Assert.Equal((1, ""), (run.Status, run.Error));
        var answer = Assert.Single(run.Json);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("result").ValueKind);
        var told = answer.GetProperty("bottlenecks");
        Assert.Equal(expected.GetArrayLength(), told.GetArrayLength());
        foreach (var (one, found) in expected.EnumerateArray().Zip(told.EnumerateArray()))
        {
            foreach (var key in (string[])["slots", "cap", "missing"])
                Assert.True(JsonElement.DeepEquals(one.GetProperty(key), found.GetProperty(key)), found.GetRawText());
            Assert.Contains(one.GetProperty("says").GetString()!, found.GetProperty("words").GetProperty("zh").GetString(), StringComparison.Ordinal);
            Assert.Contains(one.GetProperty("reasons").GetString()!, found.GetProperty("reasons").GetProperty("zh").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(found.GetProperty("words").GetProperty("en").GetString()!);
        }
    }

    private static async Task<CommandRun> Match(string input, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, input);
            return await CommandRun.Of(["draw", "match", "--input", file, "--key", Key, .. more]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
