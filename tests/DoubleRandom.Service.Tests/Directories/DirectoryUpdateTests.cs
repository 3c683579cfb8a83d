using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Directories.DirectoryDesk;

namespace DoubleRandom.Service.Tests.Directories;

public sealed class DirectoryUpdateTests
{
    [Fact]
    public async Task Update_KeepsEveryVersion_SoThatAnyDayCanBeRebuilt()
    {
        await using var engine = await TestEngine.TinyAsync();
        Assert.Equal("+2 ~0 =0 -0 ?0", (await engine.UpdateAsync($"code,name\n{A},甲店\n{B},乙店\n")).Told());
        engine.Clock.Set("2026-03-05 08:00");
        Assert.Equal("+1 ~1 =0 -0 ?1", (await engine.UpdateAsync($"code,name,status\n{B},乙店,停业\n{C},丙店,\n")).Told());
        engine.Clock.Set("2026-03-08 08:00");
        Assert.Equal("+0 ~0 =1 -2 ?0", (await engine.UpdateAsync($"code,name\n{A},甲店\n", closes: true)).Told());
        engine.Clock.Set("2026-03-09 08:00");
        Assert.Equal("+1 ~0 =0 -0 ?1", (await engine.UpdateAsync($"code,name\n{C},丙店\n")).Told());

        Assert.Empty(await engine.AsOfAsync("2026-03-01"));
        Assert.Equal([$"{A} 甲店 active", $"{B} 乙店 active"], await engine.AsOfAsync("2026-03-04"));
        Assert.Equal([$"{A} 甲店 active", $"{B} 乙店 suspended", $"{C} 丙店 active"], await engine.AsOfAsync("2026-03-05"));
        Assert.Equal([$"{A} 甲店 active"], await engine.AsOfAsync("2026-03-08"));
        Assert.Equal([$"{A} 甲店 active", $"{C} 丙店 active"], await engine.AsOfAsync("2026-03-09"));
        Assert.Equal(["2026-03-05/2026-03-08", "2026-03-09/"], (await engine.VersionsAsync(C)).Select(row => $"{row.ValidFrom:yyyy-MM-dd}/{row.ValidTo:yyyy-MM-dd}"), StringComparer.Ordinal);
        Assert.Equal(4, await engine.AskAsync<int>("select count(*) from audit_entry where action = 'directory.updated'"));
    }

    [Fact]
    public async Task Update_KeepsBothVersions_WhenARowChangesTwiceOnADay()
    {
        await using var engine = await TestEngine.TinyAsync();
        var first = await engine.UpdateAsync($"code,name\n{A},甲店\n");
        await engine.UpdateAsync($"code,name\n{A},甲商店\n");

        Assert.Equal([$"{A} 甲商店 active"], await engine.AsOfAsync("2026-03-02"));
        Assert.Equal(["甲店", "甲商店"], (await engine.VersionsAsync(A)).Select(row => row.Name), StringComparer.Ordinal);
        await using var connection = await engine.Database.Source.OpenConnectionAsync();
        var then = await Store.Directories.DirectoryQueries.AfterImportAsync(connection, Targets, first.Import!.Value).ToListAsync();
        Assert.Equal("甲店", Assert.Single(then).Name);
    }

