using System.Text.Json;
using DoubleRandom.Core.Publication;
using DoubleRandom.Web.Tests.Pages;

namespace DoubleRandom.Web.Tests.Publication;

[Collection(PublicPagesCollection.Name)]
public class PublicPageTests(PublicPagesFixture pages)
{
    private const string Address = PublicPagesFixture.Address;

    public static TheoryData<string> All =>
        ["/public", Address, $"{Address}/punctuality", .. StatementWords.AllKinds.Select(kind => $"{Address}/{kind.Word()}"), $"{Address}/draw/2026-3", $"{Address}/result/task-18/corrected", $"{Address}/result/{PublicPagesFixture.Withheld}"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_StaysAtHomeAndFitsAPhone_InBothLanguages(string path)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            await using var visit = await pages.VisitAsync($"{path}?lang={language}");
            Assert.Equal(200, visit.Status);
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, url => Assert.Equal("127.0.0.1", new Uri(url).Host));
            Assert.Equal(0, await visit.Page.Locator("a[href^='/deadlines'], a[href='/tasks'], a[href='/audit']").CountAsync()); // Nothing of the staff's.
            await visit.Page.SetViewportSizeAsync(390, 844);
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        }
    }

    [Fact]
    public async Task Results_AreSearchedAndTurned_InARealBrowser()
    {
        await using var visit = await pages.VisitAsync($"{Address}/result");
        Assert.Equal(50, await visit.Page.Locator(".public-table tbody tr").CountAsync());
        await visit.Page.ClickAsync("a[rel=next]");
        Assert.InRange(await visit.Page.Locator(".public-table tbody tr").CountAsync(), 10, 20);
        await visit.Page.FillAsync("#q", "第42号");
        await visit.Page.Locator(".public-table tbody tr").Nth(1).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(["彭阳县第42号小店"], await visit.Page.Locator(".public-table tbody th").AllInnerTextsAsync());
        await visit.GoAsync($"{Address}/result?q={PublicPagesFixture.CodeOf(7).ToLowerInvariant()}");
        Assert.Equal(["彭阳县第7号小店"], await visit.Page.Locator(".public-table tbody th").AllInnerTextsAsync());
        await visit.GoAsync($"{Address}/result?q=店");
        Assert.Contains("至少写两个字", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.GoAsync($"{Address}/result?q=保密工厂");
        Assert.Contains("没有符合条件的公示", await visit.TextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Names_AreText_WhenTheyTryToBeMarkup()
    {
        await using var visit = await pages.VisitAsync($"{Address}/result/task-18/script");
        Assert.Equal(PublicPagesFixture.Script, (await visit.TextAsync("h1")).Trim());
        Assert.NotEqual("x", await visit.Page.TitleAsync(), StringComparer.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("main script").CountAsync());
        await visit.GoAsync($"{Address}/result?q=<script>");
        Assert.Equal([PublicPagesFixture.Script], await visit.Page.Locator(".public-table tbody th").AllInnerTextsAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Record_TellsThatItWasCorrected_WithReasonAndEarlierVersion()
    {
        await using var visit = await pages.VisitAsync($"{Address}/result/task-18/corrected");
        Assert.Contains("录入时选错结果", await visit.TextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("未发现问题", await visit.TextAsync(".statement"), StringComparison.Ordinal);
        await visit.GoAsync($"{Address}/result/task-18/corrected?version=1");
        Assert.Contains("较早的版本", await visit.TextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain("未发现问题", await visit.TextAsync(".statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_TellsThatItWasWithdrawn_AndNoLongerWhatItSaid()
    {
        await using var visit = await pages.VisitAsync($"{Address}/result/task-18/withdrawn");
        var text = await visit.TextAsync("main");
        Assert.Contains("对象不属于本县", text, StringComparison.Ordinal);
        Assert.Contains("2026-04-02", text, StringComparison.Ordinal);
        Assert.DoesNotContain("严重", text, StringComparison.Ordinal);
        await visit.GoAsync($"{Address}/result/task-18/withdrawn?version=1");
        Assert.Equal(404, visit.Status);
    }

    [Fact]
    public async Task Withheld_TellsItsGroundAndNothingElse_OnEveryWay()
    {
        using var client = new HttpClient { BaseAddress = new(pages.Root) };
        var key = PublicPagesFixture.Withheld;
        var record = JsonDocument.Parse(await client.GetStringAsync($"{Address}/result/{key}?format=json")).RootElement;
        Assert.Equal(["kind", "key", "state", "ground"], record.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        string[] answers =
        [
            await client.GetStringAsync($"{Address}/result/{key}"), await client.GetStringAsync($"{Address}/result/{key}?version=1"), await client.GetStringAsync($"{Address}/data/result.json"),
            await client.GetStringAsync($"{Address}/data/result.csv"), await client.GetStringAsync($"{Address}/feed.atom"), await client.GetStringAsync($"{Address}/ledger.json"),
        ];
        Assert.All(answers, answer => Assert.Contains(PublicPagesFixture.Ground, answer, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.DoesNotContain("保密工厂", answer, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.DoesNotContain("内情", answer, StringComparison.Ordinal));
        await using var visit = await pages.VisitAsync($"{Address}/result/{key}");
        Assert.Equal($"该记录依法不予公开\n法律依据: {PublicPagesFixture.Ground}", string.Join('\n', (await visit.TextAsync("main")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    [Fact]
    public async Task SealedDraw_ShowsItsCommitments_AndFilesToBeSaved()
    {
        await using var visit = await pages.VisitAsync($"{Address}/draw/2026-3");
        var text = await visit.TextAsync("main");
        Assert.Contains("名单保密", text, StringComparison.Ordinal);
        Assert.Contains(new string('d', 64), text, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new(pages.Root) };
        Assert.Equal(PublicPagesFixture.Frame, await client.GetByteArrayAsync($"{Address}/draw/2026-3?version=1&file=frame.txt"));
        using var page = await client.GetAsync($"{Address}/draw/2026-3?version=1&file=verify.html");
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var missing = await client.GetAsync($"{Address}/draw/2026-3?version=1&file=inspectors.txt");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData("/public/nowhere")]
    [InlineData(Address + "/nothing")]
    [InlineData(Address + "/result/task-18/nobody")]
    [InlineData(Address + "/data/secrets.json")]
    public async Task Missing_IsSaidInThePublicFrame(string path)
    {
        await using var visit = await pages.VisitAsync(path);
        Assert.Equal(404, visit.Status);
        Assert.Equal(0, await visit.Page.Locator("a[href='/tasks']").CountAsync());
    }
}
