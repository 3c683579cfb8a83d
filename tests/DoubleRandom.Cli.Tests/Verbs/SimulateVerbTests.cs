using System.Diagnostics;

namespace DoubleRandom.Cli.Tests.Verbs;

public class SimulateVerbTests
{
    private static readonly string[] Order = ["simulate", "sample", "--packs", Repository.SamplePacks, "--from", "2026-01-01", "--to", "2026-01-31", "--seed", "5"];

    [Fact]
    public async Task Simulate_GivesTheSameBytes_InAnotherZoneAndCulture()
    {
        var here = await CommandRun.Of([.. Order, "--format", "json"]);
        Assert.Equal((0, ""), (here.Status, here.Error));
        Assert.Equal(here.Out, await ElsewhereAsync([.. Order, "--format", "json"]), StringComparer.Ordinal);
        Assert.Equal("summary", here.Json[^1].GetProperty("kind").GetString());
        Assert.Contains(here.Json, line => line.GetProperty("kind").GetString() is "task");
        var times = here.Json.SkipLast(1).Select(line => line.GetProperty("at").GetString()!).ToArray();
        Assert.Equal(times.Order(StringComparer.Ordinal), times, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("zh", "各单位", "没有命令被拒")]
    [InlineData("en", "Units", "No command refused")]
    public async Task Simulate_ShowsTables_InTheLanguage(string language, string units, string nothing)
    {
        var run = await CommandRun.Of([.. Order, "--lang", language]);
        Assert.Equal(0, run.Status);
        Assert.Contains(units, run.Out, StringComparison.Ordinal);
        Assert.Contains(nothing, run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_EndsWithFindings_WhenAStepIsBlocked()
    {
        var run = await WithAsync("""{ "$schema": "schemas/behaviour.schema.json", "exceptions": [{ "workflow": "visit", "step": "check", "content": { "no-such-field": 1 } }] }""");
        Assert.Equal(1, run.Status);
        Assert.Contains("blocked", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_IsRefusedWithTheLine_WhenTheBehaviourIsWrong()
    {
        var run = await WithAsync("{ \"$schema\": \"schemas/behaviour.schema.json\",\n  \"exceptions\": [{ \"unit\": \"polcie\" }] }");
        Assert.Equal(2, run.Status);
        Assert.Contains(":2:", run.Error, StringComparison.Ordinal);
        Assert.Contains("police", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed", "x")]
    [InlineData("--to", "2025-12-31")]
    [InlineData("--behaviour", "nowhere.json")]
    public async Task Simulate_IsRefused_WhenAnOptionIsWrong(string option, string value)
    {
        string[] words = Order.Contains(option, StringComparer.Ordinal) ? [.. Order.Select((word, i) => i > 0 && string.Equals(Order[i - 1], option, StringComparison.Ordinal) ? value : word)] : [.. Order, option, value];
        var run = await CommandRun.Of(words);
        Assert.Equal(2, run.Status);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    private static async Task<CommandRun> WithAsync(string behaviour)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, behaviour);
            return await CommandRun.Of([.. Order, "--behaviour", file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> ElsewhereAsync(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "doublerandom.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = ("America/St_Johns", "ar_SA.UTF-8", "ar_SA.UTF-8");
        using var program = Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return output;
    }
}
