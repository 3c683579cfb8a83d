using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Inspections.InspectedCounty;

namespace DoubleRandom.Service.Tests.Inspections;

public sealed class InspectionReportsTests
{
    [Fact]
    public async Task Task_IsReportedWithTheFieldsOfThePlan_AsADocument()
    {
        await using var county = await InspectedAsync();
        var text = await DocumentAsync(county, "zh");
        foreach (var field in new[] { "抽查时间", "检查对象数量", "抽查内容", "发现的问题", "处理意见和建议" })
            Assert.Contains(field, text, StringComparer.Ordinal);
        Assert.Contains("应查 2 户，已查 2 户，其中发现问题 1 户", text, StringComparer.Ordinal);
        Assert.Contains("<b>一车&未年检</b>", text, StringComparer.Ordinal);
        Assert.Contains("Number of targets", await DocumentAsync(county, "en"), StringComparer.Ordinal);
        Assert.Equal(await BytesAsync(county, "docx"), await BytesAsync(county, "docx"));
    }

    [Fact]
    public async Task Task_IsReportedAsATable_InWhichNothingIsAFormula()
    {
        await using var county = await InspectedAsync("=HYPERLINK(\"http://x\")");
        var lines = Encoding.UTF8.GetString(await BytesAsync(county, "csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("检查对象代码,名称,检查日期,部门,抽查事项", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("'=HYPERLINK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=", StringComparison.Ordinal) || line.Contains(",\"=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Year_CountsEachDepartment_AndPublicationInTime()
    {
        await using var county = await InspectedAsync();
        await county.FinishAsync("feed-back", content: """{"findings":"一车","answers-for":true}""", by: Road, item: Other);
        await county.CompileAsync(null, Shop);
        await county.GiveAsync("publish", (run, version) => new WorkflowCommand.Published(run, "P-1") { Version = version });
        using var file = new MemoryStream();
        await county.Engine.Get<InspectionReports>().BetweenAsync(county.Pack, new(2024, 1, 1), new(2024, 12, 31), "csv", "zh", file, default);
        var rows = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        var columns = rows[0].Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        string Of(string unit, string column) => rows.Single(row => string.Equals(row[0], unit, StringComparison.Ordinal))[columns[column]];
        Assert.Equal(["1", "0", "2", "0"], new[] { "牵头任务", "参与任务", "检查对象", "发现问题" }.Select(column => Of("县市场监管局", column)), StringComparer.Ordinal);
        Assert.Equal(["0", "1", "2", "1"], new[] { "牵头任务", "参与任务", "检查对象", "发现问题" }.Select(column => Of("县交通运输局", column)), StringComparer.Ordinal);
        Assert.Equal(["1", "2", "1", "1", "1"], new[] { "牵头任务", "检查对象", "发现问题", "发现问题已责令改正", "按期公示" }.Select(column => Of("合计", column)), StringComparer.Ordinal);
        using var none = new MemoryStream();
        await county.Engine.Get<InspectionReports>().BetweenAsync(county.Pack, new(2023, 1, 1), new(2023, 12, 31), "csv", "zh", none, default);
        Assert.Equal(2, Encoding.UTF8.GetString(none.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Archive_HoldsEverythingOfTheTask_AndIsTheSameEachTime()
    {
        await using var county = await InspectedAsync();
        var archive = await ArchiveAsync(county);
        Assert.Equal(archive, await ArchiveAsync(county));
        Assert.Empty(ArchiveBundle.Differences(new MemoryStream(archive), out var manifest));
        Assert.Equal(("T-18", 10, "running"), (manifest!.Subject, manifest.Retention!.Years, manifest.Status));
        Assert.NotNull(manifest.Retention.Local);
        var paths = manifest.Files.Select(file => file.Path).ToArray();
        Assert.Contains($"inspections/00001-{Shop}/files/{HashOf(Signed)}.png", paths, StringComparer.Ordinal);
        Assert.Contains($"inspections/00001-{Shop}/records/{Other}-001.json", paths, StringComparer.Ordinal);
        Assert.Contains($"inspections/00001-{Shop}/results/001.json", paths, StringComparer.Ordinal);
        Assert.Contains("report/report.docx", paths, StringComparer.Ordinal);
        Assert.Contains("task/journal.jsonl", paths, StringComparer.Ordinal);
        Assert.Contains(paths, path => path.StartsWith("task/forms/", StringComparison.Ordinal) && path.Contains("visit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Archive_IsNotVerified_WhenAnythingInItWasChanged()
    {
        await using var county = await InspectedAsync();
        var archive = await ArchiveAsync(county);
        Assert.Contains("不符", Assert.Single(Differences(archive, zip => Put(zip, "task/journal.jsonl", "{}"))).Zh, StringComparison.Ordinal);
        Assert.Contains("缺少", Assert.Single(Differences(archive, zip => zip.GetEntry("report/report.csv")!.Delete())).Zh, StringComparison.Ordinal);
        Assert.Contains("清单中没有", Assert.Single(Differences(archive, zip => Put(zip, "extra.txt", "x"))).Zh, StringComparison.Ordinal);
        Assert.Contains("manifest.json", Assert.Single(Differences(archive, zip => zip.GetEntry("manifest.json")!.Delete())).Zh, StringComparison.Ordinal);
        Assert.Contains("损坏", Assert.Single(ArchiveBundle.Differences(new MemoryStream(archive[..(archive.Length / 2)]), out _)).Zh, StringComparison.Ordinal);
    }

    private static async Task<InspectedCounty> InspectedAsync(string found = "<b>一车&未年检</b>")
    {
        var county = await AtVisitsAsync();
        await county.AnswerAsync(Shop, "corrected", found);
        await county.AnswerAsync(Garage);
        return county;
    }

    private static async Task<byte[]> BytesAsync(InspectedCounty county, string format, string language = "zh")
    {
        using var file = new MemoryStream();
        Assert.True(await county.Engine.Get<InspectionReports>().TaskAsync(county.Task, format, language, file, default));
        return file.ToArray();
    }

    /// <summary>The paragraphs of the document, which must be sound XML.</summary>
    private static async Task<IReadOnlyList<string>> DocumentAsync(InspectedCounty county, string language)
    {
        await using var zip = new ZipArchive(new MemoryStream(await BytesAsync(county, "docx", language)));
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(part).Descendants(word + "p").Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(text => text.Value)))];
    }

    private static async Task<byte[]> ArchiveAsync(InspectedCounty county)
    {
        using var file = new MemoryStream();
        Assert.True(await county.Engine.Get<InspectionArchive>().WriteAsync(county.Task, file, default));
        return file.ToArray();
    }

    private static IReadOnlyList<Core.Bilingual> Differences(byte[] archive, Action<ZipArchive> change)
    {
        using var file = new MemoryStream();
        file.Write(archive);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        file.Position = 0;
        return ArchiveBundle.Differences(file, out _);
    }

    private static void Put(ZipArchive zip, string path, string text)
    {
        zip.GetEntry(path)?.Delete();
        using var stream = zip.CreateEntry(path).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
