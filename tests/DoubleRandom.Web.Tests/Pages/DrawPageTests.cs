using System.Text.RegularExpressions;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Tests.Draws;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(DrawPagesCollection.Name)]
public class DrawPageTests(DrawPagesFixture pages)
{
    private const string Folder = DrawPagesFixture.Buses;
    private const string Names = "张主任|马科|马长|林复核|陈经办|公证员甲|人大代表乙|揭阳[^\n]*公司|2026-道路运输|停电，见证人离场|名录漏了三户|已停业，现场无人"; // The county's own words, in every language.
    private const string Office = "market-regulation";

    [Fact]
    public async Task Draw_GoesFromTheFormToThePublicPage_InARealBrowser()
    {
        await using var visit = await pages.VisitAsync("/draws");
        await visit.Page.ClickAsync($"a[href='/draws/{Folder}/new']");
        await FillAsync(visit, "公证员甲\n人大代表乙");
        await PressAsync(visit, "prepare");
        var number = visit.Page.Url.Split('/')[^1];
        Assert.Equal(["A", "B", "C", "D"], await visit.Page.Locator("table.strata tbody th").AllInnerTextsAsync());
        Assert.Equal(["26", "25", "25", "25"], await visit.Page.Locator("table.strata tbody td:nth-child(2)").AllInnerTextsAsync());

        await visit.Page.FillAsync("#by", "林复核");
        await PressAsync(visit, "freeze");
        foreach (var digits in new[] { "3141592653", "2718281828" })
        {
            await visit.Page.FillAsync("#value", digits);
            await PressAsync(visit, "witness");
        }

        await PressAsync(visit, "run");
        Assert.Equal(12, await visit.Page.Locator("table.drawn tbody tr").CountAsync());
        Assert.All(await visit.Page.Locator("table.drawn tbody a").AllInnerTextsAsync(), name => Assert.StartsWith("揭阳", name, StringComparison.Ordinal));
        Assert.Contains("名单保密", await visit.TextAsync("main"), StringComparison.Ordinal);
        await PressAsync(visit, "dispatch");
        Assert.Equal("分发", await visit.TextAsync(".track [aria-current=step] span"));

        var gone = await visit.Page.Locator("table.drawn tbody a").First.InnerTextAsync();
        await visit.Page.ClickAsync("summary:has-text('启用候补')");
        await PressAsync(visit, "substitute", 422);
        Assert.Contains("没有说明理由", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#reason", "已停业，现场无人");
        await PressAsync(visit, "substitute");
        var use = await visit.TextAsync("table.uses tbody tr");
        Assert.Contains(gone, use, StringComparison.Ordinal);
        Assert.Contains("已停业，现场无人", use, StringComparison.Ordinal);
        Assert.DoesNotContain(gone + " ", string.Join('\n', await visit.Page.Locator("#instead option").AllInnerTextsAsync()), StringComparison.Ordinal);

        await PressAsync(visit, "reveal");
        Assert.Equal("公开", await visit.TextAsync(".track [aria-current=step] span"));
        await visit.Page.ClickAsync($"a[href='/public/{Folder}/draw/{number}']");
        Assert.Contains("已公开", await visit.TextAsync(".statement"), StringComparison.Ordinal);
        Assert.Equal(["frame.txt", "record.json", "rules.json", "seed.txt", "verify.html"], await visit.Page.Locator(".public-files a").AllInnerTextsAsync());
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task List_IsTurned_WhenACountyDrewOften()
    {
        const string crowd = """
            insert into draw (jurisdiction, sequence, number, what, stage, on_day, asked, manifest, manifest_sha256, witnesses, prepared_by, prepared_unit, prepared_at, changed_at)
            select @folder, n, '640425-' || n, 'targets', 'abandoned', '2024-09-02', '{}', '{}', '', '[]', '马科', 'market-regulation', now(), now() from generate_series(5001, 5130) n
            """;
        await using (var insert = pages.Postgres.Source.CreateCommand(crowd))
        {
            insert.Parameters.AddWithValue("folder", DrawPagesFixture.Pengyang);
            await insert.ExecuteNonQueryAsync();
        }

        await using var visit = await pages.VisitAsync("/draws");
        var section = visit.Page.Locator($"section[aria-labelledby='j-{DrawPagesFixture.Pengyang}']");
        Assert.Equal("640425-5130", await section.Locator("tbody td a").First.InnerTextAsync());
        await section.Locator("a:has-text('更早')").ClickAsync();
        Assert.Equal("640425-5030", await visit.Page.Locator("tbody td a").First.InnerTextAsync());
        Assert.Equal(0, await visit.Page.Locator("a:has-text('更早')").CountAsync());
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task Form_KeepsWhatWasTyped_WhenItIsRefused()
    {
        await using var visit = await pages.VisitAsync($"/draws/{Folder}/new");
        await FillAsync(visit, "公证员甲\n公 证员甲");
        await visit.Page.FillAsync("#area", "445202");
        await PressAsync(visit, "prepare", 422);
        Assert.Contains("写了两次", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("写了两次", await visit.TextAsync(".field:has(#witnesses) .fault"), StringComparison.Ordinal);
        foreach (var (input, entered) in new[] { ("#witnesses", "公证员甲\n公 证员甲"), ("#amount", "10"), ("#area", "445202"), ("#scheme", "joint-targets"), ("#stratum", "creditRiskClass"), ("#by-unit", Office), ("#by", "张主任") })
            Assert.Equal(entered, await visit.Page.InputValueAsync(input));
        await visit.Page.FillAsync("#witnesses", "张主任\n公证员甲");
        await PressAsync(visit, "prepare", 422);
        Assert.Contains("不能同时作见证人", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#witnesses", "公证员甲\n人大代表乙");
        await visit.Page.FillAsync("#amount", "一成");
        await PressAsync(visit, "prepare", 422);
        Assert.Contains("一成", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#amount", "");
        await PressAsync(visit, "prepare", 422);
        Assert.Contains("没有写抽取数量", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task Freeze_IsForASecondPerson_AndForgetsNothing()
    {
        var draw = await PreparedAsync();
        await using var visit = await pages.VisitAsync(draw);
        Assert.Contains("张主任", await visit.TextAsync(".decide .hint"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#by", "张主任");
        await PressAsync(visit, "freeze", 422);
        Assert.Contains("准备抽取的 张主任 不能自己确认封存", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(("张主任", Office), (await visit.Page.InputValueAsync("#by"), await visit.Page.InputValueAsync("#by-unit")));
        await visit.Page.FillAsync("#by", "公证员甲");
        await PressAsync(visit, "freeze", 422);
        Assert.Contains("不能同时作见证人", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#by", "林复核");
        await PressAsync(visit, "freeze");
        Assert.Equal("封存", await visit.TextAsync(".track [aria-current=step] span"));
        Assert.Contains("林复核", await visit.TextAsync(".commitments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Witness_GivesOnceAndInDigits_FromWhicheverWindow()
    {
        var draw = await PreparedAsync(CeremonyStage.Frozen);
        await using var visit = await pages.VisitAsync(draw);
        await using var other = await pages.VisitAsync(draw);
        await EnterAsync(visit, "12|34", 422);
        Assert.Contains("不合格式", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("12|34", await visit.Page.InputValueAsync("#value"));
        await EnterAsync(visit, "3141592653", 200);
        Assert.Equal(["人大代表乙"], await visit.Page.Locator("#witness option").AllInnerTextsAsync());

        await EnterAsync(other, "9999999999", 422);
        Assert.Contains("“公证员甲”已经给过数字，不得更改", await other.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("3141592653", await other.TextAsync("section[aria-labelledby=witnesses]"), StringComparison.Ordinal);

        await EnterAsync(visit, "314", 422);
        Assert.Contains("合计至少 20 位", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("已有 10 位", await visit.TextAsync(".decide .hint"), StringComparison.Ordinal);
        await EnterAsync(visit, "2718281828", 200);
        Assert.Equal("见证", await visit.TextAsync(".track [aria-current=step] span"));
    }

    [Fact]
    public async Task Draw_IsGivenUpOrReplaced_WithAReasonThatStays()
    {
        await using var visit = await pages.VisitAsync(await PreparedAsync(CeremonyStage.Frozen));
        await visit.Page.FillAsync("#by", "张主任");
        await visit.Page.ClickAsync("details.side summary");
        await PressAsync(visit, "abandon", 422);
        Assert.Contains("没有写明理由", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#reason", "停电，见证人离场");
        await PressAsync(visit, "abandon");
        Assert.Contains("停电，见证人离场", await visit.TextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("已放弃", await visit.TextAsync("h1 .status"));
        Assert.Equal(0, await visit.Page.Locator("main form").CountAsync());

        var first = await PreparedAsync(CeremonyStage.Drawn);
        await visit.GoAsync(first);
        await visit.Page.ClickAsync("summary:has-text('另抽一次')");
        await visit.Page.ClickAsync("a[href*='supersedes=']");
        await FillAsync(visit, "公证员甲\n人大代表乙");
        await visit.Page.FillAsync("#reason", "名录漏了三户");
        await PressAsync(visit, "prepare");
        await visit.Page.FillAsync("#by", "林复核");
        await PressAsync(visit, "freeze");
        var second = new Uri(visit.Page.Url).AbsolutePath;
        await visit.Page.ClickAsync($"a[href='{first}']");
        Assert.Contains("名录漏了三户", await visit.TextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(["reveal"], await visit.Page.Locator("main form button").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
        await visit.Page.ClickAsync($"a[href='{second}']");
        Assert.Equal(second, new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task Draw_MovesTheProcedureThatWaits_WithTeams()
    {
        var instance = await JieyangBuses.PlannedAsync(pages.Service<WorkflowDesk>());
        await using var visit = await pages.VisitAsync($"/workflows/{instance}");
        await visit.Page.ClickAsync("a:has-text('准备抽取')");
        Assert.Equal($"{instance}:targets", await visit.Page.InputValueAsync("#for"));
        await FillAsync(visit, "公证员甲\n人大代表乙", unit: "transport", by: "陈经办", scheme: "");
        await visit.Page.FillAsync("#area", "445202");
        await PressAsync(visit, "prepare");
        await visit.Page.FillAsync("#by", "林复核");
        await PressAsync(visit, "freeze");
        foreach (var digits in new[] { "3141592653", "2718281828" })
            await EnterAsync(visit, digits, 200);
        await PressAsync(visit, "run");
        await PressAsync(visit, "dispatch");
        await PressAsync(visit, "reveal", 422);
        Assert.Contains("还有 12 户没有检查完", await visit.TextAsync("[role=alert]"), StringComparison.Ordinal);
        await visit.Page.ClickAsync($".commitments a[href='/workflows/{instance}']");
        Assert.Contains("牵头部门抽取检查人员", await visit.TextAsync(".open-list"), StringComparison.Ordinal);

        await visit.Page.ClickAsync("a:has-text('准备抽取')");
        Assert.Equal($"{instance}:inspectors", await visit.Page.InputValueAsync("#for"));
        await visit.Page.FillAsync("#witnesses", "公证员甲\n人大代表乙");
        await PressAsync(visit, "prepare", 422);
        Assert.Contains("没有写检查日期", await visit.TextAsync(".field:has(#from) .fault"), StringComparison.Ordinal);
        await visit.Page.FillAsync("#from", "2024-09-10");
        await visit.Page.FillAsync("input[name=to]", "2024-09-20");
        await PressAsync(visit, "prepare");
        Assert.Contains("检查人员", await visit.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task Pages_SpeakBothLanguages_TakeNamesAsText_AndHelpWhoeverIsLost()
    {
        var draw = await PreparedAsync(CeremonyStage.Drawn, DrawPagesFixture.MarkupArea);
        await using var visit = await pages.VisitAsync(draw);
        Assert.Equal(DrawPagesFixture.Markup, await visit.TextAsync("table.drawn tbody a"));
        Assert.Equal(0, await visit.Page.Locator("main script, main b").CountAsync());
        Assert.NotEqual("x", await visit.Page.TitleAsync(), StringComparer.Ordinal);
        foreach (var path in new[] { "/draws", $"/draws/{Folder}/new", draw, await PreparedAsync(), await PreparedAsync(CeremonyStage.Frozen) })
        {
            await visit.GoAsync($"{path}?lang=en");
            Assert.DoesNotMatch("[\u4e00-\u9fff]", Regex.Replace(await visit.TextAsync("main"), Names, "", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await visit.GoAsync($"{path}?lang=zh");
            Assert.Contains("抽取", await visit.TextAsync("h1"), StringComparison.Ordinal);
            await visit.Page.SetViewportSizeAsync(390, 844);
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
            await visit.Page.SetViewportSizeAsync(1280, 900);
        }

        Assert.Equal("", visit.Unexpected);
        Assert.All(visit.Requests, url => Assert.Equal("127.0.0.1", new Uri(url).Host));
        await visit.GoAsync($"/draws/{Folder}/445200-9999");
        Assert.Equal(404, visit.Status);
        Assert.Contains("没有编号为 445200-9999 的抽取", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.Page.ClickAsync($"a[href='/draws?jurisdiction={Folder}']");
        Assert.Contains("445200-0001", await visit.TextAsync("main"), StringComparison.Ordinal);
        await visit.GoAsync("/draws/nowhere/new");
        Assert.Equal(404, visit.Status);
    }

    /// <summary>A draw of the office, brought so far without a browser; its address.</summary>
    private async Task<string> PreparedAsync(CeremonyStage upTo = CeremonyStage.Prepared, string? area = null)
    {
        var (desk, office) = (pages.Service<CeremonyDesk>(), new WorkflowPerson(Office, "张主任"));
        var order = new DrawOrder
        {
            Jurisdiction = Folder,
            What = DrawOrder.Targets,
            Scheme = "joint-targets",
            Stratum = "creditRiskClass",
            Scope = new(area),
            Rules = """{"each":{"atLeast":"10"}}""",
            Witnesses = ["公证员甲", "人大代表乙"],
        };
        var receipt = (await desk.PrepareAsync(order, office, default)).Value!.Draw;
        var key = new DrawKey(Folder, receipt.Number);
        if (upTo >= CeremonyStage.Frozen)
            Assert.Empty((await desk.FreezeAsync(key, receipt.ManifestSha256, office with { Name = "林复核" }, default)).Refusals);
        if (upTo >= CeremonyStage.Drawn)
        {
            foreach (var witness in order.Witnesses)
                Assert.Empty((await desk.WitnessAsync(key, witness, "3141592653", office, default)).Refusals);
            Assert.Empty((await desk.RunAsync(key, office, default)).Refusals);
        }

        return $"/draws/{Folder}/{receipt.Number}";
    }

    private static async Task FillAsync(Visit visit, string witnesses, string unit = Office, string by = "张主任", string scheme = "joint-targets")
    {
        if (await visit.Page.InputValueAsync("#for") is "")
            await visit.Page.SelectOptionAsync("#for", "itself");
        await visit.Page.SelectOptionAsync("#scheme", scheme);
        await visit.Page.SelectOptionAsync("#stratum", "creditRiskClass");
        await visit.Page.FillAsync("#amount", "10");
        await visit.Page.FillAsync("#witnesses", witnesses);
        await visit.Page.SelectOptionAsync("#by-unit", unit);
        await visit.Page.FillAsync("#by", by);
    }

    private static async Task EnterAsync(Visit visit, string digits, int status)
    {
        await visit.Page.FillAsync("#value", digits);
        if (await visit.Page.InputValueAsync("#by") is "")
            await visit.Page.FillAsync("#by", "张主任");
        await PressAsync(visit, "witness", status);
    }

    private static async Task PressAsync(Visit visit, string step, int status = 200)
    {
        await visit.SendAsync($"button[value={step}]");
        if (visit.Status != status)
            Assert.Fail($"{step}: {visit.Status} {await visit.TextAsync("main")}");
    }
}
