using System.Net;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class SafetyTests(PagesFixture pages)
{
    private static readonly string[] Places =
    [
        "/", "/?jurisdiction=640221-pingluo&unit=tax", "/deadlines/640221-pingluo/monthly-update/tax/2026-03", "/notices", "/notices/1", "/packs", "/packs/640425-pengyang", "/audit",
        "/audit/640221-pingluo", "/events", "/events/640221-pingluo",
    ];

    public static TheoryData<string> All => [.. Places];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_StaysAtHomeAndFitsAPhone_WhenARealBrowserOpensIt(string path)
    {
        await using var visit = await pages.VisitAsync(path);
        Assert.Equal(200, visit.Status);
        Assert.Empty(visit.Complaints);
        Assert.NotEmpty(visit.Requests);
        Assert.All(visit.Requests, url => Assert.Equal("127.0.0.1", new Uri(url).Host));
        Assert.Equal("object", await visit.Page.EvaluateAsync<string>("typeof htmx"));
        await visit.Page.SetViewportSizeAsync(390, 844);
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    [Theory]
    [InlineData("http://evil.example", null)]
    [InlineData(null, "cross-site")]
    [InlineData("http://evil.example", "same-site")]
    public async Task Form_IsRefused_WhenAnotherSiteSendsIt(string? origin, string? site)
    {
        using var client = new HttpClient();
        using var post = new HttpRequestMessage(HttpMethod.Post, pages.Root + "/deadlines/640221-pingluo/monthly-update/tax/2026-03") { Content = new FormUrlEncodedContent([new("do", "waive"), new("by", "x"), new("reason", "x")]) };
        if (origin is not null)
            post.Headers.Add("Origin", origin);
        if (site is not null)
            post.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await client.SendAsync(post);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Page_IsRefused_WhenTheServerIsCalledByAForeignName()
    {
        using var client = new HttpClient();
        using var get = new HttpRequestMessage(HttpMethod.Get, pages.Root + "/");
        get.Headers.Host = "county.example";
        using var answer = await client.SendAsync(get);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Page_ForbidsForeignContent_WhenItIsSent()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(pages.Root + "/");
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task MissingPage_SaysWhatToDo_WhenTheAddressIsWrong()
    {
        await using var visit = await pages.VisitAsync("/deadlines/640221-pingluo/nothing/tax/2026");
        Assert.Equal(404, visit.Status);
        Assert.Contains("没有这个页面", await visit.TextAsync(".trouble"), StringComparison.Ordinal);
        Assert.Contains("There is no such page", await visit.TextAsync(".trouble"), StringComparison.Ordinal);
    }
}
