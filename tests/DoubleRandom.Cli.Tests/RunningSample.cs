using DoubleRandom.Web;

namespace DoubleRandom.Cli.Tests;

/// <summary>A server on a private cluster of its own, in which the joint check of tests/cases/web can be run; commands find it by its data folder.</summary>
public sealed class RunningSample : IAsyncLifetime
{
    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-running-").FullName;
    private readonly PackCopy _packs = new(Repository.SamplePacks);
    private RunningServer? _server;

    public string Url => _server!.Url;

    public string Data => Path.Combine(_top, "data");

    public async Task InitializeAsync()
    {
        // Root's database runs as another user, who has to enter the folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, (UnixFileMode)0b111_101_101);
        var own = Path.Combine(Repository.Root, "tests", "cases", "web", "workflows", "640499-sample");
        foreach (var file in Directory.EnumerateFiles(own))
            File.Copy(file, _packs.PathOf("workflows", "640499-sample", Path.GetFileName(file)));
        _server = await Server.BuildAsync(new() { Port = 0, PacksRoot = _packs.Root, DataFolder = Data }, CancellationToken.None);
        await _server.App.StartAsync();
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddSeconds(60);
        while (!(await client.GetAsync($"{Url}/api/v1/jurisdictions/sample/workflows/joint")).IsSuccessStatusCode)
        {
            Assert.True(DateTime.UtcNow < until, "the packs were not taken in");
            await Task.Delay(100);
        }
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _packs.Dispose();
        Directory.Delete(_top, recursive: true);
    }

    /// <summary>A path for a file of a test's own.</summary>
    public string PathOf(string name) => Path.Combine(_top, name);

    /// <summary>Runs a command against the server.</summary>
    internal Task<CommandRun> AskAsync(params string[] words) => CommandRun.In(_top, "", [.. words, "--data", Data]);

    /// <summary>Runs a command by somebody of a unit, which must succeed; its receipt.</summary>
    internal async Task<System.Text.Json.JsonElement> DoAsync(string unit, params string[] words)
    {
        var run = await AskAsync([.. words, "--by", unit is "bureau" ? "王办" : "李警", "--by-unit", unit, "--format", "json"]);
        Assert.True(run.Status == 0, run.Out + run.Error);
        return Assert.Single(run.Json);
    }

    /// <summary>A joint check that waits for the police to accept; its number.</summary>
    internal async Task<long> DispatchedAsync(string subject)
    {
        var started = await DoAsync("bureau", "workflow", "start", "sample", "joint", "--subject", subject, "--lists", "participants=police");
        var plan = PathOf($"{subject}.json");
        await File.WriteAllTextAsync(plan, """{"title":"方案","targets":3}""");
        var instance = started.GetProperty("instance").GetInt64();
        await DoAsync("bureau", "task", "do", $"{instance}/1", "--content", plan);
        return instance;
    }
}
