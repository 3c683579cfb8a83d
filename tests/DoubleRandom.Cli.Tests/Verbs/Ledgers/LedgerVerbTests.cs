using System.Net.Http.Json;

namespace DoubleRandom.Cli.Tests.Verbs.Ledgers;

/// <summary>The public chain by command: verified at the server that publishes it, taken out, verified offline, and tampered with.</summary>
public sealed class LedgerVerbTests : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-ledger-").FullName;

    public LedgerVerbTests()
    {
        // Root's database runs as another user, who has to enter the folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, (UnixFileMode)0b111_101_101);
    }

    private string Data => Path.Combine(_top, "data");

    private string Out => Path.Combine(_top, "out");

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public async Task Ledger_IsTakenOutAndVerified_HereAndAtTheServer()
    {
        await using (var server = await StartedServer.OnAsync(Data))
        {
            await PublishAsync(server.Url);
            var online = await CommandRun.Of("ledger", "verify", $"{server.Url.TrimEnd('/')}/public/640425-pengyang", "--format", "json");
            Assert.True(online.Status == 0, online.Error);
            Assert.Equal(2, Assert.Single(online.Json).GetProperty("links").GetInt32());
            Assert.True((await ExportAsync()).Status == 0);
        }

        var offline = await CommandRun.Of("ledger", "verify", Out, "--format", "json");
        Assert.True(offline.Status == 0, offline.Error);
        Assert.Equal(1, offline.Json[0].GetProperty("heads").GetInt32());
        var again = await ExportAsync(); // From the database itself, now that no server holds it.
        Assert.True(again.Status == 0, again.Error);
        Assert.Equal(1, (await CommandRun.Of("ledger", "verify", Out, "--key", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE")).Status);
        await TamperAsync();
        var tampered = await CommandRun.Of("ledger", "verify", Out, "--lang", "en");
        Assert.Equal(1, tampered.Status);
        Assert.Contains("ledger-content", tampered.Error, StringComparison.Ordinal);
        Assert.Contains("1 differences", tampered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SaysWhatToWrite_WhenThereIsNoChain()
    {
        Assert.Equal(2, (await CommandRun.Of("ledger", "verify", Path.Combine(_top, "nowhere"))).Status);
        Assert.Equal(2, (await CommandRun.Of("ledger", "verify", _top)).Status);
        Assert.Equal(2, (await CommandRun.Of("ledger", "verify", "http://127.0.0.1:9/public/x")).Status);
    }

    private Task<CommandRun> ExportAsync() => CommandRun.Of("ledger", "export", "--jurisdiction", "pengyang", "--data", Data, "--out", Out);

    private async Task TamperAsync()
    {
        var path = Path.Combine(Out, "ledger.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("第一号通报", "第二号通报", StringComparison.Ordinal));
    }

    private static async Task PublishAsync(string server)
    {
        using var client = new HttpClient { BaseAddress = new(server) };
        foreach (var act in new[] { "publish", "correct" })
            await DoneAsync(client.PostAsJsonAsync("/api/v1/jurisdictions/pengyang/statements", new { kind = "circular", key = "c-1", act, title = act is "publish" ? "第一号通报" : "更正后的通报", body = new { text = act }, reason = act is "correct" ? "错字" : null, by = "办公室" }));
        await DoneAsync(client.PostAsync("/api/v1/jurisdictions/pengyang/ledger/heads", null));
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
