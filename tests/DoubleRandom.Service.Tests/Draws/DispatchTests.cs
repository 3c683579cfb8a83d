using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Workflows;
using static DoubleRandom.Service.Tests.Draws.DrawingCounty;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>Draws in the procedure of a county: the joint inspection goes on with what was drawn.</summary>
public sealed class DispatchTests
{
    /// <summary>Two inspectors of the lead and one of the participant for every target, in September.</summary>
    internal const string WithTeams = """
        {"method":"srs","each":{"atLeast":"10"},
         "assignment":{"from":"2026-09-10","to":"2026-09-20","slots":[{"department":"transport","count":2},{"department":"emergency"}]}}
        """;

    [Fact]
    public async Task Dispatch_CarriesTargetsAndTeamsIntoTheProcedure_WhenAllOfItIsDrawnAtOnce()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();

        var drawn = await county.DrawAsync(Order(WithTeams, instance), CeremonyStage.Dispatched);

        Assert.Equal(2, drawn.Told); // The targets, then the lead's inspectors.
        var state = await StateAsync(county, instance);
        Assert.Equal(await county.PicksAsync(drawn.Number), state.Lists["targets"], StringComparer.Ordinal);
        Assert.Equal(["confirm-lead-inspectors"], state.OpenRuns.Select(run => run.Step), StringComparer.Ordinal);
        var teams = (await county.Engine.ListAsync<(string Target, string Unit, string Inspector)>("select target, unit, inspector from draw_assignment order by target, slot")).ToArray();
        Assert.Equal(36, teams.Length);
        Assert.All(teams.GroupBy(one => one.Target, StringComparer.Ordinal), team => Assert.Equal(["transport", "transport", "emergency"], team.Select(one => one.Unit), StringComparer.Ordinal));
        Assert.All(teams.GroupBy(one => one.Target, StringComparer.Ordinal), team => Assert.Equal(3, team.Select(one => one.Inspector).Distinct(StringComparer.Ordinal).Count()));
        Assert.DoesNotContain((CodeOf(1), "transport", "JY-01"), teams); // Recused.
    }

    [Fact]
    public async Task Dispatch_TellsTheParticipant_OnceItWaits()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();
        await county.DrawAsync(Order(WithTeams, instance), CeremonyStage.Dispatched);
        var desk = county.Engine.Get<WorkflowDesk>();

        await GiveAsync(desk, county, instance, "confirm-lead-inspectors", Clerk, "confirmed", Selection("陈", "林"));
        await GiveAsync(desk, county, instance, "accept", Emergency, "accepted", """{"items":[{"item":"安全生产","basis":"安全生产法"}],"on-list":true}""");
        Assert.Equal(["draw-inspectors"], await county.OpenStepsAsync(instance), StringComparer.Ordinal);
        Assert.Equal(1, await county.Engine.Get<DispatchRounds>().RunAsync(default));
        Assert.Equal(0, await county.Engine.Get<DispatchRounds>().RunAsync(default));

        Assert.Equal(["confirm-inspectors"], await county.OpenStepsAsync(instance), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Dispatch_AnswersAStepOnce_WhenAnInspectorWithdrawsAndTheStepOpensAgain()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();
        var first = await county.DrawAsync(Order(WithTeams, instance), CeremonyStage.Dispatched);
        await GiveAsync(county.Engine.Get<WorkflowDesk>(), county, instance, "confirm-lead-inspectors", Clerk, "redraw", Selection("陈"), "陈与对象有利害关系");

        Assert.Equal(0, await county.Engine.Get<DispatchRounds>().RunAsync(default));
        Assert.Equal(["draw-lead-inspectors"], await county.OpenStepsAsync(instance), StringComparer.Ordinal);

        // The inspectors alone are drawn again: the same targets, another seed, a record of its own.
        var again = Order(WithTeams.Replace("\"each\":{\"atLeast\":\"10\"}", "\"whole\":{\"atLeast\":\"100\"}", StringComparison.Ordinal), instance) with
        {
            What = DrawOrder.Inspectors,
            Stratum = null,
            Scope = new(Codes: await county.PicksAsync(first.Number)),
        };
        var second = await county.DrawAsync(again, CeremonyStage.Dispatched);

        Assert.Equal(("445200-0002", 1), (second.Number, second.Told));
        Assert.Equal(["confirm-lead-inspectors"], await county.OpenStepsAsync(instance), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_LeavesNothingHalfDone_WhenItIsCutOffAndComesBack()
    {
        await using var county = await OpenAsync();
        var seeded = await county.DrawAsync(upTo: CeremonyStage.Seeded);
        var key = new DrawKey(Folder, seeded.Number);

        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(5 * attempt));
            try
            {
                await county.Desk.RunAsync(key, Office, cut.Token);
            }
            catch (OperationCanceledException)
            {
                var (stage, picks, files) = await county.Engine.AskAsync<(string, int, int)>("select stage, (select count(*)::int from draw_pick), (select count(*)::int from draw_file where name in ('seed.txt', 'sealed.json')) from draw");
                Assert.True((stage, picks, files) is ("seeded", 0, 0) or ("drawn", 12, 2), $"{stage} {picks} {files}");
            }
        }

        var (first, second) = (Done(await county.Desk.RunAsync(key, Office, default)), Done(await county.Desk.RunAsync(key, Office, default)));
        Assert.Equal(first.RecordSha256, second.RecordSha256);
        Assert.Equal(12, (await county.PicksAsync(seeded.Number)).Length);
    }

    [Fact]
    public async Task Substitute_IsTheNextOfTheStratum_AndStandsInTheRecord()
    {
        await using var county = await OpenAsync();
        var drawn = await county.DrawAsync(upTo: CeremonyStage.Dispatched);
        var (key, target) = (new DrawKey(Folder, drawn.Number), (await county.PicksAsync(drawn.Number))[0]);

        var first = Done(await county.Desk.SubstituteAsync(key, target, "已注销", Office, default));
        Assert.Equal(first, Done(await county.Desk.SubstituteAsync(key, target, "已注销", Office, default)));
        var second = Done(await county.Desk.SubstituteAsync(key, first.Substitute, "查无此地址", Office, default));
        Assert.Equal("draw-substitute-none", Codes(await county.Desk.SubstituteAsync(key, second.Substitute, "再换", Office, default))); // The rules have two.
        Assert.Equal("draw-substitute-none", Codes(await county.Desk.SubstituteAsync(key, CodeOf(999), "没有抽中", Office, default)));
        Assert.Equal("reason-missing", Codes(await county.Desk.SubstituteAsync(key, target, " ", Office, default)));

        Done(await county.Desk.RevealAsync(key, Office, default));
        var (record, frame) = (await county.PublicFileAsync(drawn.Number, "record.json"), await county.PublicFileAsync(drawn.Number, "frame.txt"));
        var verified = RecordVerifier.Verify(record!, new RecordFiles(() => new MemoryStream(frame!)), new AllCores());
        Assert.Empty(verified.Differences);
        Assert.Equal([(first.Substitute, target), (second.Substitute, first.Substitute)], verified.Facts!.Uses.Select(use => (use.Id, use.Instead)));
    }

    [Fact]
    public async Task Run_FollowsWhatWasFrozen_WhenAnInspectorIsRecusedLate()
    {
        await using var county = await OpenAsync();
        var frozen = await county.DrawAsync(Order(WithTeams), CeremonyStage.Frozen);
        await county.ImportAsync(InspectorSheet.Id, "编号,姓名,单位,执法证号,证件有效期至,任务上限,回避对象\nJY-02,姓名2,transport,粤执0002,2027-12-31,20," + string.Join(';', Enumerable.Range(1, Companies).Select(CodeOf)) + "\n");
        var key = new DrawKey(Folder, frozen.Number);
        foreach (var witness in new[] { "公证员甲", "人大代表乙" })
            Done(await county.Desk.WitnessAsync(key, witness, "1618033988", Office, default));

        Done(await county.Desk.RunAsync(key, Office, default));

        // The lists were committed to before: the draw is as they say, and the late recusal is for who confirms the team, or for a draw that takes its place.
        Assert.True(await county.Engine.AskAsync<int>("select count(*)::int from draw_assignment where inspector = 'JY-02'") > 0);
        var again = await county.DrawAsync(Order(WithTeams) with { Supersedes = frozen.Number, Reason = "JY-02 应当回避" });
        Assert.Equal(0, await county.Engine.AskAsync<int>("select count(*)::int from draw_assignment join draw using (jurisdiction, sequence) where inspector = 'JY-02' and number = @Number", new { again.Number }));
    }

    [Fact]
    public async Task Dispatch_LeavesTheTeamsWithTheInspections_WhenItTellsTheUnits()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();

        await county.DrawAsync(Order(WithTeams, instance), CeremonyStage.Dispatched);

        Assert.Equal(
            await county.Engine.ListAsync<(string, string)>("select target, inspector from draw_assignment where unit = 'transport' order by 1, 2"),
            await county.Engine.ListAsync<(string, string)>("select target, inspector from inspection_team where origin = 'draw' and department = 'transport' order by 1, 2"));
    }

    [Fact]
    public async Task Participants_FollowFromTheBusinessScope_AfterAnUndirectedDraw()
    {
        await using var county = await OpenAsync();
        await county.ImportAsync(ItemSheet.Id, "编号,抽查事项,检查部门,检查依据,行业代码\nX-1,客运经营,transport,道路运输条例,54\nX-3,汽修检查,transport,道路运输条例,81\nX-2,餐饮卫生,market-regulation,食品安全法,62\n");
        var drawn = await county.DrawAsync();

        var participants = (await county.Engine.Get<DrawReader>().ParticipantsAsync(county.Pack, drawn.Number, default))!;

        Assert.Equal(12, participants.Count);
        Assert.All(participants, one => Assert.Equal(["transport"], one.Units, StringComparer.Ordinal));
        Assert.All(participants, one => Assert.Equal(["X-1"], one.Items.Select(item => item.Id), StringComparer.Ordinal)); // Not that on repair shops.
    }

    [Fact]
    public async Task Reveal_ShowsEverythingButNoName_WhenTheChecksAreOver()
    {
        await using var county = await OpenAsync();
        var drawn = await county.DrawAsync(Order(WithTeams), CeremonyStage.Revealed);

        var files = new[] { "record.json", "frame.txt", "inspectors.txt", "recusals.txt" }.ToDictionary(name => name, name => county.PublicFileAsync(drawn.Number, name).Result!, StringComparer.Ordinal);
        var verified = RecordVerifier.Verify(
            files["record.json"], new RecordFiles(() => new MemoryStream(files["frame.txt"]), () => new MemoryStream(files["inspectors.txt"]), () => new MemoryStream(files["recusals.txt"])), new AllCores());

        Assert.Empty(verified.Differences);
        Assert.Empty(verified.Unchecked);
        Assert.All(files.Values.Select(System.Text.Encoding.UTF8.GetString), text => Assert.DoesNotContain("JY-", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reveal_IsRefused_WhileTargetsAreStillToBeChecked()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();
        var drawn = await county.DrawAsync(Order(WithTeams, instance), CeremonyStage.Dispatched);

        Assert.Equal("draw-checks-open", Codes(await county.Desk.RevealAsync(new(Folder, drawn.Number), Clerk, default)));
    }

    [Fact]
    public async Task Run_ChangesNothingAndNamesTheBottleneck_WhenPeopleAreTooFew()
    {
        await using var county = await OpenAsync();
        var rules = WithTeams.Replace("\"count\":2", "\"count\":7", StringComparison.Ordinal);
        var seeded = await county.DrawAsync(Order(rules), CeremonyStage.Seeded);

        var answer = await county.Desk.RunAsync(new(Folder, seeded.Number), Office, default);

        Assert.Contains("draw-infeasible", Codes(answer), StringComparison.Ordinal);
        Assert.Contains("未作任何选派", answer.Refusals[0].Problem.Zh, StringComparison.Ordinal);
        Assert.Equal(("seeded", 0L), await county.Engine.AskAsync<(string, long)>("select stage, (select count(*) from draw_pick) from draw"));
        Done(await county.Desk.AbandonAsync(new(Folder, seeded.Number), "运输局人手不足，改为每户两人", Office, default));
        Assert.Equal("drawn", (await county.DrawAsync(Order(WithTeams))).Stage);
    }

    private static string Selection(params string[] names) =>
        $$"""{"inspectors":[{{string.Join(',', names.Select(name => $$"""{"name":"{{name}}","credential-valid-to":"2027-12-31","has-interest":false}"""))}}]}""";

    private static async Task GiveAsync(WorkflowDesk desk, DrawingCounty county, long instance, string step, WorkflowPerson by, string outcome, string content, string? reason = null)
    {
        var state = await StateAsync(county, instance);
        var run = state.OpenRuns.Single(open => string.Equals(open.Step, step, StringComparison.Ordinal));
        Done(await desk.GiveAsync(instance, new WorkflowCommand.Complete(run.Number, outcome, content, reason) { Version = state.Version }, by, default));
    }

    private static async Task<WorkflowInstance> StateAsync(DrawingCounty county, long instance) => (await county.Engine.Get<WorkflowReader>().InstanceAsync(instance, 1, default))!.State;
}
