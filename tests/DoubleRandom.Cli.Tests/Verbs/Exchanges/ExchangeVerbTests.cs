using System.Net.Http.Json;
using System.Text;

namespace DoubleRandom.Cli.Tests.Verbs.Exchanges;

/// <summary>A platform's file by command: taken out of the server, and its receipt brought back.</summary>
public sealed class ExchangeVerbTests : IDisposable
{
    private static readonly string[] Profile = ["--jurisdiction", "pengyang", "--profile", "provincial-results"];
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-exchange-").FullName;

    public ExchangeVerbTests()
    {
        // Root's database runs as another user, who has to enter the folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, (UnixFileMode)0b111_101_101);
    }

    private string Data => Path.Combine(_top, "data");

    private string Out => Path.Combine(_top, "out.csv");

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public async Task Exchange_TakesResultsOut_AndBringsTheReceiptBack()
    {
        await using var server = await StartedServer.OnAsync(Data);
        await PublishAsync(server.Url);
        var out1 = await ExportAsync();
        Assert.True(out1.Status == 0, out1.Error);
        var lines = (await File.ReadAllTextAsync(Out, Gb18030)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        var receipt = Path.Combine(_top, "back.csv");
        await File.WriteAllTextAsync(receipt, $"{lines[0]},接收状态,平台编号\n{lines[1]},成功,NX-7\n", Gb18030);
        var taken = await ReceiptAsync(receipt, "--format", "json");
        Assert.True(taken.Status == 0, taken.Error);
        Assert.Equal(1, Assert.Single(taken.Json).GetProperty("taken").GetInt32());
        Assert.Contains("此前已接收 1 条", (await ReceiptAsync(receipt)).Out, StringComparison.Ordinal);
        await File.WriteAllTextAsync(receipt, "a\n1\n");
        var wrong = await ReceiptAsync(receipt);
        Assert.Equal(1, wrong.Status);
        Assert.Contains("接收状态", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_LeavesTheOldFileAlone_WhenItIsRefused()
    {
        await using var server = await StartedServer.OnAsync(Data);
        await File.WriteAllTextAsync(Out, "old");
        var run = await CommandRun.Of("exchange", "export", "--jurisdiction", "pengyang", "--profile", "nowhere", "--data", Data, "--out", Out);
        Assert.NotEqual(0, run.Status);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(Out));
        Assert.Single(Directory.EnumerateFiles(_top, "out*"));
    }

    private Task<CommandRun> ExportAsync() => CommandRun.Of(["exchange", "export", .. Profile, "--data", Data, "--out", Out]);

    private Task<CommandRun> ReceiptAsync(string file, params string[] more) => CommandRun.Of(["exchange", "receipt", file, .. Profile, "--data", Data, "--by", "马科", "--by-unit", "market-regulation", .. more]);

    private static async Task PublishAsync(string server)
    {
        using var client = new HttpClient { BaseAddress = new(server) };
        var body = new { task = "18", target = new { code = "91640425MA0000001E", name = "兴旺餐饮店" }, departments = new[] { new { unit = "market-regulation", items = new[] { new { item = "公示信息", category = "no-problem" } } } } };
        using var answer = await client.PostAsJsonAsync("/api/v1/jurisdictions/pengyang/statements", new { kind = "result", key = "task-18/91640425MA0000001E", act = "publish", title = "兴旺餐饮店 检查结果", body, by = "办公室" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
