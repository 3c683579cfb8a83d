using System.Globalization;
using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Packs;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class DirectoryPageTests(PagesFixture pages)
{
    private const string Folder = "640425-pengyang";
    private const string A = "91640425MA0000001E";
    private const string Old = "640425200000016";

    [Fact]
    public async Task Directory_IsSearchedAndTurned_InARealBrowser()
    {
        await FillAsync();
        await using var visit = await pages.VisitAsync("/directories");
        Assert.Contains("检查对象名录库", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.GoAsync($"/directories/{Folder}/targets");
        Assert.Equal(50, await visit.Page.Locator("table.directory tbody tr").CountAsync());
        await visit.Page.ClickAsync("a[rel=next]");
        Assert.Equal(13, await visit.Page.Locator("table.directory tbody tr").CountAsync());

        await visit.Page.FillAsync("#q", "兴旺餐饮");
        await visit.SendAsync("form[role=search] button");
        Assert.Equal(A, await visit.TextAsync("table.directory tbody th"));
        Assert.Equal(1, await visit.Page.Locator("table.directory tbody tr").CountAsync());
        await visit.Page.FillAsync("#q", "店");
        await visit.SendAsync("form[role=search] button");
        Assert.Contains("至少写两个字", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.GoAsync($"/directories/{Folder}/targets?q=92640425&class=D&lang=en");
        Assert.Contains("Credit-risk class", await visit.TextAsync("main"), StringComparison.Ordinal);
        Assert.All(await visit.Page.Locator("table.directory tbody tr td:nth-child(5)").AllInnerTextsAsync(), risk => Assert.Equal("class D", risk));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Row_TellsItsHistory_WithTheNumberBeforeItsCode()
    {
        await FillAsync();
        await using var visit = await pages.VisitAsync($"/directories/{Folder}/targets/{A}");
        var text = await visit.TextAsync("main");
        Assert.Contains("彭阳县兴旺餐饮店<b>", text, StringComparison.Ordinal);
        Assert.Contains(Old, text, StringComparison.Ordinal);
        Assert.Contains("B类 → C类", text, StringComparison.Ordinal);
        Assert.Contains("列入名录库", text, StringComparison.Ordinal);
        Assert.Equal(["B", "C"], await visit.Page.Locator(".classes .mark").AllInnerTextsAsync());
        Assert.Equal(0, await visit.Page.Locator("main b").CountAsync());
        await visit.GoAsync($"/directories/{Folder}/targets/nothing");
        Assert.Equal(404, visit.Status);
    }

    [Fact]
    public async Task Inspectors_AreListedByPseudonym_AndNamedOnTheirOwnPageOnly()
    {
        await FillAsync();
        await using var visit = await pages.VisitAsync($"/directories/{Folder}/inspectors");
        Assert.DoesNotContain("张三", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("table.directory tbody a");
        Assert.Contains("张三", await visit.TextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("仅内部可见", await visit.TextAsync("main"), StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        var day = pages.Clock.Now;
        var rows = string.Concat(Enumerable.Range(1, 62).Select(i => string.Create(CultureInfo.InvariantCulture, $"{CodeOf(i)},,第{i}号小店,64042510{i % 5},{"ABCD"[i % 4]}\n")));
        await UpdateAsync(TargetSheet.Id, $"code,registrationNumber,name,area,creditRiskClass\n{Old},,彭阳县兴旺餐饮店<b>,640425101,B\n{rows}", ignoreFaults: true);
        pages.Clock.Now = day.AddDays(3);
        await UpdateAsync(TargetSheet.Id, $"code,registrationNumber,name,area,creditRiskClass\n{A},{Old},彭阳县兴旺餐饮店<b>,640425101,C\n");
        await UpdateAsync(InspectorSheet.Id, "id,personName,unit,credential,credentialTo,tags\nPY-001,张三,education,ZJ-1,2027-12-31,食品;电梯\n");
        pages.Clock.Now = day;
    }

    private async Task UpdateAsync(string directory, string file, bool ignoreFaults = false)
    {
        var report = await pages.Service<DirectoryUpdate>().RunAsync(pages.Service<RunningPacks>().Of(Folder)!, new(directory, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(file)), null, default);
        // The tests share a database: the old number has its code already when another test came first.
        Assert.True(ignoreFaults || report.Faults.Count == 0, string.Join('\n', report.Faults));
    }

    private static string CodeOf(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"92640425MA{number:0000000}");
        return body + CreditCode.CheckOf(body);
    }
}
