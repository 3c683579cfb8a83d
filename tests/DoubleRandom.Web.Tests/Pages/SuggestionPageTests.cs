using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Tests.Inspections;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(DrawPagesCollection.Name)]
public class SuggestionPageTests(DrawPagesFixture pages)
{
    private const string ByScope = "section[aria-labelledby=task]";

    [Fact]
    public async Task Participants_FollowFromTheScopeOfWhatWasDrawn_AndAPersonDecides()
    {
        var instance = await PengyangTask.PlannedAsync(pages.Service<WorkflowDesk>(), pages.Service<WorkflowReader>(), "T-30");
        await using var visit = await pages.VisitAsync($"/workflows/{instance}");
        await visit.Page.SelectOptionAsync("#by-unit", PengyangTask.Lead);
        await visit.Page.FillAsync("#by", PengyangTask.Head.Name);
        await visit.SendAsync("button[value='complete:undirected']");
        var draw = await DrawAllAsync(instance);

        await visit.GoAsync($"/workflows/{instance}");
        Assert.Contains("按经营范围确定参与部门", await visit.TextAsync("#task"), StringComparison.Ordinal);
        Assert.Equal(["health", "transport"], await TickedAsync(visit));
        var rows = (await visit.Page.Locator(".suggested tbody tr").AllInnerTextsAsync()).ToDictionary(row => row.Split('\n')[0], StringComparer.Ordinal);
        Assert.Contains("县卫生健康局\n公共场所卫生监督检查", rows["彭阳县悦来客栈"], StringComparison.Ordinal);
        Assert.Contains("县市场监管局 本环节承办", rows["彭阳县悦来客栈"], StringComparison.Ordinal);
        Assert.DoesNotContain("医疗机构", rows["彭阳县悦来客栈"], StringComparison.Ordinal);
        Assert.Contains("道路货物运输经营检查", rows["彭阳县宏达运输"], StringComparison.Ordinal);
        Assert.Contains("县农业农村局、县卫生健康局", rows["彭阳县无名合作社<b>"], StringComparison.Ordinal); // Nothing is known of it: a person decides.
        Assert.Equal($"/draws/{DrawPagesFixture.Pengyang}/{draw}", await visit.Page.Locator(".suggested h3 a").GetAttributeAsync("href"));

        await visit.Page.UncheckAsync($"{ByScope} input[value=transport]");
        await visit.Page.CheckAsync($"{ByScope} input[value=agriculture]");
        await visit.Page.SelectOptionAsync("#by-unit", "");
        await visit.SendAsync("button[value='complete:done']");
        Assert.Equal(422, visit.Status);
        Assert.Equal(["agriculture", "health"], await TickedAsync(visit));
        await visit.Page.SelectOptionAsync("#by-unit", PengyangTask.Lead);
        await visit.Page.FillAsync("#by", PengyangTask.Office.Name);
        await visit.SendAsync("button[value='complete:done']");
        Assert.Equal(200, visit.Status);
        Assert.Contains("县农业农村局、县卫生健康局", await visit.TextAsync(".facts"), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator(".suggested").CountAsync());
        Assert.Equal(["agriculture", "health"], await AcceptingAsync(instance));
        Assert.Equal("", visit.Unexpected);
    }

    [Fact]
    public async Task Suggestion_LooksAtTheTargets_WhenTheyWereDrawnElsewhere()
    {
        var (desk, reader) = (pages.Service<WorkflowDesk>(), pages.Service<WorkflowReader>());
        var instance = await PengyangTask.PlannedAsync(desk, reader, "T-31");
        await PengyangTask.GiveAsync(desk, reader, instance, "approve", PengyangTask.Complete("undirected", null), PengyangTask.Head);
        await PengyangTask.DrawnElsewhereAsync(desk, reader, instance, "draw-undirected", PengyangTask.Garage, "91640425MA0000009B");
        await using var visit = await pages.VisitAsync($"/workflows/{instance}?lang=en");
        Assert.Equal(["transport"], await TickedAsync(visit));
        Assert.Contains("Units that follow from the business scope", await visit.TextAsync(".suggested"), StringComparison.Ordinal);
        Assert.Equal(2, await visit.Page.Locator(".suggested tbody tr").CountAsync()); // One stands in no directory.
        Assert.Equal(0, await visit.Page.Locator(".suggested h3 a").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    /// <summary>The lead draws all targets there are, with second person and witnesses; the draw's number.</summary>
    private async Task<string> DrawAllAsync(long instance)
    {
        var desk = pages.Service<CeremonyDesk>();
        var order = new DrawOrder
        {
            Jurisdiction = DrawPagesFixture.Pengyang,
            What = DrawOrder.Targets,
            Instance = instance,
            Scope = new(),
            Rules = """{"each":{"atLeast":"100"}}""",
            Witnesses = ["公证员甲", "人大代表乙"],
        };
        var receipt = PengyangTask.Done(await desk.PrepareAsync(order, PengyangTask.Office, default)).Draw;
        var key = new DrawKey(order.Jurisdiction, receipt.Number);
        PengyangTask.Done(await desk.FreezeAsync(key, receipt.ManifestSha256, PengyangTask.Head, default));
        foreach (var witness in order.Witnesses)
            PengyangTask.Done(await desk.WitnessAsync(key, witness, "3141592653", PengyangTask.Office, default));
        PengyangTask.Done(await desk.RunAsync(key, PengyangTask.Office, default));
        PengyangTask.Done(await desk.DispatchAsync(key, PengyangTask.Office, default));
        return receipt.Number;
    }

    /// <summary>The units that are asked to take part, when the lead has its inspectors.</summary>
    private async Task<string[]> AcceptingAsync(long instance)
    {
        var (desk, reader) = (pages.Service<WorkflowDesk>(), pages.Service<WorkflowReader>());
        await PengyangTask.DrawnElsewhereAsync(desk, reader, instance, "draw-lead-inspectors", "M-01", "M-02");
        await PengyangTask.GiveAsync(
            desk, reader, instance, "confirm-lead-inspectors",
            PengyangTask.Complete("confirmed", """{"inspectors":[{"name":"马一","credential-valid-to":"2027-12-31","has-interest":false}]}"""), PengyangTask.Office);
        var state = (await reader.InstanceAsync(instance, 1, default))!.State;
        return [.. state.OpenRuns.Where(run => run.Step is "accept").Select(run => state.Frames[run.Frame].Path).Order(StringComparer.Ordinal)];
    }

    private static Task<string[]> TickedAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string[]>($"[...document.querySelectorAll('{ByScope} .unit-choice input:checked')].map(e => e.value).sort()");
}
