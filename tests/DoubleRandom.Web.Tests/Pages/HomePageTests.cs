namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class HomePageTests(PagesFixture pages)
{
    // Pingluo five(3): 22 members report at every month's end; five(1): one working meeting a quarter; five(3): one bulletin a month.
    // On 2 April the 22 reports of March and the meeting of the first quarter are late, the bulletin of 10 April and the 22 reports of April are to come.
    [Fact]
    public async Task Tiles_Count_WhenDutiesAreLateAndToCome()
    {
        await using var visit = await pages.VisitAsync("/?jurisdiction=640221-pingluo");
        // Overdue (22 updates, the working meeting, the look at the libraries), today, seven days, thirty days, met this month.
        Assert.Equal(["24", "0", "0", "23", "0"], await visit.Page.Locator(".tile b").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Home_TellsTheDay_WhenOpened()
    {
        await using var visit = await pages.VisitAsync("/");
        Assert.Contains("2026-04-02（周四）", await visit.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("工作日", await visit.TextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_GroupsUnits_WhenManyOweTheSame()
    {
        await using var visit = await pages.VisitAsync("/?jurisdiction=640221-pingluo");
        var late = visit.Page.Locator("section[aria-labelledby=overdue] li", new() { HasText = "22 个单位" }).First;
        Assert.Equal(22, await late.Locator(".units a").CountAsync());
        Assert.Contains("逾期 2 天", await late.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_ShadesQingming_WhenDrawn()
    {
        await using var visit = await pages.VisitAsync("/?jurisdiction=640221-pingluo");
        // Tomb-Sweeping Day 2026: 4 to 6 April; May Day from 1 May.
        Assert.Equal(["4", "5", "6", "5/1", "2"], await visit.Page.Locator(".day-grid .holiday .number").AllTextContentsAsync());
        Assert.Equal("22", await visit.Page.Locator(".day-grid a[href='#d-2026-04-30'] .middle").TextContentAsync());
    }

    [Fact]
    public async Task Warnings_NameThePlan_WhenItLapsed()
    {
        await using var visit = await pages.VisitAsync("/");
        Assert.Contains("2025-04-28", await visit.TextAsync(".warnings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Stays_WhenSwitchedOnce()
    {
        await using var visit = await pages.VisitAsync("/?jurisdiction=640221-pingluo");
        await visit.Page.Locator("a.language").ClickAsync();
        Assert.Equal("Overdue", await visit.TextAsync("h2#overdue"));
        await visit.GoAsync("/notices");
        Assert.Equal("Notices", await visit.TextAsync("h1"));
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Banner_SaysSo_WhenTheClockIsSimulated()
    {
        using var client = new HttpClient();
        foreach (var path in new[] { "/", "/notices", "/notices/1", "/packs", "/packs/640221-pingluo", "/audit/640221-pingluo", "/events/640221-pingluo", "/nowhere" })
        {
            using var answer = await client.GetAsync(pages.Root + path);
            Assert.Contains("虚拟时钟</strong> 现在是 2026-04-02 10:00", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
