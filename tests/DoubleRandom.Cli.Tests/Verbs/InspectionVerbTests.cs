using System.IO.Compression;

namespace DoubleRandom.Cli.Tests.Verbs;

public class InspectionVerbTests(RunningSample sample) : IClassFixture<RunningSample>
{
    [Fact]
    public async Task Archive_IsVerifiedOffline_AndToldWhenItWasChanged()
    {
        var instance = await sample.DispatchedAsync("A-1");
        var saved = await sample.AskAsync("archive", "export", "--task", $"{instance}", "--out", "a.zip");
        Assert.Equal((0, ""), (saved.Status, saved.Out));
        var good = await CommandRun.In(Path.GetDirectoryName(sample.PathOf("a.zip"))!, "", "archive", "verify", "a.zip");
        Assert.Equal(0, good.Status);
        Assert.Contains("核对通过：任务 A-1", good.Out, StringComparison.Ordinal);

        File.Copy(sample.PathOf("a.zip"), sample.PathOf("b.zip"));
        await using (var zip = await ZipFile.OpenAsync(sample.PathOf("b.zip"), ZipArchiveMode.Update))
        await using (var journal = await zip.GetEntry("task/journal.jsonl")!.OpenAsync())
            journal.WriteByte((byte)'[');
        var bad = await CommandRun.In(Path.GetDirectoryName(sample.PathOf("b.zip"))!, "", "archive", "verify", "b.zip", "--format", "json");
        Assert.Equal(1, bad.Status);
        Assert.False(Assert.Single(bad.Json).GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task List_AsksForATaskOrAJurisdiction()
    {
        Assert.Equal((0, "没有检查对象\n"), await AskAsync("inspection", "list", "--jurisdiction", "sample"));
        Assert.Equal((0, "no inspections\n"), await AskAsync("inspection", "list", "--task", "1", "--lang", "en"));
        Assert.Equal(2, (await AskAsync("inspection", "list")).Status);
        Assert.Equal(2, (await AskAsync("inspection", "show", "1", "none")).Status);
        Assert.Equal(2, (await AskAsync("archive", "export", "--task", "99999", "--out", "c.zip")).Status);
        Assert.False(File.Exists(sample.PathOf("c.zip")));
    }

    [Fact]
    public async Task Report_OfAYear_IsSaved()
    {
        var saved = await sample.AskAsync("inspection", "report", "--jurisdiction", "sample", "--year", "2026", "--out", "year.csv", "--lang", "en");
        Assert.Equal(0, saved.Status);
        Assert.Contains("Department,Tasks led", await File.ReadAllTextAsync(sample.PathOf("year.csv")), StringComparison.Ordinal);
        Assert.Equal(2, (await AskAsync("inspection", "report", "--year", "2026", "--out", "none.docx")).Status);
    }

    private async Task<(int Status, string Out)> AskAsync(params string[] words) => await sample.AskAsync(words) is var run ? (run.Status, run.Out) : default;
}
