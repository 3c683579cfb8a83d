using System.Globalization;
using System.IO.Compression;
using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Directories.DirectoryDesk;

namespace DoubleRandom.Service.Tests.Directories;

public sealed class DirectoryExportTests
{
    private const string Full = "统一社会信用代码,原注册号,名称,地址,区划代码,行业代码,经营范围,许可,标签,子名录库,状态,登记日期,信用风险等级,特殊重点领域,列入经营异常名录日期,投诉举报次数,检查日期\n" +
        $"{A},{Old},=1+1,\"+86 号, \"\"二\"\" 楼\",640425101,6210,'@SUM(A1),-,'''=x;b,重点;餐饮,停业,2020-01-02,D,是,2025-01-01,3,2024-01-01;2025-01-01\n" +
        $"{B},,<script>alert(1)</script>,,,,,,,,,,,,,,\n";

    [Theory]
    [InlineData("csv", false)]
    [InlineData("csv", true)]
    [InlineData("xlsx", false)]
    [InlineData("xlsx", true)]
    public async Task Export_ImportsAgainAsTheSame_WhateverTheCellsHold(string format, bool english)
    {
        await using var engine = await TestEngine.TinyAsync();
        Assert.Equal("+2 ~0 =0 -0 ?0", (await engine.UpdateAsync(Full)).Told());

        var file = await ExportAsync(engine, "2026-03-02", format, english);

        Assert.Equal("+0 ~0 =2 -0 ?0", (await engine.UpdateAsync(file, closes: true)).Told());
    }

    [Theory]
    [InlineData(InspectorSheet.Id, "id,personName,unit,credential,credentialTo,tags,absences,interests,capacity\nPY-1,张三,甲局,31-1,2027-01-01,食品;电梯,2026-05-01/2026-05-03,91640425MA0000001E,12\n")]
    [InlineData(ItemSheet.Id, "id,name,department,basis,method,ratio,kind,participants\nSC-1,食品检查,乙局,食品安全法 110,实地核查,5.5%,重点检查事项,甲局;丙局\n")]
    public async Task Export_RoundTrips_ForPeopleAndItemsToo(string directory, string file)
    {
        await using var engine = await TestEngine.TinyAsync();
        Assert.Equal("+1 ~0 =0 -0 ?0", (await engine.UpdateAsync(file, directory: directory)).Told());
        foreach (var format in DirectoryExport.Formats)
            Assert.Equal("+0 ~0 =1 -0 ?0", (await engine.UpdateAsync(await ExportAsync(engine, "2026-03-02", format, english: false, directory), directory: directory)).Told());
    }

    [Fact]
    public async Task Export_IsOfTheDay_WhenRowsChangedSince()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"code,name\n{A},甲店\n");
        engine.Clock.Set("2026-03-05 08:00");
        await engine.UpdateAsync($"code,name\n{A},甲商店\n{B},乙店\n");

        var lines = Encoding.UTF8.GetString((await ExportAsync(engine, "2026-03-04", "csv", english: true)).ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("\uFEFFcode,registrationNumber,name,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{A},,甲店,", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WritesNoFormula_InEitherForm()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync(Full);

        var csv = Encoding.UTF8.GetString((await ExportAsync(engine, "2026-03-02", "csv", english: true)).ToArray());
        Assert.DoesNotMatch(@"(^|,)""?[=+\-@]", csv);
        using var book = new ZipArchive(await ExportAsync(engine, "2026-03-02", "xlsx", english: true));
        using var sheet = new StreamReader(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains(">=1+1</t>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_ReadsAWorkbook_AsSpreadsheetsSaveIt()
    {
        await using var engine = await TestEngine.TinyAsync();
        // Shared and rich texts, a number before its fifteenth digit, dates by their style, an empty row, cells left out at the end, a saved formula.
        using var book = Workbook.Of(
            $"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row><row r=\"2\"/>" +
            $"<row r=\"3\"><c r=\"A3\"><v>1.10108000000016E14</v></c><c r=\"B3\" t=\"s\"><v>4</v></c><c r=\"C3\" s=\"1\"><v>43891</v></c><c r=\"D3\"><f>1+2</f><v>3</v></c></row>" +
            $"<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>{A}</t></is></c><c r=\"B4\" t=\"str\"><f>\"甲\"</f><v>甲店</v></c><c r=\"C4\" s=\"2\"><v>45717.5</v></c></row>",
            "<t>统一社会信用代码</t>", "<t>名称</t>", "<t>登记日期</t>", "<r><t>投诉</t></r><r><t>举报次数</t></r>", "<t>老店</t><rPh><t>ラオ</t></rPh>");

        Assert.Equal(("XLSX", "+2 ~0 =0 -0 ?0"), await engine.UpdateAsync(book) is var report ? (report.Encoding, report.Told()) : default);

        Assert.Equal([("老店", "2020-03-01", "3")], await ContentAsync(engine, "110108000000016"));
        Assert.Equal([("甲店", "2025-03-01", "")], await ContentAsync(engine, A));
    }

    [Fact]
    public async Task Update_NamesTheRow_WhenAWorkbookRoundedTheCode()
    {
        await using var engine = await TestEngine.TinyAsync();
        using var book = Workbook.Of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"9\"><c r=\"A9\"><v>9.1110000710931E17</v></c><c r=\"B9\" t=\"inlineStr\"><is><t>店</t></is></c></row>");
        var report = await engine.UpdateAsync(book);
        Assert.Equal(["9:code directory-code-bad"], report.Codes(), StringComparer.Ordinal);
        Assert.Contains("文本", report.Faults[0].Remedy.Zh, StringComparison.Ordinal);
    }

    private static async Task<(string, string, string)[]> ContentAsync(TestEngine engine, string code)
    {
        var row = Assert.Single(await engine.VersionsAsync(code));
        var (sheet, content) = (DirectorySheets.Of(engine.Tiny, TargetSheet.Id)!, System.Text.Json.JsonElement.Parse(row.Content));
        return [(row.Name, RowContent.Cell(content, sheet.Column("registeredOn")), RowContent.Cell(content, sheet.Column("complaints")))];
    }

    private static async Task<MemoryStream> ExportAsync(TestEngine engine, string on, string format, bool english, string directory = TargetSheet.Id)
    {
        var file = new MemoryStream();
        await engine.Get<DirectoryExport>().WriteAsync(engine.Tiny, directory, DateOnly.Parse(on, CultureInfo.InvariantCulture), format, english, file, default);
        file.Position = 0;
        return file;
    }
}
