using DoubleRandom.Core.Planning;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class DeadlinePageTests(PagesFixture pages)
{
    private const string Summary = "/deadlines/140827-yuanqu/annual-summary/emergency/2026";

    [Fact]
    public async Task Explanation_IsOneClickAway_WhenADeadlineIsChosen()
    {
        await using var visit = await pages.VisitAsync("/?jurisdiction=445200-jieyang");
        await visit.Page.Locator(".due-what a").First.ClickAsync();
        var rows = await visit.Page.Locator(".explanation tbody tr").AllInnerTextsAsync();
        // Produced on Tuesday 10 March; twenty working days with Tomb-Sweeping Day 4 to 6 April left out end on 8 April (article 11).
        Assert.Contains(rows, row => row.Contains("2026-04-04（六）至2026-04-06（一）：清明节放假，不计", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("到期：2026-04-08（三） 24:00", StringComparison.Ordinal));
        Assert.Equal("20", await visit.Page.Locator(".day-grid .due .middle").TextContentAsync());
        Assert.Contains("obligations.json:4", await visit.TextAsync(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ladder_LinksToItsNotices_WhenRungsWereTold()
    {
        await using var visit = await pages.VisitAsync("/deadlines/640221-pingluo/monthly-update/tax/2026-03");
        Assert.Contains("下一次", await visit.TextAsync(".rung-next"), StringComparison.Ordinal);
        await visit.Page.Locator(".rung-sent.rung-escalation a").First.ClickAsync();
        Assert.Contains("督办", await visit.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("税务局", await visit.TextAsync(".letter-body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongForm_KeepsWhatWasEntered_WhenRefused()
    {
        await using var visit = await pages.VisitAsync(Summary, script: false);
        await visit.Page.FillAsync("[name='f.tasks.0.name']", "校车联合检查");
        await visit.Page.FillAsync("[name='f.tasks.0.targets']", "许多");
        await visit.SendAsync("button[value=hand-in]");
        Assert.Equal(422, visit.Status);
        Assert.Equal("校车联合检查", await visit.Page.InputValueAsync("[name='f.tasks.0.name']"));
        Assert.Equal("许多", await visit.Page.InputValueAsync("[name='f.tasks.0.targets']"));
        Assert.Contains("整数", await visit.TextAsync("#f-tasks-0-targets-fault"), StringComparison.Ordinal);
        Assert.Contains("没有写明经办人", await visit.TextAsync(".hand-in .alert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_CanBeAdded_WhenThereIsNoScript()
    {
        await using var visit = await pages.VisitAsync(Summary, script: false);
        await visit.Page.FillAsync("[name='f.tasks.0.name']", "第一项");
        await visit.SendAsync("button[name=more]");
        Assert.Equal(2, await visit.Page.Locator(".record").CountAsync());
        Assert.Equal("第一项", await visit.Page.InputValueAsync("[name='f.tasks.0.name']"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandIn_MeetsTheDeadline_WhenTheFormIsGood(bool script)
    {
        var key = new DeadlineKey("445200-jieyang", script ? "rules-review" : "platform-administration", "joint-conference", "2026");
        await using var visit = await pages.VisitAsync($"/deadlines/445200-jieyang/{key.Obligation}/joint-conference/2026", script);
        await HandInAsync(visit);
        Assert.Contains("附件.txt", await visit.TextAsync(".submission"), StringComparison.Ordinal);
        using var client = new HttpClient();
        using var file = await client.GetAsync(pages.Root + await visit.Page.Locator(".submission a[download]").GetAttributeAsync("href"));
        Assert.Equal("证据", await file.Content.ReadAsStringAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("met", await StatusAsync(key));
    }

    [Fact]
    public async Task Submission_GoesBackAndForth_WhenTheReceiverDecides()
    {
        var key = new DeadlineKey("140827-yuanqu", "annual-summary", "agriculture", "2026");
        await using var visit = await pages.VisitAsync("/deadlines/140827-yuanqu/annual-summary/agriculture/2026");
        await HandInAsync(visit);
        await visit.Page.FillAsync(".decide [name=by]", "办公室赵某");
        await visit.SendAsync("button[value=send-back]");
        Assert.Contains("写明理由", await visit.TextAsync(".decide .fault"), StringComparison.Ordinal);
        await visit.Page.FillAsync(".decide [name=reason]", "缺少存在的问题");
        await visit.SendAsync("button[value=send-back]");
        Assert.Contains("缺少存在的问题", await visit.TextAsync(".submission"), StringComparison.Ordinal);
        Assert.Equal("open", await StatusAsync(key));
        await HandInAsync(visit);
        await visit.Page.Locator(".decide [name=by]").First.FillAsync("办公室赵某");
        await visit.SendAsync("button[value=accept]");
        Assert.Contains("已接收", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
        Assert.Equal("met", await StatusAsync(key));
    }

    [Fact]
    public async Task Extend_MovesTheDay_WhenAReasonIsGiven()
    {
        await using var visit = await pages.VisitAsync("/deadlines/640221-pingluo/monthly-update/health/2026-06");
        await visit.Page.Locator("summary").First.ClickAsync();
        await visit.Page.FillAsync("#extend-to", "2026-07-10");
        await visit.Page.FillAsync("#extend-by", "李某");
        await visit.Page.FillAsync("#extend-reason", "系统升级");
        await visit.SendAsync("button[value=extend]");
        Assert.Contains("2026-07-10（周五） 24:00", await visit.TextAsync(".facts-due"), StringComparison.Ordinal);
        Assert.Contains("2026-06-30 → 2026-07-10", await visit.TextAsync(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waive_IsRefusedBesideItsField_WhenNoReasonIsGiven()
    {
        const string list = "/deadlines/532323-mouding/";
        await using var visit = await pages.VisitAsync("/?jurisdiction=532323-mouding");
        Assert.True(await visit.Page.Locator($"a[href^='{list}']").CountAsync() > 0);
        await visit.Page.Locator($"a[href^='{list}']").First.ClickAsync();
        await visit.Page.Locator("summary").Last.ClickAsync();
        await visit.Page.FillAsync("#waive-by", "李某");
        await visit.SendAsync("button[value=waive]");
        Assert.Equal(422, visit.Status);
        Assert.Equal("李某", await visit.Page.InputValueAsync("#waive-by"));
        Assert.Contains("写明理由", await visit.TextAsync("#decisions ~ details .fault"), StringComparison.Ordinal);
    }

    private static async Task HandInAsync(Visit visit)
    {
        foreach (var box in await visit.Page.Locator(".hand-in textarea, .hand-in input[type=text], .hand-in input:not([type])").AllAsync())
            await box.FillAsync("1");
        foreach (var day in await visit.Page.Locator(".hand-in input[type=date]").AllAsync())
            await day.FillAsync("2026-04-01");
        if (await visit.Page.Locator("#files").CountAsync() > 0)
            await visit.Page.SetInputFilesAsync("#files", new Microsoft.Playwright.FilePayload { Name = "附件.txt", MimeType = "text/plain", Buffer = "证据"u8.ToArray() });
        await visit.SendAsync("button[value=hand-in]");
        Assert.Contains("报送成功", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
    }

    private async Task<string> StatusAsync(DeadlineKey key) =>
        (await pages.Postgres.Source.ReadAsync(connection => DeadlineQueries.GetAsync(connection, key, default), default))!.Status;
}
