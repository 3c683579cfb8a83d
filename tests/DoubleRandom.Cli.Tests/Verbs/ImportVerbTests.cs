using DoubleRandom.Store.Cluster;

namespace DoubleRandom.Cli.Tests.Verbs;

/// <summary>A server on a private cluster of its own, which is all that a second program may not open.</summary>
public sealed class ImportVerbTests : IAsyncLifetime, IDisposable
{
    private const string Good = "unit,name,function\neducation,马某,liaison\npolice,丁某,leader\n";
    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-import-").FullName;

    private string Data => Path.Combine(_top, "data");

    public Task InitializeAsync()
    {
        // Root's database runs as another user, who has to enter the folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, (UnixFileMode)0b111_101_101);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public async Task Import_GoesToTheServer_WhenItHoldsTheFolder()
    {
        var file = await FileAsync(Good);
        await using (var server = await StartedServer.OnAsync(Data))
        {
            var sent = await ImportAsync(file, "--format", "json");
            Assert.True(sent.Status == 0, sent.Out + sent.Error);
            Assert.Equal(2, Assert.Single(sent.Json).GetProperty("people").GetInt32());
            var named = await ImportAsync(file, "--server", server.Url);
            Assert.True(named.Status == 0, named.Error);
            Assert.Contains("2 人", named.Out, StringComparison.Ordinal);
        }

        // The server is gone and its address with it: the file goes into the folder itself.
        var alone = await ImportAsync(file);
        Assert.True(alone.Status == 0, alone.Error);
    }

    [Fact]
    public async Task Import_SaysSo_WhenTheHolderIsNoServer()
    {
        await using var held = await Store.Database.OpenAsync(new() { DataFolder = Data }, TimeProvider.System);
        await File.WriteAllTextAsync(Path.Combine(Data, "server-address"), "1 http://127.0.0.1:9");
        var run = await ImportAsync(await FileAsync(Good));
        Assert.Equal(2, run.Status);
        Assert.Contains("正由另一个程序", run.Error, StringComparison.Ordinal);

        FolderHolder.Announce(Data, new("http://127.0.0.1:9"));
        var silent = await ImportAsync(await FileAsync(Good));
        Assert.Equal(2, silent.Status);
        Assert.Contains("http://127.0.0.1:9/ 没有正常应答", silent.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.168.1.10:5080")]
    [InlineData("https://county.example")]
    [InlineData("5080")]
    public async Task Server_IsRefused_WhenItIsNotThisMachine(string address)
    {
        var run = await ImportAsync(await FileAsync(Good), "--server", address);
        Assert.Equal(2, run.Status);
        Assert.Contains("127.0.0.1:5080", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> ImportAsync(string file, params string[] more) => CommandRun.Of(["import", "directory", file, "--jurisdiction", "pengyang", "--data", Data, .. more]);

    private async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(_top, "people.csv");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
