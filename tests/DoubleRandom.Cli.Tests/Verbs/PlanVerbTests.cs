using System.Text.Json;

namespace DoubleRandom.Cli.Tests.Verbs;

public class PlanVerbTests
{
    public static TheoryData<string> Answers { get; } = Repository.Cases("worked-answers.json");

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Plan_GivesTheWorkedAnswer_WhenAskedInJson(string @case)
    {
        using var document = JsonDocument.Parse(@case);
        var (given, then) = (document.RootElement.GetProperty("given"), document.RootElement.GetProperty("then"));
        var run = await Run(given, "--format", "json");
        Assert.Equal(0, run.Status);
        var due = run.Json.Where(line => line.TryGetProperty("dueOn", out _))
            .GroupBy(line => line.GetProperty("dueOn").GetString()!, StringComparer.Ordinal)
            .ToDictionary(day => day.Key, day => day.Count(), StringComparer.Ordinal);
        Assert.Equal(then.GetProperty("due").EnumerateObject().ToDictionary(day => day.Name, day => day.Value.GetInt32(), StringComparer.Ordinal), due);
        if (then.TryGetProperty("notPlanned", out var why))
        {
            Assert.Contains(run.Json, line => line.TryGetProperty("notPlanned", out var gap) && gap.GetProperty("text").GetProperty("zh").GetString()!.Contains(why.GetString()!, StringComparison.Ordinal));
            Assert.Contains(why.GetString()!, (await Run(given)).Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_HasThePromisedKeysInOrder_WhenADeadlineIsPlanned()
    {
        var line = (await CommandRun.Of("plan", "pengyang", "--from", "2024-05-15", "--to", "2024-05-15", "--format", "json")).Json[0];
        string[] promised = ["jurisdiction", "obligation", "unit", "period", "opensOn", "dueOn", "strength", "provisional", "basis", "ladder"];
        Assert.Equal(promised, line.EnumerateObject().Take(promised.Length).Select(member => member.Name), StringComparer.Ordinal);
        Assert.Equal("640425-pengyang", line.GetProperty("jurisdiction").GetString());
        Assert.Equal("2024-N1", line.GetProperty("period").GetString());
        Assert.Equal("must", line.GetProperty("strength").GetString());
        Assert.Equal(["document", "article"], line.GetProperty("basis").EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.All(line.GetProperty("ladder").EnumerateArray(), rung =>
            Assert.Equal(["kind", "on", "audience"], rung.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Json_KeepsChineseReadable_WhenNamesAreWritten() =>
        Assert.Contains("县发展改革局", (await CommandRun.Of("plan", "pengyang", "--from", "2024-05-15", "--to", "2024-05-15", "--format", "json")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Plan_MarksHistory_WhenSeenFromALaterDay()
    {
        var run = await CommandRun.Of("plan", "pengyang", "--from", "2024-01-01", "--to", "2024-12-31", "--obligation", "half-year-report", "--as-of", "2024-06-01", "--format", "json");
        Assert.All(run.Json.Where(line => line.TryGetProperty("dueOn", out _)), line =>
            Assert.Equal(line.GetProperty("dueOn").GetString() is "2024-05-15", line.GetProperty("history").GetBoolean()));
    }

    [Fact]
    public async Task Plan_KeepsToOneUnit_WhenNamedInChinese()
    {
        var run = await CommandRun.Of("plan", "pengyang", "--from", "2024-05-01", "--to", "2024-05-31", "--unit", "县公安局", "--format", "json");
        Assert.Equal("police", Assert.Single(run.Json, line => line.TryGetProperty("unit", out _)).GetProperty("unit").GetString());
    }

    [Fact]
    public async Task Table_IsEnglish_WhenAskedFor()
    {
        var run = await CommandRun.Of("plan", "yuanqu", "--from", "2026-01-01", "--to", "2026-12-31", "--lang", "en");
        Assert.Contains("Yuanqu County", run.Out, StringComparison.Ordinal);
        Assert.Contains("Annual summary", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OpensInASpreadsheet_WhenItHasAMarkAndNoFormulas()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/140827-yuanqu/jurisdiction.json", "\"县交通运输局\"", "\"=HYPERLINK(1)\"");
        var run = await CommandRun.In(packs.Root, "", "plan", "yuanqu", "--from", "2026-03-01", "--to", "2026-03-31", "--format", "csv");
        Assert.StartsWith("\uFEFFjurisdiction,obligation,", run.Out, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK(1)", run.Out, StringComparison.Ordinal);
        Assert.Contains("liaison.changed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ics_HasOneEventPerDeadline_WhenWritten()
    {
        var run = await CommandRun.Of("plan", "pengyang", "--from", "2024-05-15", "--to", "2024-05-15", "--format", "ics");
        Assert.Equal(13, run.Lines.Count(line => line.TrimEnd() is "BEGIN:VEVENT"));
        Assert.Contains("DTSTART;VALUE=DATE:20240515", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_Refuses_WhenThePackIsBroken()
    {
        using var packs = new PackCopy();
        packs.Edit("workflows/140827-yuanqu/obligations.json", "\"to\": \"office\"", "\"to\": \"ofice\"");
        var run = await CommandRun.In(packs.Root, "", "plan", "yuanqu", "--from", "2026-01-01", "--to", "2026-12-31");
        Assert.Equal(1, run.Status);
        Assert.Contains("doublerandom validate 140827-yuanqu", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("[{\"event\":\"result.produced\",\"on\":\"2026-09-18\"},\n{\"event\":\"result.poduced\",\"on\":\"2026-09-18\"}]", "第 2 行", "result.produced")]
    [InlineData("{\"event\":\"result.produced\",\"on\":\"2026-09-18\"}\n\n{\"event\":\"result.produced\",\"on\":\"2026-02-30\"}", "第 3 行", "2026-02-30")]
    [InlineData("{\"event\":\"result.produced\",\"date\":\"2026-09-18\"}", "第 1 行", "date")]
    [InlineData("{\"event\":\"result.produced\",\"on\":\"2026-09-18\",\"unit\":\"trnsport\"}", "第 1 行", "transport")]
    [InlineData("{\"on\":\"2026-09-18\"}", "第 1 行", "event")]
    [InlineData("{broken", "第 1 行", "JSON")]
    public async Task Events_AreRefusedByLine_WhenOneIsWrong(string content, string line, string about)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content);
        var run = await CommandRun.Of("plan", "jieyang", "--from", "2026-01-01", "--to", "2026-12-31", "--events", file);
        File.Delete(file);
        Assert.Equal(2, run.Status);
        Assert.Contains(line, run.Error, StringComparison.Ordinal);
        Assert.Contains(about, run.Error, StringComparison.Ordinal);
    }

    private static async Task<CommandRun> Run(JsonElement given, params string[] more)
    {
        string[] words = [.. given.GetProperty("words").GetString()!.Split(' '), .. more];
        if (!given.TryGetProperty("events", out var events))
            return await CommandRun.Of(words);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, events.GetString());
        var run = await CommandRun.Of([.. words, "--events", file]);
        File.Delete(file);
        return run;
    }
}
