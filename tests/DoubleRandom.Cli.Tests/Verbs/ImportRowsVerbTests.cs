using System.Text;

namespace DoubleRandom.Cli.Tests.Verbs;

/// <summary>Directories of inspection by command: into a private cluster of its own, and by the server that holds it.</summary>
public sealed class ImportRowsVerbTests : IDisposable
{
    private const string Good = "统一社会信用代码,名称\n91640425MA0000001E,甲店\n91640425MA0000002H,=乙店\n";
    private readonly string _top = Directory.CreateTempSubdirectory("doublerandom-rows-").FullName;

    public ImportRowsVerbTests()
    {
        // Root's database runs as another user, who has to enter the folder.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_top, (UnixFileMode)0b111_101_101);
    }

    private string Data => Path.Combine(_top, "data");

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public async Task Directory_GoesInAndOut_HereAndAtTheServer()
    {
        var preview = await ImportAsync(Good, "--preview");
        Assert.True(preview.Status == 0, preview.Error);
        Assert.Equal(["+ 91640425MA0000001E 甲店", "+ 91640425MA0000002H =乙店", "彭阳县 检查对象名录库（UTF-8，2 行）：将会新增 2，变更 0，移出 0，不变 0"], preview.Lines);
        Assert.Contains("已新增 2", (await ImportAsync(Good)).Out, StringComparison.Ordinal);
        var again = await ImportAsync(Good, "--format", "json");
        Assert.Equal((0, 2), (Assert.Single(again.Json).GetProperty("added").GetInt32(), again.Json[0].GetProperty("same").GetInt32()));

        await using var server = await StartedServer.OnAsync(Data);
        Assert.Contains("变更 1，移出 1", (await ImportAsync("code,name\n91640425MA0000001E,甲商店\n", "--close-missing")).Out, StringComparison.Ordinal);
        foreach (var (name, start) in new[] { ("out.csv", "统一社会信用代码,"), ("out.xlsx", "PK") })
        {
            var path = Path.Combine(_top, name);
            var written = await CommandRun.Of("export", "targets", "--jurisdiction", "pengyang", "--data", Data, "--out", path);
            Assert.True(written.Status == 0, written.Error);
            Assert.StartsWith(start, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
            var back = await CommandRun.Of("import", "targets", path, "--jurisdiction", "pengyang", "--server", server.Url, "--format", "json");
            Assert.True(back.Status == 0, back.Error);
            Assert.Equal((0, 0, 1), (back.Json[0].GetProperty("added").GetInt32(), back.Json[0].GetProperty("changed").GetInt32(), back.Json[0].GetProperty("same").GetInt32()));
        }

        var wrong = await ImportAsync("code,name\n91640425ma0000001e,\n");
        Assert.Equal(1, wrong.Status);
        Assert.Contains("第 2 行 code：代码写法不规范：小写字母。应写作“91640425MA0000001E”", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("第 2 行 name：名称为空", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_LeavesTheOldFile_WhenItCannotBeWritten()
    {
        var path = Path.Combine(_top, "old.csv");
        await File.WriteAllTextAsync(path, "old");
        var run = await CommandRun.Of("export", "targets", "--jurisdiction", "pengyang", "--server", "http://127.0.0.1:9", "--out", path);
        Assert.Equal(2, run.Status);
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.False(File.Exists(path + ".part"));
    }

    [Theory]
    [InlineData("没有文件", "import", "targets", "nowhere.csv", "--jurisdiction", "pengyang")]
    [InlineData("--jurisdiction", "import", "items", "README.md")]
    [InlineData("--out", "export", "items", "--jurisdiction", "pengyang")]
    public async Task Command_SaysWhatIsMissing_WhenItIsNotWhole(string said, params string[] words)
    {
        var run = await CommandRun.Of(words);
        Assert.Equal(2, run.Status);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private async Task<CommandRun> ImportAsync(string text, params string[] more)
    {
        var path = Path.Combine(_top, "targets.csv");
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false));
        return await CommandRun.Of(["import", "targets", path, "--jurisdiction", "pengyang", "--data", Data, .. more]);
    }
}