    [Theory]
    [InlineData($"统一社会信用代码,名称,投诉举报次数\n{A},甲店,3\n{B},乙店,\n")]
    [InlineData($"complaints,name,code\n,乙店,{B}\n3.0, 甲店 ,{A}\n")]
    public async Task Update_ChangesNothing_WhenTheFileSaysTheSame(string same)
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"统一社会信用代码,名称,投诉举报次数\n{A},甲店,3\n{B},乙店,\n");

        var again = await engine.UpdateAsync(same);

        Assert.Equal(("+0 ~0 =2 -0 ?0", null), (again.Told(), again.Import));
        Assert.Equal(1, await engine.AskAsync<int>("select count(*) from directory_import"));
    }

    [Fact]
    public async Task Update_ShowsWhatItWouldDo_WhenAskedForAPreview()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"code,name\n{A},甲店\n{B},乙店\n");

        var preview = await engine.UpdateAsync($"code,name,status\n{B},乙商店,停业\n{C},丙店,\n", isPreview: true, closes: true);

        Assert.Equal(("+1 ~1 =0 -1 ?0", true, null), (preview.Told(), preview.IsPreview, preview.Import));
        Assert.Equal(["added " + C, "changed " + B, "missing " + A], preview.Samples.Select(sample => $"{sample.Kind} {sample.Code}"), StringComparer.Ordinal);
        Assert.Equal(["name: 乙店 → 乙商店", "status: active → suspended"], preview.Samples[1].Values.Select(value => $"{value.Column}: {value.Before} → {value.After}"), StringComparer.Ordinal);
        Assert.Equal([$"{A} 甲店 active", $"{B} 乙店 active"], await engine.AsOfAsync("2026-03-02"));
    }

    [Fact]
    public async Task Update_HidesWhoAPersonIs_WhenAskedForAPreview()
    {
        await using var engine = await TestEngine.TinyAsync();
        var preview = await engine.UpdateAsync("id,personName,unit,credential,credentialTo\nPY-1,张三,甲局,31-0001,2027-01-01\n", isPreview: true, directory: InspectorSheet.Id);
        Assert.Equal(["id=PY-1", "personName=***", "kind=officer", "unit=alpha", "credential=***", "credentialTo=2027-01-01"], Assert.Single(preview.Samples).Values.Select(value => $"{value.Column}={value.After}"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Update_NamesEveryFault_AndChangesNothing()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"code,name\n{A},甲店\n");

        var report = await engine.UpdateAsync($"code,name,status\n{A},甲商店,\n{B},,\n\n{C},丙店,关门\n{C.ToLowerInvariant()},丙店,\n{A},再来,\n{C},\"丙\"x,\n{C},丙店\n");

        Assert.Equal(
            ["3:name directory-cell-empty", "5:status directory-choice-unknown", "6:code directory-code-bad", "7:code directory-code-twice", "8: directory-quotes", "9: directory-cell-count"],
            report.Codes(), StringComparer.Ordinal);
        Assert.Contains(C, report.Faults[2].Remedy.En, StringComparison.Ordinal);
        Assert.Equal([$"{A} 甲店 active"], await engine.AsOfAsync("2026-03-02"));
    }

    [Fact]
    public async Task Update_LinksTheOldNumber_WhenTheFileSaysWhoseItWas()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"code,name\n{Old},老店\n");
        engine.Clock.Set("2026-03-05 08:00");

        Assert.Equal("+0 ~1 =0 -0 ?0", (await engine.UpdateAsync($"code,registrationNumber,name\n{A},{Old},老店\n", closes: true)).Told());

        Assert.Equal([$"{A} 老店 active"], await engine.AsOfAsync("2026-03-05"));
        Assert.Equal([Old, A], (await engine.VersionsAsync(A)).Select(row => row.Code), StringComparer.Ordinal);
        Assert.Equal("+0 ~0 =1 -0 ?0", (await engine.UpdateAsync($"code,registrationNumber,name\n{A},{Old},老店\n", closes: true)).Told());
        var late = await engine.UpdateAsync($"code,name\n{Old},老店\n");
        Assert.Equal(["2:code directory-number-replaced"], late.Codes(), StringComparer.Ordinal);
        Assert.Contains(A, Assert.Single(late.Faults).Remedy.Zh, StringComparison.Ordinal);
        Assert.Equal(["2:registrationNumber directory-number-taken"], (await engine.UpdateAsync($"code,registrationNumber,name\n{B},{Old},乙店\n")).Codes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Update_RefusesTwoCodes_WhenTheyAreOfOneNumber()
    {
        await using var engine = await TestEngine.TinyAsync();
        var report = await engine.UpdateAsync($"code,registrationNumber,name\n{A},{Old},甲\n{B},{Old},乙\n{Old},,丙\n");
        Assert.Equal(["3:registrationNumber directory-number-twice", "4:code directory-number-replaced", "4:code directory-number-replaced"], report.Codes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Update_ReadsWhatSpreadsheetsSave_InEitherEncoding()
    {
        await using var engine = await TestEngine.TinyAsync();
        var text = $"统一社会信用代码,名称\r\n{A},𠮷祥饭店\r\n";
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        Assert.Equal("GB18030", (await engine.UpdateAsync(new MemoryStream(gb.GetBytes(text)))).Encoding);
        Assert.Equal([$"{A} 𠮷祥饭店 active"], await engine.AsOfAsync("2026-03-02"));
        var marked = await engine.UpdateAsync(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(("UTF-8", "+0 ~0 =1 -0 ?0"), (marked.Encoding, marked.Told()));
    }

    [Theory]
    [InlineData("unknown column", "code,name,电邮\n", "1: directory-column-unknown")]
    [InlineData("misspelt column", "code,nane\n", "1: directory-column-unknown")]
    [InlineData("missing column", "code,status\n", "1:name directory-column-missing")]
    [InlineData("column twice", "code,name,名称\n", "1:name directory-column-twice")]
    [InlineData("only a heading", "code,name\n", "0: directory-empty")]
    [InlineData("nothing", "", "0: directory-empty")]
    [InlineData("NUL", "code,name\n91640425MA0000001E,甲\0店\n", "2: directory-nul")]
    public async Task Update_IsRefused_WhenTheFileIsWrong(string why, string file, string fault)
    {
        await using var engine = await TestEngine.TinyAsync();
        Assert.Equal($"{why}: {fault}", $"{why}: {string.Join(", ", (await engine.UpdateAsync(file)).Codes())}");
    }

    [Fact]
    public async Task Update_IsRefused_WhenTheEncodingIsNone()
    {
        await using var engine = await TestEngine.TinyAsync();
        Assert.Equal(["0: directory-encoding"], (await engine.UpdateAsync(new MemoryStream(Encoding.Unicode.GetBytes("\uFEFFcode,name\n")))).Codes(), StringComparer.Ordinal);
        Assert.Equal(["0: directory-encoding"], (await engine.UpdateAsync(new MemoryStream([.. "code,name\n"u8, 0xFF, 0xFF, 0x0A]))).Codes(), StringComparer.Ordinal);
        Assert.Equal(["0: directory-old-workbook"], (await engine.UpdateAsync(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))).Codes(), StringComparer.Ordinal);
        Assert.Equal(["0: directory-workbook-broken"], (await engine.UpdateAsync(new MemoryStream([.. "PK\u0003\u0004"u8, .. new byte[100]]))).Codes(), StringComparer.Ordinal);
    }
}
