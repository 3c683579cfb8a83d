using System.Text.RegularExpressions;

namespace DoubleRandom.Cli.Tests.Verbs;

public partial class NewVerbTests
{
    private const string Folder = "610429-xunyi";

    public static TheoryData<string> Bases
    {
        get
        {
            var all = Directory.GetDirectories(Path.Combine(Repository.Root, "workflows"), "_*").Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal).ToArray();
            return [.. all, string.Join(',', all.Where(folder => folder is not "_base-national"))];
        }
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task New_ValidatesExactlyToItsBlanks_ThenValidates_WhenTheyAreFilled(string bases)
    {
        using var packs = new PackCopy();
        Assert.Equal(0, (await New(packs, bases)).Status);
        var files = Directory.GetFiles(packs.PathOf("workflows", Folder));
        Assert.True(files.Sum(file => File.ReadLines(file).Count()) < 60);

        var drafted = await CommandRun.In(packs.Root, "", "validate", Folder, "--format", "json");
        var blanks = files.Sum(file => Blank().Count(File.ReadAllText(file)));
        Assert.Equal(1, drafted.Status);
        Assert.All(drafted.Json.SkipLast(1), fault => Assert.Equal("BL001", fault.GetProperty("code").GetString()));
        Assert.Equal(blanks, drafted.Lines.Count - 1);

        foreach (var file in files)
            await File.WriteAllTextAsync(file, Blank().Replace(await File.ReadAllTextAsync(file), "旬邑"));
        var filled = await CommandRun.In(packs.Root, "", "validate", Folder);
        Assert.True(filled.Status == 0, filled.Out);
        Assert.Contains("2026-11-30", (await CommandRun.In(packs.Root, "", "plan", "xunyi", "--from", "2026-01-01", "--to", "2026-12-31")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_OverwritesNothing_WhenTheFolderIsThere()
    {
        using var packs = new PackCopy();
        await New(packs);
        await File.WriteAllTextAsync(packs.PathOf("workflows", Folder, "forms.json"), "mine");
        Assert.Equal(2, (await New(packs)).Status);
        Assert.Equal("mine", await File.ReadAllTextAsync(packs.PathOf("workflows", Folder, "forms.json")));
    }

    [Theory]
    [InlineData("610000-shaanxi", "province", "100000")]
    [InlineData("610400-xianyang", "city", "610000")]
    [InlineData("610429-xunyi", "county", "610400")]
    [InlineData("610429100-town", "township", "610429")]
    [InlineData("610429100001-village", "township", "610429100")]
    public async Task Level_FollowsTheCode_WhenDrafted(string name, string level, string parent)
    {
        using var packs = new PackCopy();
        await CommandRun.In(packs.Root, "", "new", name, "--from", "_base-national");
        var text = await File.ReadAllTextAsync(packs.PathOf("workflows", name, "jurisdiction.json"));
        Assert.Contains($"\"level\": \"{level}\", \"parent\": \"{parent}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_NamesTheBases_WhenOneIsUnknown()
    {
        using var packs = new PackCopy();
        var run = await New(packs, "_base-national,_base-inspektion");
        Assert.Equal(2, run.Status);
        Assert.Contains("_base-inspection", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(packs.PathOf("workflows", Folder)));
    }

    private static Task<CommandRun> New(PackCopy packs, string bases = "_base-national") => CommandRun.In(packs.Root, "", "new", Folder, "--from", bases);

    [GeneratedRegex("【填写[^】]*】", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
