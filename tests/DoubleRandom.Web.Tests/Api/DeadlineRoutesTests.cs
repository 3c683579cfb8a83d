using System.Net;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class DeadlineRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Reports = "/api/v1/deadlines?jurisdiction=pengyang&obligation=half-year-report&from=2024-11-01&to=2024-11-30";

    [Fact]
    public async Task Find_PagesThroughAll_WhenLimited()
    {
        var first = await server.GetAsync(Reports + "&limit=5");
        var rest = await server.GetAsync(Reports + "&limit=100&offset=5");
        Assert.Equal(13, first.Number("total"));
        Assert.Equal(5, first.List("items").Count);
        Assert.Equal(8, rest.List("items").Count);
        Assert.All(first.List("items"), item => Assert.Equal("2024-11-15", item.Text("dueOn")));
        Assert.Equal(13, first.List("items").Concat(rest.List("items")).Select(item => item.Text("unit")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Find_GivesNamesAndBasis_WhenFiltered()
    {
        var item = Assert.Single((await server.GetAsync(Reports + "&unit=education&status=open")).List("items"));
        Assert.Equal("2024-11-15T16:00:00+00:00", item.Text("dueAt"));
        Assert.Equal("must", item.Text("strength"));
        Assert.Equal("三(四)", item.GetProperty("basis").Text("article"));
        Assert.Equal("县教育体育局", item.GetProperty("unitName").Text("zh"));
    }

    [Theory]
    [InlineData("overdue", 0)]
    [InlineData("history", 0)]
    [InlineData("withdrawn", 0)]
    public async Task Find_FindsNone_WhenNothingStandsSo(string status, int total) =>
        Assert.Equal(total, (await server.GetAsync($"/api/v1/deadlines?status={status}&from=2024-09-26")).Number("total"));

    [Theory]
    [InlineData("?colour=red", "parameter-unknown", "")]
    [InlineData("?statuss=open", "parameter-unknown", "status")]
    [InlineData("?from=2024-13-01", "parameter-wrong", "yyyy-MM-dd")]
    [InlineData("?from=01.02.2024", "parameter-wrong", "yyyy-MM-dd")]
    [InlineData("?limit=1001", "parameter-wrong", "1000")]
    [InlineData("?limit=0", "parameter-wrong", "1")]
    [InlineData("?offset=-1", "parameter-wrong", "0")]
    [InlineData("?status=late", "parameter-wrong", "overdue")]
    [InlineData("?unit=a%00b", "parameter-wrong", "")]
    [InlineData("?unit=a&unit=b", "parameter-repeated", "")]
    [InlineData("?jurisdiction=nowhere", "jurisdiction-unknown", "640425-pengyang")]
    public async Task Find_SaysWhatToWrite_WhenAParameterIsWrong(string query, string code, string hint)
    {
        var problem = await server.GetAsync("/api/v1/deadlines" + query, HttpStatusCode.BadRequest);
        var error = Assert.Single(problem.List("errors"));
        Assert.Equal(code, error.Text("code"));
        Assert.Contains(hint, error.GetProperty("remedy").Text("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_NamesEveryFault_WhenSeveralAreWrong() =>
        Assert.Equal(2, (await server.GetAsync("/api/v1/deadlines?from=x&to=y", HttpStatusCode.BadRequest)).List("errors").Count);

    [Fact]
    public async Task Get_ShowsTheLadder_WhenTheDeadlineIsThere()
    {
        var detail = await server.GetAsync(await AddressAsync("police"));
        Assert.Equal("half-year-report", detail.GetProperty("deadline").Text("obligation"));
        var ladder = detail.List("ladder");
        Assert.Equal(["remind-30d", "remind-7d", "remind-1wd", "due-day", "late-1wd", "late-5wd", "late-15wd"], ladder.Select(rung => rung.Text("rung")).ToArray());
        Assert.Equal("next", ladder[0].Text("state"));
        Assert.Equal("escalation", ladder[^1].Text("kind"));
        Assert.Empty(detail.List("submissions"));
    }

    [Fact]
    public async Task Explain_TellsArticleAndDay_WhenAsked()
    {
        var explanation = await server.GetAsync(await AddressAsync("police") + "/explain");
        var lines = explanation.List("lines");
        Assert.Equal("basis", lines[0].Text("step"));
        Assert.Contains("每年5月15日前、11月15日前", lines[0].GetProperty("text").Text("zh"), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Text("step") is "due" && line.Text("from") is "2024-11-15");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/explain")]
    public async Task Get_IsNotFound_WhenThereIsNoSuchDeadline(string ending)
    {
        var problem = await server.GetAsync("/api/v1/deadlines/pengyang/half-year-report/police/1999-N9" + ending, HttpStatusCode.NotFound);
        Assert.Equal("/problems/not-found", problem.Text("type"));
        Assert.Equal(["deadline-unknown"], problem.Codes());
    }

    [Fact]
    public async Task Waive_SettlesOnce_WhenAPersonGivesAReason()
    {
        var address = await AddressAsync("health");
        var refused = await server.PostAsync(address + "/waive", new { }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["reason-missing", "person-missing"], refused.Codes());

        var waived = (await server.PostAsync(address + "/waive", new { by = "王五", reason = "机构合并" })).GetProperty("deadline");
        Assert.Equal("waived", waived.Text("status"));
        Assert.Equal("机构合并", waived.Text("reason"));
        Assert.Equal(["deadline-settled"], (await server.PostAsync(address + "/waive", new { by = "王五", reason = "再来" }, HttpStatusCode.Conflict)).Codes());
    }

    [Fact]
    public async Task Extend_MovesTheDay_WhenItIsLater()
    {
        var address = await AddressAsync("tax");
        Assert.Equal(["extension-not-later"], (await server.PostAsync(address + "/extend", new { to = "2024-11-15", by = "王五", reason = "r" }, HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["key-missing"], (await server.PostAsync(address + "/extend", new { by = "王五", reason = "r" }, HttpStatusCode.BadRequest)).Codes());
        Assert.Equal(["extension-beyond-calendar"], (await server.PostAsync(address + "/extend", new { to = "9999-12-31", by = "王五", reason = "r" }, HttpStatusCode.UnprocessableEntity)).Codes());

        var extended = await server.PostAsync(address + "/extend", new { to = "2024-11-29", by = "王五", reason = "系统停机" });
        Assert.Equal("2024-11-29", extended.GetProperty("deadline").Text("dueOn"));
        Assert.Equal("2024-11-15", extended.GetProperty("deadline").Text("plannedOn"));
        var explanation = await server.GetAsync(address + "/explain");
        Assert.Equal("extended", explanation.List("lines")[^1].Text("step"));
    }

    [Theory]
    [InlineData("{\"by\":\"a\",\"reason\":\"b\",\"because\":1}", "key-unknown")]
    [InlineData("{\"by\":\"a\",\"by\":\"b\"}", "json-wrong")]
    [InlineData("{\"by\":1}", "json-wrong")]
    [InlineData("{\"by\":\"a\"", "json-wrong")]
    [InlineData("[]", "body-missing")]
    [InlineData("", "body-missing")]
    [InlineData("{\"reason\":\"a\\u0000b\"}", "text-wrong")]
    [InlineData("{\"reason\":\"\\ud800\"}", "text-wrong")]
    public async Task Waive_RefusesTheBody_WhenItCannotBeRead(string body, string code) =>
        Assert.Equal([code], (await server.PostTextAsync(await AddressAsync("labour") + "/waive", body, HttpStatusCode.BadRequest)).Codes());

    [Fact]
    public async Task Waive_RefusesTheBody_WhenItIsTooDeep() =>
        await server.PostTextAsync(await AddressAsync("labour") + "/waive", string.Concat(Enumerable.Repeat("{\"by\":", 1000)) + "1" + new string('}', 1000), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Waive_RefusesTheBody_WhenItIsTooLarge() =>
        await server.PostTextAsync(await AddressAsync("labour") + "/waive", "{\"reason\":\"" + new string('a', 1_100_000) + "\"}", HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Waive_RefusesTheBody_WhenItIsNotJson()
    {
        using var response = await server.Client.PostAsync(await AddressAsync("labour") + "/waive", new StringContent("by=a"));
        await ApiServer.BodyAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<string> AddressAsync(string unit)
    {
        var period = Assert.Single((await server.GetAsync($"{Reports}&unit={unit}")).List("items")).Text("period");
        return $"/api/v1/deadlines/pengyang/half-year-report/{unit}/{Uri.EscapeDataString(period)}";
    }
}
