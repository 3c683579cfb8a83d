using DoubleRandom.Core.Packs;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>What should have started by itself and was refused: it holds up nothing, and staff can see it.</summary>
public sealed class MissedStartTests
{
    /// <summary>The follow-up rests on the county's document, which lapses on the ninth.</summary>
    private static readonly PackLibrary Lapsing = WorkflowEngine.Library(["follow", "check"], ("\"local\": { \"zh\": \"测试用\", \"en\": \"For tests\" },\n  \"subject\": \"result\"", "\"basis\": \"tiny-notice 三\",\n  \"subject\": \"result\""))
        .With($"workflows/{TestPacks.Tiny}/jurisdiction.json", "\"issuedOn\": \"2020-01-02\"", "\"issuedOn\": \"2020-01-02\", \"inForceTo\": \"2026-03-09\"")
        .With($"workflows/{TestPacks.Tiny}/jurisdiction.json", "\"obligation:twins\"", "\"obligation:twins\", \"workflow:follow\"");

    [Fact]
    public async Task Event_StandsAndTellsWhatDidNotStart_WhenNobodyCanBeCast()
    {
        await using var engine = await WorkflowEngine.WithAsync("summoned");
        engine.Engine.Clock.Set("2026-04-02 09:00"); // The only participant left at the end of March.

        Assert.Empty((await engine.Engine.HappenAsync("liaison.changed", "2026-04-02", "alpha", "L-1")).Refusals);
        await engine.Engine.HappenAsync("liaison.changed", "2026-04-02", "alpha", "L-1");

        var missed = Assert.Single(await engine.Reader.MissedAsync("990001", 10, default));
        Assert.Equal(("summoned", "召集", "liaison.changed", "L-1", new DateOnly(2026, 4, 2)), (missed.Workflow, missed.Name.Zh, missed.Event, missed.Subject, missed.On));
        Assert.Equal("not-cast participant", Assert.Single(missed.Reasons.Select(reason => $"{reason.Code} {reason.Subject}")));
        Assert.Empty(await engine.InstancesAsync("summoned"));
        Assert.Equal(1, await engine.Engine.AskAsync<int>("select count(*)::int from event where name = 'liaison.changed'"));
        var record = await engine.Engine.AskAsync<(string Actor, string Subject, string Detail)>("select actor, subject, detail from audit_entry where action = 'workflow.not-started'");
        Assert.Equal(("system", $"{TestPacks.Tiny}/summoned"), (record.Actor, record.Subject));
        Assert.Contains("not-cast", record.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_StartsWhatItShould_WhenSomebodyCanBeCast()
    {
        await using var engine = await WorkflowEngine.WithAsync("summoned");

        await engine.Engine.HappenAsync("liaison.changed", "2026-03-02", "alpha", "L-1");

        Assert.Single(await engine.InstancesAsync("summoned"));
        Assert.Empty(await engine.Reader.MissedAsync(null, 10, default));
    }

    [Fact]
    public async Task Starts_DoNotHappenAndAreSeen_OnceTheDocumentLapsed()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.AdoptAsync(Lapsing);
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1");
        Assert.Equal(0, (await engine.RoundAsync("2026-03-09 09:00")).Started);

        Assert.Equal(0, (await engine.RoundAsync("2026-03-12 09:00")).Started); // Its date, the tenth.
        Assert.Equal(0, (await engine.RoundAsync("2026-03-13 09:00")).Started);
        await engine.Engine.HappenAsync("result.produced", "2026-03-12", "alpha", "R-2");
        await engine.Engine.HappenAsync("result.produced", "2026-03-09", "beta", "R-3"); // Told late, of a day in force.

        var running = await engine.InstancesAsync("follow");
        Assert.Equal(["R-1", "R-3"], await engine.Engine.ListAsync<string>("select subject from workflow_instance order by id"), StringComparer.Ordinal);
        Assert.Equal("decide", await engine.OpenAsync(running.First())); // What runs goes on.
        var missed = await engine.Reader.MissedAsync(TestPacks.Tiny, 10, default);
        Assert.Equal(["R-2 result.produced 2026-03-12", "2026-03-10  2026-03-10"], missed.Select(one => $"{one.Subject} {one.Event} {one.On:yyyy-MM-dd}"), StringComparer.Ordinal);
        Assert.All(missed, one => Assert.Equal("document-lapsed", Assert.Single(one.Reasons).Code));
    }

    [Fact]
    public async Task Person_IsRefusedWithDocumentAndDay_OnceTheDocumentLapsed()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.AdoptAsync(Lapsing.With($"workflows/{TestPacks.Tiny}/follow.workflow.json", "{ \"event\": \"result.produced\" }", "{ \"by\": \"member\" }"));
        engine.Engine.Clock.Set("2026-03-10 09:00");

        var answer = await engine.Desk.StartAsync(new(TestPacks.Tiny, "follow", "S-1", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["office"] = ["hub"] }), WorkflowEngine.Alpha, default);

        var refusal = Assert.Single(answer.Refusals);
        Assert.Equal("document-lapsed", refusal.Code);
        Assert.Equal("《测试县抽查工作办法》已于 2026-03-09 失效，2026-03-10 不能再启动“后续”", refusal.Problem.Zh);
        Assert.Empty(await engine.Reader.MissedAsync(TestPacks.Tiny, 10, default)); // The person was told; nobody else need be.
    }
}
