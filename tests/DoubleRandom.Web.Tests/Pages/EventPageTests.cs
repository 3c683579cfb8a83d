using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class EventPageTests(PagesFixture pages)
{
    private const string Folder = "445200-jieyang";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Record_BringsTheDeadline_WhenTheFormIsGood(bool script)
    {
        var subject = script ? "P-1" : "P-2";
        await using var visit = await pages.VisitAsync($"/?jurisdiction={Folder}", script);
        await visit.Page.ClickAsync($"main a[href='/events/{Folder}']");
        Assert.Equal("2026-04-02", await visit.Page.InputValueAsync("#on"));
        await visit.Page.SelectOptionAsync("#event", "result.produced");
        await visit.Page.SelectOptionAsync("#unit", "agriculture");
        await visit.Page.FillAsync("#on", "2026-04-01");
        await visit.Page.FillAsync("#subject", subject);
        await visit.Page.FillAsync("#by", "林某");
        await visit.SendAsync("button[value=record]");

        Assert.Equal(200, visit.Status);
        Assert.Contains("新产生", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
        Assert.Contains(subject, await visit.TextAsync(".recent"), StringComparison.Ordinal);
        Assert.Contains("林某", await visit.TextAsync(".recent"), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
        var (rows, _) = await pages.Postgres.Source.ReadAsync(
            connection => DeadlineQueries.FindAsync(connection, new(Folder, "agriculture", From: new(2026, 4, 2), To: new(2026, 6, 30)), pages.Clock.Now, default), default);
        Assert.Contains(rows, row => string.Equals(row.Period, $"{subject}@result.produced@2026-04-01", StringComparison.Ordinal));

        await visit.Page.ReloadAsync();
        Assert.Equal(1, await visit.Page.Locator(".recent tbody tr", new() { HasText = subject }).CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Record_KeepsWhatWasEntered_WhenRefused(bool script)
    {
        await using var visit = await pages.VisitAsync($"/events/{Folder}", script);
        await visit.Page.SelectOptionAsync("#unit", "agriculture");
        await visit.Page.FillAsync("#on", "");
        await visit.Page.FillAsync("#subject", "P/3");
        await visit.SendAsync("button[value=record]");

        Assert.Equal(422, visit.Status);
        Assert.Equal(4, await visit.Page.Locator(".alert-danger li").CountAsync());
        Assert.Equal("P/3", await visit.Page.InputValueAsync("#subject"));
        Assert.Equal("agriculture", await visit.Page.InputValueAsync("#unit"));
        foreach (var (field, words) in new[] { ("event", "没有选择事件"), ("on", "日期没有填写"), ("subject", "不能用的字符"), ("by", "没有写明经办人") })
            Assert.Contains(words, await visit.TextAsync($"#{field}-fault"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SaysWhatHangsOnAnEvent_InEnglishToo()
    {
        await using var visit = await pages.VisitAsync($"/events/{Folder}?lang=en");
        Assert.True(await visit.Page.Locator(".effects dt").CountAsync() > 1);
        Assert.Contains("Record an event", await visit.TextAsync("h1"), StringComparison.Ordinal);
        await using var nowhere = await pages.VisitAsync("/events/nowhere");
        Assert.Equal(404, nowhere.Status);
    }
}
