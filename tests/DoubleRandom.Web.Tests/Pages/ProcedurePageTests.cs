using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Service.Workflows;
using Xunit.Abstractions;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(ProcedurePagesCollection.Name)]
public class ProcedurePageTests(ProcedurePagesFixture pages, ITestOutputHelper output)
{
    private const string Tiny = ProcedurePagesFixture.Tiny;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Procedure_IsWalkedToItsEnd_WhenStartedFromItsPage(bool script)
    {
        var subject = script ? "V-1" : "V-2";
        await using var visit = await pages.VisitAsync("/workflows", script);
        await visit.Page.ClickAsync($"a[href='/workflows/definitions/{Tiny}/visits']");
        await visit.Page.FillAsync("#subject", subject);
        await visit.Page.FillAsync("#l-targets", "甲店\n\n乙店\n");
        await visit.Page.SelectOptionAsync("#by-unit", "alpha");
        await visit.Page.FillAsync("#by", "甲联");
        await visit.SendAsync("button[value=start]");
        Assert.Equal(200, visit.Status);
        Assert.Contains("流程已发起", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
        Assert.Contains("甲店", await visit.TextAsync(".open-list"), StringComparison.Ordinal);
        Assert.Equal("逐户 (0/2)", await visit.Page.Locator("[data-step=each].is-open text").First.TextContentAsync());

        foreach (var _ in new[] { "甲店", "乙店", "报告" })
        {
            // Whoever acted last need not say so again.
            Assert.Equal(("alpha", "甲联"), (await visit.Page.InputValueAsync("#by-unit"), await visit.Page.InputValueAsync("#by")));
            await visit.SendAsync("button[value='complete:done']");
            Assert.Equal(200, visit.Status);
        }

        Assert.Contains("已办结", await visit.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("“报告”办结", await visit.TextAsync(".journal"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator(".is-open").CountAsync());
        Assert.Equal(1, await visit.Page.Locator("[data-step=report].is-done").CountAsync());
        Assert.Empty(visit.Complaints);
        await visit.GoAsync($"/workflows?jurisdiction={Tiny}&status=ended");
        Assert.Contains(subject, await visit.TextAsync(".instances"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_KeepsWhatWasEntered_WhenRefused()
    {
        await using var visit = await pages.VisitAsync($"/workflows/definitions/{Tiny}/check#start");
        await visit.Page.CheckAsync("input[name='l.participants'][value=beta]");
        await visit.Page.SelectOptionAsync("#by-unit", "hub");
        await visit.Page.FillAsync("#by", "办公");
        await visit.SendAsync("button[value=start]");
        Assert.Equal(422, visit.Status);
        Assert.Contains("没有写明流程针对的对象", await visit.TextAsync("#subject-fault"), StringComparison.Ordinal);
        Assert.Contains("您的单位不能这样启动", await visit.TextAsync(".alert-danger"), StringComparison.Ordinal);
        Assert.True(await visit.Page.IsCheckedAsync("input[name='l.participants'][value=beta]"));
        Assert.Equal(("hub", "办公"), (await visit.Page.InputValueAsync("#by-unit"), await visit.Page.InputValueAsync("#by")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_KeepsWhatWasTyped_WhenItHasFaults(bool script)
    {
        var instance = await pages.StartAsync("check", "F-1", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/workflows/{instance}", script);
        await visit.Page.FillAsync("#f-body", "正文一段");
        await visit.Page.FillAsync("#f-tasks", "一百");
        await visit.Page.CheckAsync("input[name='l.participants'][value=gamma]");
        await visit.Page.SelectOptionAsync("#by-unit", "alpha");
        await visit.Page.FillAsync("#by", "甲联");
        await visit.SendAsync("button[value='complete:done']");
        Assert.Equal(422, visit.Status);
        Assert.True(await visit.Page.Locator("#f-title-fault").CountAsync() > 0);
        Assert.True(await visit.Page.Locator("#f-tasks-fault").CountAsync() > 0);
        Assert.Equal(("正文一段", "一百"), (await visit.Page.InputValueAsync("#f-body"), await visit.Page.InputValueAsync("#f-tasks")));
        Assert.True(await visit.Page.IsCheckedAsync("input[name='l.participants'][value=gamma]"));

        await visit.Page.FillAsync("#f-title", "二季度抽查");
        await visit.Page.FillAsync("#f-tasks", "12");
        await visit.SendAsync("button[value='complete:done']");
        Assert.Equal(200, visit.Status);
        Assert.Contains("乙局", await visit.TextAsync(".open-list"), StringComparison.Ordinal);
        Assert.Contains("丙局", await visit.TextAsync(".open-list"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("details.submission summary");
        Assert.Contains("二季度抽查", await visit.TextAsync("details.submission"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_IsRefusedWithEveryReason_WhenItIsNotTheirs()
    {
        var instance = await pages.StartAsync("check", "R-1", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/workflows/{instance}");
        await visit.Page.SelectOptionAsync("#by-unit", "beta");
        await visit.Page.FillAsync("#by", "Beth");
        await visit.SendAsync("button[value='complete:done']");
        Assert.Equal(422, visit.Status);
        var reasons = await visit.TextAsync(".task-form .alert-danger");
        Assert.Contains("编制方案", reasons, StringComparison.Ordinal);
        Assert.Contains("标题", reasons, StringComparison.Ordinal);
        var detail = await pages.Service<WorkflowReader>().InstanceAsync(instance, 50, default);
        Assert.Equal("plan", Assert.Single(detail!.State.OpenRuns).Step);
    }

    [Fact]
    public async Task Task_GoesThroughManyHands_WhenItIsClaimedDelegatedAttachedAndSentBack()
    {
        var instance = await pages.StartAsync("check", "H-1", ("participants", ["beta", "gamma"]));
        await using var visit = await pages.VisitAsync($"/workflows/{instance}");
        await visit.Page.SelectOptionAsync("#by-unit", "alpha");
        await visit.Page.FillAsync("#by", "甲联");
        await visit.Page.FillAsync("#f-title", "方案");
        await visit.Page.SetInputFilesAsync("#task-files", new Microsoft.Playwright.FilePayload { Name = "方案.txt", MimeType = "text/plain", Buffer = "内容"u8.ToArray() });
        await visit.SendAsync("button[value=attach]");
        Assert.Equal("方案", await visit.Page.InputValueAsync("#f-title"));
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".task-head .files a").ClickAsync());
        Assert.Equal("方案.txt", download.SuggestedFilename);
        await visit.SendAsync("button[value='complete:done']");

        await visit.Page.Locator(".open-list li", new() { HasText = "乙局" }).Locator("a").ClickAsync();
        await visit.Page.ClickAsync(".task-form .side summary");
        await visit.Page.SelectOptionAsync("#by-unit", "beta");
        await visit.Page.FillAsync("#by", "Beth");
        await visit.Page.FillAsync("#task-person", "Ben");
        await visit.SendAsync("button[value=delegate]");
        Assert.Equal(422, visit.Status);
        Assert.Contains("理由", await visit.TextAsync("#task-reason-fault"), StringComparison.Ordinal);
        Assert.Equal("Ben", await visit.Page.InputValueAsync("#task-person"));
        await visit.Page.FillAsync("#task-reason", "出差");
        await visit.SendAsync("button[value=delegate]");
        Assert.Contains("已委托", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
        Assert.Contains("Ben（受托）", await visit.TextAsync(".task-head"), StringComparison.Ordinal);

        await visit.Page.FillAsync("#by", "Ben");
        await visit.SendAsync("button[value='complete:refused']");
        Assert.Equal(422, visit.Status);
        await visit.Page.FillAsync("#task-reason", "人手不足");
        await visit.SendAsync("button[value='complete:refused']");
        Assert.Equal(200, visit.Status);
        Assert.Contains("人手不足", await visit.TextAsync(".journal"), StringComparison.Ordinal);
        Assert.Equal("派发 (1/2)", await visit.Page.Locator("[data-step=dispatch] > text").First.TextContentAsync());
    }

    [Fact]
    public async Task Actions_AreOffered_AsTheDefinitionAllowsThem()
    {
        var instance = await pages.StartAsync("check", "A-1", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/workflows/{instance}");
        await visit.Page.SelectOptionAsync("#by-unit", "alpha");
        await visit.Page.FillAsync("#by", "甲联");
        await visit.Page.FillAsync("#task-reason", "等待上级安排");
        await visit.Page.ClickAsync(".task-form .side summary");
        await visit.Page.FillAsync("#task-day", "2026-05-20");
        await visit.SendAsync("button[value=postpone]");
        Assert.Contains("2026-05-20", await visit.TextAsync(".open-list"), StringComparison.Ordinal);

        await visit.Page.Locator("#actions ~ .side summary", new() { HasText = "取消" }).ClickAsync();
        await visit.Page.FillAsync("#act-stop-reason", "计划调整");
        await visit.SendAsync("button[value=cancel]");
        Assert.Contains("已取消", await visit.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("计划调整", await visit.TextAsync(".journal"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator(".task-form").CountAsync());
    }

    [Fact]
    public async Task Draw_IsReportedByTheOffice_WhenNobodyOwnsIt()
    {
        var instance = await pages.StartAsync("check", "D-1", ("participants", ["beta"]));
        await GiveAsync(instance, "alpha", "甲联", version => new Core.Workflows.WorkflowCommand.Complete(1, "done", """{ "title": "T" }""") { Version = version });
        await GiveAsync(instance, "beta", "Beth", version => new Core.Workflows.WorkflowCommand.Complete(2, "accepted") { Version = version });
        await using var visit = await pages.VisitAsync($"/tasks?jurisdiction={Tiny}&unit=hub");
        await visit.Page.Locator(".tasks tr", new() { HasText = "D-1" }).Locator("th a").ClickAsync();
        await visit.Page.SelectOptionAsync("#by-unit", "hub");
        await visit.Page.FillAsync("#by", "办公");
        await visit.Page.FillAsync("#task-items", "店一\n店二");
        await visit.SendAsync("button[value=drawn]");
        Assert.Equal(422, visit.Status);
        Assert.Equal("店一\n店二", await visit.Page.InputValueAsync("#task-items"));
        await visit.Page.FillAsync("#task-record", "DRAW-9");
        await visit.SendAsync("button[value=drawn]");
        Assert.Equal(200, visit.Status);
        Assert.Contains("店一、店二", await visit.TextAsync(".facts"), StringComparison.Ordinal);
        Assert.Contains("成员单位负责人", await visit.TextAsync(".task-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_ShowsWhatRunsInItsDrawing_ForTheUnitChosen()
    {
        var instance = await pages.StartAsync("check", "Z-9", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/?jurisdiction={Tiny}&unit=alpha", script: false);
        var card = visit.Page.Locator(".procedure", new() { HasText = "Z-9" });
        Assert.Contains("编制方案", await card.Locator(".at-hand").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("甲局", await card.Locator(".at-hand").InnerTextAsync(), StringComparison.Ordinal);
        await card.Locator("summary").ClickAsync();
        Assert.True(await card.Locator("svg [data-step=plan].is-open").IsVisibleAsync());
        Assert.Equal($"/workflows/{instance}", await card.Locator(".procedure-name a").GetAttributeAsync("href"));
        await visit.GoAsync($"/?jurisdiction={Tiny}&unit=gamma");
        Assert.Equal(0, await visit.Page.Locator(".procedure", new() { HasText = "Z-9" }).CountAsync());
    }

    [Fact]
    public async Task Drawing_StaysOpen_WhenTheBoardIsFetchedAnew()
    {
        await pages.StartAsync("check", "O-1", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/?jurisdiction={Tiny}");
        await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.Locator(".procedure summary").First.ClickAsync(), response => response.Request.Headers.ContainsKey("hx-request") && !response.Url.EndsWith("/clock", StringComparison.Ordinal));
        await visit.Page.WaitForTimeoutAsync(500);
        Assert.True(await visit.Page.Locator(".procedure svg").First.IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Tasks_PutLateOnesFirst_WhenAUnitLooks()
    {
        await pages.StartAsync("check", "L-1", ("participants", ["beta"]));
        var now = pages.Clock.Now;
        pages.Clock.Now = now.AddDays(20);
        try
        {
            var late = await pages.StartAsync("check", "L-2", ("participants", ["beta"]));
            await using var visit = await pages.VisitAsync($"/tasks?jurisdiction={Tiny}&unit=alpha");
            Assert.StartsWith("已逾期", await visit.TextAsync("h2"), StringComparison.Ordinal);
            Assert.Contains("L-1", await visit.TextAsync(".tasks"), StringComparison.Ordinal);
            Assert.DoesNotContain("L-2", await visit.TextAsync(".tasks"), StringComparison.Ordinal);
            await visit.Page.Locator(".tasks tr", new() { HasText = "L-2" }).Locator("th a").ClickAsync();
            Assert.Contains(late.ToString(CultureInfo.InvariantCulture), visit.Page.Url, StringComparison.Ordinal);
        }
        finally
        {
            pages.Clock.Now = now;
        }
    }

    [Fact]
    public async Task Pages_SpeakEnglish_WhenAsked()
    {
        var instance = await pages.StartAsync("check", "E-1", ("participants", ["beta"]));
        await using var visit = await pages.VisitAsync($"/workflows/{instance}?lang=en");
        Assert.Equal("Where it stands", await visit.TextAsync("#where"));
        Assert.Contains("Bureau A", await visit.TextAsync(".open-list"), StringComparison.Ordinal);
        Assert.Contains("started, about E-1", await visit.TextAsync(".journal"), StringComparison.Ordinal);
        foreach (var (path, words) in new[] { ("/workflows", "Procedures"), ($"/workflows/definitions/{Tiny}/check", "Check"), ($"/tasks?jurisdiction={Tiny}", "To do") })
        {
            await visit.GoAsync(path);
            Assert.StartsWith(words, await visit.TextAsync("h1"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_ShowWhatDidNotStartByItself_WithTheReasons()
    {
        await using var visit = await pages.VisitAsync($"/events/{Tiny}");
        await visit.Page.SelectOptionAsync("#event", "liaison.changed");
        await visit.Page.FillAsync("#subject", "L-1");
        await visit.Page.FillAsync("#by", "王某");
        await visit.SendAsync("button[value=record]");
        foreach (var path in new[] { null, $"/workflows?jurisdiction={Tiny}", "/workflows" })
        {
            if (path is not null)
                await visit.GoAsync(path);
            var missed = await visit.TextAsync(".missed");
            Assert.All(["召集", "L-1", "没有写明“召集”中谁担任参与部门"], words => Assert.Contains(words, missed, StringComparison.Ordinal));
        }

        await visit.GoAsync($"/audit/{Tiny}?lang=en");
        Assert.Contains("workflow.not-started", await visit.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definition_SaysTimesAndLists_InWords()
    {
        await using var visit = await pages.VisitAsync($"/workflows/definitions/{Tiny}/visits");
        var steps = await visit.TextAsync(".steps");
        Assert.All(["逐个办理：抽查对象", "10 个工作日"], words => Assert.Contains(words, steps, StringComparison.Ordinal));
        await visit.GoAsync($"/workflows/definitions/{Tiny}/follow?lang=en");
        steps = await visit.TextAsync(".steps");
        Assert.All(["the event", "5 working days"], words => Assert.Contains(words, steps, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_SaysSo_WhenThereIsNoSuchThing()
    {
        foreach (var path in new[] { "/workflows/999999", "/workflows/definitions/nowhere/check", $"/workflows/definitions/{Tiny}/nothing", "/workflows/files/999999" })
        {
            await using var visit = await pages.VisitAsync(path);
            Assert.Equal(404, visit.Status);
        }
    }

    [Fact]
    public async Task Pages_StayAtHomeAndFitAPhone_WhenARealBrowserOpensThem()
    {
        var instance = await pages.StartAsync("check", "P-1", ("participants", ["beta"]));
        foreach (var path in new[] { "/", "/workflows", $"/workflows/{instance}", $"/workflows/definitions/{Tiny}/check", $"/workflows/definitions/{Tiny}/follow", "/tasks", $"/tasks?jurisdiction={Tiny}&unit=alpha" })
        {
            await using var visit = await pages.VisitAsync(path);
            Assert.Equal(200, visit.Status);
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, url => Assert.Equal("127.0.0.1", new Uri(url).Host));
            var ids = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)");
            Assert.Empty(ids);
            await visit.Page.SetViewportSizeAsync(390, 844);
            Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        }
    }

    /// <remarks>They have numbers below all others, so that they fill only what other tests leave of a page; and journals too long to be folded for a list.</remarks>
    [Fact]
    public async Task Lists_AnswerSoon_WhenAHundredThousandRun()
    {
        const string Crowd = """
            insert into workflow_instance (id, jurisdiction, workflow, subject, pack_hash, definition_version, version, status, starter_unit, open_steps, hears, dated_by, started_at, changed_at)
            select -n, i.jurisdiction, i.workflow, 'C-' || n, i.pack_hash, i.definition_version, 5000, 'running', 'gamma', '{"visit": 1}', '{}', i.dated_by, i.started_at, i.changed_at
            from generate_series(1, 100000) n, workflow_instance i where i.id = @model;
            insert into workflow_task (instance, run, jurisdiction, workflow, subject, step, item, kind, units, owners, due_on, opened_at)
            select -n, 1, '990001-tiny', 'visits', 'C-' || n, 'visit', '', 'task', '{gamma}', '{unit:gamma}', '2027-01-01'::date + n % 300, now() from generate_series(1, 100000) n;
            insert into workflow_party (jurisdiction, unit, instance, workflow, status) select '990001-tiny', 'gamma', -n, 'visits', 'running' from generate_series(1, 100000) n;
            analyze workflow_instance; analyze workflow_task; analyze workflow_party;
            """;
        var model = await pages.StartAsync("visits", "M-1", ("targets", ["丁店"]));
        await using (var insert = pages.Postgres.Source.CreateCommand(Crowd))
        {
            insert.CommandTimeout = 300;
            insert.Parameters.AddWithValue("model", model);
            await insert.ExecuteNonQueryAsync();
        }

        using var client = new HttpClient();
        foreach (var path in new[] { "/", $"/?jurisdiction={Tiny}&unit=gamma", "/workflows", $"/workflows?jurisdiction={Tiny}&unit=gamma&status=running&before=-50000", $"/tasks?jurisdiction={Tiny}&unit=gamma", $"/workflows/definitions/{Tiny}/visits" })
        {
            await client.GetStringAsync(pages.Root + path);
            var watch = Stopwatch.StartNew();
            var page = await client.GetStringAsync(pages.Root + path);
            output.WriteLine($"{path}: {watch.ElapsedMilliseconds} ms, {page.Length / 1024} KB");
            Assert.InRange(watch.ElapsedMilliseconds, 0, 2_000);
        }
    }

    private async Task GiveAsync(long instance, string unit, string name, Func<long, Core.Workflows.WorkflowCommand> command)
    {
        var detail = await pages.Service<WorkflowReader>().InstanceAsync(instance, 1, default);
        Assert.Empty((await pages.Service<WorkflowDesk>().GiveAsync(instance, command(detail!.Line.Row.Version), new(unit, name), default)).Refusals);
    }
}
