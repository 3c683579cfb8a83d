using DoubleRandom.Core.Inspections;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Inspections.InspectedCounty;

namespace DoubleRandom.Service.Tests.Inspections;

public sealed class InspectionDeskTests
{
    [Fact]
    public async Task Register_HasEveryTargetWithDepartmentsAndItems_WhenVisitsOpen()
    {
        await using var county = await AtVisitsAsync();
        var detail = await county.SeeAsync();
        Assert.Equal(("open", Lead, 0), (detail.Row.State, detail.Row.Lead, detail.Row.Result));
        Assert.Equal([$"{Lead}:公示信息检查", $"{Other}:运输资质"], detail.Departments.Select(one => $"{one.Department.Unit}:{one.Department.Items[0].Item}"), StringComparer.Ordinal);
        Assert.Equal("M-01,M-02", string.Join(',', detail.Departments[0].Team));
        Assert.Equal([Shop, Garage], (await county.Engine.Get<InspectionReader>().OfTaskAsync(county.Task, null, 10, default)).Select(row => row.Target), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Record_FinishesTheVisit_WhenTheLastDepartmentAnswers()
    {
        await using var county = await AtVisitsAsync();
        Done(await county.SendAsync(Signed));
        var first = Done(await county.RecordAsync(Record()));
        Assert.Equal((1, Other, "open", 0), (first.Version, string.Join(',', first.Unanswered), first.State, first.Result));
        var last = Done(await county.RecordAsync(Record(Road, "corrected", "一车未年检"), Road));
        Assert.Equal(("done", 1, "corrected"), (last.State, last.Result, last.Category));
        Assert.Empty(last.NotFinished);
        Assert.Equal($"visit@{Garage}", await county.OpenAsync());
        var run = (await county.StateAsync(county.Task)).State.Runs[(await county.RowAsync()).Run];
        Assert.Contains("\"inspectors\":4", run.Content, StringComparison.Ordinal);
        Assert.Equal((Lead, "engine"), (run.ByUnit, run.By));
    }

    [Fact]
    public async Task Record_IsKeptOnce_WhenTheClientSendsItAgain()
    {
        await using var county = await AtVisitsAsync();
        var sent = Done(await county.RecordAsync(Record(), key: "k-1"));
        Assert.Equal(sent.Version, Done(await county.RecordAsync(Record(), key: "k-1")).Version);
        Assert.Equal(1, Done(await county.RecordAsync(Record(), key: "k-2")).Version);
        Assert.Equal("idempotency-key-reused", Codes(await county.RecordAsync(Record(category: "corrected", found: "问题"), key: "k-1")));
        Assert.Single((await county.SeeAsync()).Departments[0].Versions);
    }

    [Fact]
    public async Task Record_IsKeptOnce_WhenTwoConnectionsSendItAtTheSameTime()
    {
        await using var county = await AtVisitsAsync();
        await using var node = await county.Engine.AnotherNodeAsync();
        var desks = new[] { county.Desk, node.Get<InspectionDesk>() };
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => county.RecordAsync(Record(), key: "same", desk: desks[n % 2]))));
        Assert.All(receipts, receipt => Assert.Equal(1, Done(receipt).Version));
        Assert.Single((await county.SeeAsync()).Departments[0].Versions);
    }

    [Fact]
    public async Task Record_LosesNothing_WhenDepartmentsAndFilesComeInAnyOrder()
    {
        await using var county = await AtVisitsAsync();
        await using var node = await county.Engine.AnotherNodeAsync();
        var record = Done(await county.RecordAsync(Record(photographs: [HashOf(Photograph)])));
        Assert.Equal(new[] { HashOf(Photograph), HashOf(Signed) }.Order(StringComparer.Ordinal), record.Awaited, StringComparer.Ordinal);
        await Task.WhenAll(
            Task.Run(() => county.RecordAsync(Record(Road), Road, key: "r", desk: node.Get<InspectionDesk>())),
            Task.Run(() => county.SendAsync(Photograph, name: "b.jpg", mediaType: "image/jpeg")),
            Task.Run(() => county.SendAsync(Signed)),
            Task.Run(() => county.SendAsync(Signed, Road)));
        var detail = await county.SeeAsync();
        Assert.Equal(("done", 1, 2), (detail.Row.State, detail.Row.Result, detail.Files.Count));
    }

    [Fact]
    public async Task Record_TellsEveryReasonAtOnce_WhenTheRulesRefuseIt()
    {
        await using var county = await AtVisitsAsync();
        var alone = Record() with { Inspectors = ["M-01"], CredentialsShown = false, Signature = new("nobody", null, "没签") };
        var answer = await county.RecordAsync(alone);
        Assert.Equal(["result.credentialsShown", "result.isRecordSigned", "task.inspectors"], answer.Refusals.Where(refusal => refusal.Code is "site-check").Select(refusal => refusal.Subject).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(answer.Refusals, refusal => Assert.False(string.IsNullOrEmpty(refusal.Remedy.En)));
        Assert.True((await county.RecordAsync(Record() with { Signature = new("refused", null, "负责人拒签，两名检查人员注明") })).IsDone);
    }

    [Fact]
    public async Task Record_IsRefused_WhenItIsNotOfThisTaskTeamOrDepartment()
    {
        await using var county = await AtVisitsAsync();
        Assert.Equal("inspection-unknown", Codes(await county.RecordAsync(Record(), target: "91640425MA0000003L")));
        Assert.Equal("inspector-not-of-team", Codes(await county.RecordAsync(Record() with { Inspectors = ["M-01", "M-02", "X-01"] })));
        Assert.Equal("record-missing, site-check", Codes(await county.RecordAsync(Record() with { Inspectors = ["T-01"] }))); // Somebody of another department is present, and nobody of its own.
        Assert.Equal("not-yours", Codes(await county.RecordAsync(Record(), Road, department: Lead)));
        Assert.Equal("department-unknown", Codes(await county.RecordAsync(Record(), new("health", "卫员"))));
        Assert.Equal("stale", Codes(await county.RecordAsync(Record(), seen: 3)));
        Assert.Empty((await county.SeeAsync()).Departments[0].Versions);
    }

    [Fact]
    public async Task Record_MakesANewVersion_WhenItIsCorrectedWithAReason()
    {
        await using var county = await AtVisitsAsync();
        await county.AnswerAsync();
        await county.AnswerAsync(Garage);
        await county.FinishAsync("feed-back", content: """{"findings":"无","answers-for":true}""", by: Road, item: Other);
        await county.CompileAsync();
        await county.GiveAsync("publish", (run, version) => new Core.Workflows.WorkflowCommand.Published(run, "P-1") { Version = version });
        Assert.Equal("report", await county.OpenAsync());

        var changed = Record(Road, "corrected", "复看照片，一车未年检");
        Assert.Equal("reason-missing", Codes(await county.RecordAsync(changed, Road, 1)));
        var receipt = Done(await county.RecordAsync(changed, Road, 1, "复核照片"));
        Assert.Equal((2, 2, "corrected"), (receipt.Version, receipt.Result, receipt.Category));
        Assert.Empty(receipt.NotFinished);
        Assert.Equal("report, republish", await county.OpenAsync());
        var detail = await county.SeeAsync();
        Assert.Equal([null, "复核照片"], detail.Results.Select(version => version.Row.Reason), StringComparer.Ordinal);
        Assert.Equal(["no-problem", "corrected"], detail.Results.Select(version => version.Result.Category), StringComparer.Ordinal);
        Assert.Contains(await county.Engine.ListAsync<string>("select name from event"), name => name is "result.updated");
    }

    [Fact]
    public async Task Visit_CanBeFinishedByHand_WithItsOwnWord()
    {
        await using var county = await AtVisitsAsync();
        Done(await county.SendAsync(Signed));
        Done(await county.RecordAsync(Record()));
        await county.FinishAsync("visit", content: """{"inspected-on":"2024-09-02","method":"on-site","inspectors":2,"inspector-names":"马一、马二","credentials-shown":true,"signed":true,"checked":"正常","category":"pending"}""", item: Shop);
        var detail = await county.SeeAsync();
        Assert.Equal(("done", 1, "pending", true), (detail.Row.State, detail.Row.Result, detail.Row.Category, detail.Results[0].Result.IsManual));
        var late = Done(await county.RecordAsync(Record(Road), Road));
        Assert.Equal((2, "no-problem"), (late.Result, late.Category));
    }

    [Fact]
    public async Task Visit_IsLeftToWhoHasItInHand_WhenAllHaveAnswered()
    {
        await using var county = await AtVisitsAsync();
        await county.GiveAsync("visit", (run, version) => new Core.Workflows.WorkflowCommand.Claim(run) { Version = version }, Head, Shop);
        var receipt = await county.AnswerAsync();
        Assert.Equal(("answered", "in-other-hands"), (receipt.State, string.Join(',', receipt.NotFinished.Select(refusal => refusal.Code))));
        Assert.Equal("done", Done(await county.Desk.FinishAsync(county.Key(), Head, default)).State);
    }

    [Fact]
    public async Task File_IsRefused_WhenKindOrSizeIsWrong()
    {
        await using var county = await AtVisitsAsync();
        Assert.Equal("file-kind", Codes(await county.SendAsync("<script>alert(1)</script>"u8.ToArray(), name: "x.png")));
        Assert.Equal("file-kind", Codes(await county.SendAsync(Photograph, name: "x.png")));
        Assert.Equal("file-kind", Codes(await county.SendAsync([], name: "x.png")));
        Assert.Equal("attachment-too-large", Codes(await county.SendAsync([.. Signed, .. new byte[PictureKind.MostBytes]])));
        Assert.Equal("department-unknown", Codes(await county.SendAsync(Signed, new("health", "卫员"))));
        Done(await county.SendAsync(Signed));
        Done(await county.SendAsync(Signed, Road));
        Assert.Single((await county.SeeAsync()).Files);
    }

    [Fact]
    public async Task Team_IsHeldAgainstTheDirectory_WhenGivenByHand()
    {
        await using var county = await AtVisitsAsync();
        async Task<string> GivenAsync(string? reason, params string[] ids) => Codes(await county.Desk.AssignAsync(county.Key(), Lead, ids, reason, Office, null, default));
        Assert.Equal("reason-missing", await GivenAsync(null, "M-01"));
        Assert.Equal("credential-expired", await GivenAsync("换人", "M-01", "M-03"));
        Assert.Equal("inspector-recused", await GivenAsync("换人", "M-04"));
        Assert.Equal("inspector-at-capacity", await GivenAsync("换人", "M-02"));
        Assert.Equal("inspector-of-other-unit", await GivenAsync("换人", "T-01"));
        Assert.Equal("inspector-unknown", await GivenAsync("换人", "X-99"));
        Assert.Equal("team-empty", await GivenAsync("换人"));
        Assert.Equal("", await GivenAsync("一人生病", "M-01"));
        Assert.Equal("M-01", string.Join(',', (await county.SeeAsync()).Departments[0].Team));
    }

    [Fact]
    public async Task Team_IsThatOfTheNewestDrawThatStands_WhenAVisitOpens()
    {
        const string added = "91640425MA0000003L";
        await using var county = await AtVisitsAsync();
        foreach (var (sequence, inspector, superseded) in new[] { (1, "M-01", "D-2"), (2, "M-02", null), (3, "T-01", (string?)null) })
            await county.Engine.DoAsync(
                """
                insert into draw (jurisdiction, sequence, number, what, stage, instance, on_day, asked, manifest, manifest_sha256, witnesses, prepared_by, prepared_unit, prepared_at, superseded_by, changed_at)
                values (@folder, @sequence, 'D-' || @sequence, 'inspectors', 'dispatched', @instance, '2024-09-02', '{}', '{}', '', '[]', '马科', 'market-regulation', now(), @superseded, now());
                insert into draw_assignment values (@folder, @sequence, @added, 0, @unit, @inspector, 'P', '2024-09-02')
                """, new { folder = PengyangTask.Folder, sequence, instance = county.Task, superseded, added, inspector, unit = inspector is "T-01" ? Other : Lead });
        var state = (await county.StateAsync(county.Task)).State;
        var batch = state.Frames.Values.Single(frame => frame.Kind == Core.Workflows.Running.FrameKind.Batch && frame.Step is "visits").Number;
        Done(await county.Engine.Get<Service.Workflows.WorkflowDesk>().GiveAsync(county.Task, new Core.Workflows.WorkflowCommand.Add(batch, [added], "补抽") { Version = state.Version }, Office, default));
        Assert.Equal(["M-02", "T-01"], (await county.SeeAsync(added)).Departments.SelectMany(department => department.Team), StringComparer.Ordinal);
        Assert.Equal(["M-01", "M-02"], (await county.SeeAsync()).Departments[0].Team, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Inspection_IsCancelled_WhenItsTaskIs()
    {
        await using var county = await AtVisitsAsync();
        var state = (await county.StateAsync(county.Task)).State;
        Done(await county.Engine.Get<Service.Workflows.WorkflowDesk>().GiveAsync(county.Task, new Core.Workflows.WorkflowCommand.Cancel("汛期") { Version = state.Version }, Head, default));
        Assert.Equal("cancelled", (await county.RowAsync()).State);
        Assert.Equal("inspection-cancelled", Codes(await county.RecordAsync(Record())));
    }
}
