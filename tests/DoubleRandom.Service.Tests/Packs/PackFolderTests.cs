using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;
using Folders = System.IO.Directory;

namespace DoubleRandom.Service.Tests.Packs;

public sealed class PackFolderTests : IDisposable
{
    private readonly string _root = Folders.CreateTempSubdirectory("packs-").FullName;

    [Fact]
    public void Read_StopsOneByteOverTheLimit_WhenAFileHas50Megabytes()
    {
        using (var file = File.Create(Path.Combine(Folder("workflows", "640499-sample"), "obligations.json")))
            file.SetLength(50_000_000);

        var read = Assert.Single(PackFolder.Read(_root).Files);

        Assert.Equal(PackFile.MaxBytes + 1, read.Content.Length);
        Assert.Contains(PackCompiler.Compile(new([read]), "640499-sample").Diagnostics, fault => fault.Code is "SY001" && string.Equals(fault.Place.File, read.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FindsPacksRulesAndTemplates_ByForwardSlashedPath()
    {
        File.WriteAllText(Path.Combine(Folder("workflows", "640499-sample", "templates"), "reminder.zh.hbs"), "x");
        File.WriteAllText(Path.Combine(Folder("workflows", "640499-sample"), "notes.txt"), "x");
        File.WriteAllText(Path.Combine(Folder("rules", "calendars"), "cn.json"), "{}");

        Assert.Equal(["rules/calendars/cn.json", "workflows/640499-sample/templates/reminder.zh.hbs"], PackFolder.Read(_root).Files.Select(file => file.Path), StringComparer.Ordinal);
    }

    [Fact]
    public void Read_SaysWhatToDo_WhenThereAreNoPacks()
    {
        var said = Assert.Throws<DirectoryNotFoundException>(() => PackFolder.Read(_root)).Message;

        Assert.Contains("workflows 文件夹", said, StringComparison.Ordinal);
        Assert.Contains("--packs", said, StringComparison.Ordinal);
    }

    public void Dispose() => Folders.Delete(_root, recursive: true);

    private string Folder(params string[] parts) => Folders.CreateDirectory(Path.Combine([_root, .. parts])).FullName;
}
