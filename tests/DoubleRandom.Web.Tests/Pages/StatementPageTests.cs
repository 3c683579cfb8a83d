using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoubleRandom.Service.Submissions;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>What the office states to the public by itself: drafted circulars, and whatever it writes by hand.</summary>
public class StatementPageTests(CircularPagesFixture pages) : IClassFixture<CircularPagesFixture>
{
    private const string Folder = CircularPagesFixture.Folder;
    private const string Form = $"/statements/{Folder}";

    [Fact]
    public async Task Circular_IsMadePublicAndWithdrawn_FromItsNotice()
    {
        var notice = await pages.NoticeAsync("tax");
        await using var visit = await pages.VisitAsync($"/notices/{notice.Id}");
        var seen = await visit.TextAsync("section.circular");
        foreach (var shown in new[] { "税务局未按时报送", "平罗县跨部门联合“双随机”抽查监管联席会议制度", "公开这份通报", "不会自动公开" })
            Assert.Contains(shown, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", seen, StringComparison.Ordinal);
        await visit.SendAsync("section.circular button[value=publish]");
        Assert.Equal(422, visit.Status);
        Assert.Contains("没有写明经办人", await visit.TextAsync("section.circular [role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#by-0", "王主任");
        await visit.SendAsync("section.circular button[value=publish]");
        Assert.Contains("公示中", await visit.TextAsync("section.circular h2"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("section.circular a");
        Assert.Contains("税务局未按时报送", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.GoAsync(new Uri(visit.Page.Url).AbsolutePath + "?lang=en");
        Assert.Contains("has not submitted on time", await visit.TextAsync("main"), StringComparison.Ordinal);

        Assert.True((await pages.Service<DeadlineDecisions>().WaiveAsync(new(Folder, notice.Obligation, "tax", notice.Period), "王主任", "机构调整", default)).IsDone);
        await visit.GoAsync($"/notices/{notice.Id}?lang=zh");
        Assert.Contains("公开之后情况已变化：该时限已不再待办（已免除）", await visit.TextAsync("section.circular"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#by-0", "王主任");
        await visit.SendAsync("section.circular button[value=withdraw]");
        Assert.Contains("没有写明理由", await visit.TextAsync("section.circular [role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#reason-0", "机构调整，该时限已免除");
        await visit.SendAsync("section.circular button[value=withdraw]");
        Assert.Contains("已撤回", await visit.TextAsync("section.circular h2"), StringComparison.Ordinal);
        Assert.All(visit.Complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal)); // What the browser notes of a refused form.
    }

    [Fact]
    public async Task Circular_IsStatedOnce_ByTheApi()
    {
        var notice = await pages.NoticeAsync("police");
        using var client = new HttpClient { BaseAddress = new(pages.Root) };
        var draft = Assert.Single(JsonDocument.Parse(await client.GetStringAsync($"/api/v1/notices/{notice.Id}/circulars")).RootElement.EnumerateArray());
        Assert.Equal((0, JsonValueKind.Null), (draft.GetProperty("against").GetArrayLength(), draft.GetProperty("state").ValueKind));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "person-missing"), await RefusedAsync(client, notice.Id, new { }));
        Assert.Equal((HttpStatusCode.NotFound, "notice-unknown"), await RefusedAsync(client, 0, new { by = "王主任" }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "statement-reason"), await RefusedAsync(client, notice.Id, new { act = "withdraw", by = "王主任" }));
        var first = await client.PostAsJsonAsync($"/api/v1/notices/{notice.Id}/circular", new { by = "王主任" });
        var again = await client.PostAsJsonAsync($"/api/v1/notices/{notice.Id}/circular", new { by = "王主任" });
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        var address = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetProperty("address").GetString()!;
        Assert.Equal(draft.GetProperty("address").GetString(), address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Statement_IsSeenBeforeItIsMade_AndNamesNobody()
    {
        await using var visit = await pages.VisitAsync("/statements");
        await visit.Page.ClickAsync($"a[href='{Form}']");
        await visit.Page.WaitForURLAsync($"**{Form}");
        await visit.SendAsync("button[value=preview]");
        Assert.Equal(422, visit.Status);
        foreach (var fault in new[] { "没有选择公示种类", "没有写明内容" })
            Assert.Contains(fault, await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await FillAsync(visit, "circular", "2026-1", "一季度工作通报");
        await visit.Page.FillAsync("#text", $"各单位：\n联系人{CircularPagesFixture.Liaison}，电话13895012345。");
        await visit.SendAsync("button[value=preview]");
        Assert.Equal(200, visit.Status);
        var preview = await visit.TextAsync("section.preview");
        Assert.Contains("联系人〔已隐去〕，电话〔已隐去〕。", preview, StringComparison.Ordinal);
        Assert.DoesNotContain(CircularPagesFixture.Liaison, preview, StringComparison.Ordinal);
        await visit.Page.FillAsync("#title", "第一季度工作通报");
        await visit.SendAsync("button[value=state]");
        Assert.Contains("第一季度工作通报", await visit.TextAsync("section.preview"), StringComparison.Ordinal); // Changed since: shown again, and not yet said.
        Assert.Equal(0, await visit.Page.Locator("[role=status]").CountAsync());
        await visit.SendAsync("button[value=state]");
        Assert.Contains("已办理", await visit.TextAsync("[role=status]"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("[role=status] a");
        Assert.Contains("各单位：\n联系人〔已隐去〕", await visit.TextAsync(".statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_IsCorrectedAndWithheld_WithReasonAndGround()
    {
        await using var visit = await pages.VisitAsync(Form);
        await FillAsync(visit, "working-rules", "rules-1", "工作细则");
        await visit.Page.FillAsync("#text", "第一条");
        await visit.SendAsync("button[value=preview]");
        await visit.SendAsync("button[value=state]");
        await visit.Page.ClickAsync($"a[href='{Form}?act=correct&kind=working-rules&key=rules-1']");
        Assert.Equal("第一条", await visit.Page.InputValueAsync("#text"));
        await visit.Page.FillAsync("#text", "第一条 总则");
        await visit.SendAsync("button[value=preview]");
        Assert.Contains("更正、撤回没有写明理由", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#reason", "漏字");
        await visit.SendAsync("button[value=preview]");
        await visit.SendAsync("button[value=state]");
        await visit.GoAsync($"{Form}?act=withhold&kind=working-rules&key=rules-1&lang=en");
        await visit.SendAsync("button[value=preview]");
        Assert.Contains("withholding names no legal ground", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#ground", "《政府信息公开条例》第十四条");
        await visit.SendAsync("button[value=preview]");
        await visit.SendAsync("button[value=state]");
        await visit.GoAsync($"/public/{Folder}/working-rules/rules-1?lang=zh");
        Assert.Contains("《政府信息公开条例》第十四条", await visit.TextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("result", "x", "检查结果由各自的办理环节公布和更正")]
    [InlineData("circular", "通报-" + CircularPagesFixture.Liaison, "换一个与人无关的编号")]
    [InlineData("circular", "a?b", "换一个编号")]
    public async Task Statement_IsRefused_WhenItCannotBeSaidByHand(string kind, string key, string told)
    {
        await using var visit = await pages.VisitAsync(Form);
        await FillAsync(visit, kind, key, "标题");
        await visit.Page.FillAsync("#text", "内容");
        await visit.SendAsync("button[value=preview]");
        Assert.Equal(422, visit.Status);
        Assert.Contains(told, await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(key, await visit.Page.InputValueAsync("#key"));
    }

    [Theory]
    [InlineData("/statements")]
    [InlineData(Form)]
    [InlineData("/notices")]
    public async Task Page_StaysAtHomeAndFitsAPhone_InBothLanguages(string path)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            await using var visit = await pages.VisitAsync($"{path}?lang={language}");
            Assert.Equal(200, visit.Status);
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, url => Assert.Equal("127.0.0.1", new Uri(url).Host));
            await visit.Page.SetViewportSizeAsync(390, 844);
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        }
    }

    private static async Task FillAsync(Visit visit, string kind, string key, string title)
    {
        await visit.Page.SelectOptionAsync("#act", "publish");
        await visit.Page.SelectOptionAsync("#kind", kind);
        await visit.Page.FillAsync("#key", key);
        await visit.Page.FillAsync("#title", title);
        await visit.Page.FillAsync("#by", "王主任");
    }

    private static async Task<(HttpStatusCode, string?)> RefusedAsync(HttpClient client, long notice, object body)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1/notices/{notice}/circular", body);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("code").GetString());
    }
}
