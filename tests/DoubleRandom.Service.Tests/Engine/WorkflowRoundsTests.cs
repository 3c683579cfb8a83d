namespace DoubleRandom.Service.Tests.Engine;

/// <summary>What the engine does by itself when days come, packs change and instances cannot go on.</summary>
public sealed class WorkflowRoundsTests
{
    [Fact]
    public async Task Run_StartsOnceOnItsDate_OnAnyNode()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");
        await using var other = await engine.AnotherNodeAsync();

        Assert.Equal(0, (await engine.RoundAsync("2026-03-09 09:00")).Started);
        engine.Engine.Clock.Set("2026-03-12 09:00"); // Nobody was up on the tenth.
        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? engine : other).RoundAsync())));

        Assert.Equal(1, rounds.Sum(round => round.Started));
        Assert.Equal(("2026-03-10", "date:2026-03-10"), await engine.Engine.AskAsync<(string, string)>("select subject, start_key from workflow_instance"));
        Assert.Equal("hub", Assert.Single((await engine.DetailAsync(Assert.Single(await engine.InstancesAsync("follow")))).State.Cast["office"]));
    }

    [Fact]
    public async Task Run_StartsNothingOfThePast_WhenAWorkflowIsNew()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.RoundAsync("2026-03-20 09:00");

        await engine.AdoptAsync(WorkflowEngine.Library(["check", "follow"]));

        Assert.Equal(0, (await engine.RoundAsync()).Started);
    }

    [Fact]
    public async Task Run_WakesOnce_WhenTheDayComesAndManyNodesLook()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");
        await using var other = await engine.AnotherNodeAsync();
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1");
        Assert.Equal(0, (await engine.RoundAsync("2026-03-06 09:00")).Woken);

        engine.Engine.Clock.Set("2026-03-09 09:00");
        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? engine : other).RoundAsync())));

        Assert.Equal(1, rounds.Sum(round => round.Woken));
        var id = Assert.Single(await engine.InstancesAsync("follow"));
        Assert.Equal("decide", await engine.OpenAsync(id));
        await engine.AssertSoundAsync(id);
    }

    [Fact]
    public async Task Run_MovesDaysAndCorrects_WhenThePacksReadingChanges()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        var seen = await engine.StartAsync("check");
        await engine.Engine.SweepThroughAsync("2026-03-06 18:00");
        await engine.RoundAsync();

        await engine.AdoptAsync(WorkflowEngine.Library(["check"]).With($"workflows/{TestPacks.Tiny}/jurisdiction.json", "\"level\": \"county\",", """
            "level": "county", "readings": { "startDay": { "value": "included", "local": { "zh": "测试用", "en": "For tests" } } },
            """));
        Assert.Equal(1, (await engine.RoundAsync()).Redated);

        Assert.Equal(new DateOnly(2026, 3, 6), Assert.Single(await engine.Engine.DeadlinesAsync("instance is not null")).DueOn);
        Assert.NotEmpty(await engine.Engine.NoticesAsync("kind = 'correction' and obligation = 'check.plan'"));
        Assert.Equal(0, (await engine.RoundAsync()).Redated);
        await engine.AssertSoundAsync(seen.Instance);
    }

    [Fact]
    public async Task Run_GoesOnWithTheOthersAndTriesAgain_WhenOneCannotGoOn()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1");
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-2");
        var ids = (await engine.InstancesAsync("follow")).ToArray();
        await engine.Engine.DoAsync("update workflow_instance set version = version + 1 where id = @id", new { id = ids[0] }); // Its row and its journal disagree.

        var round = await engine.RoundAsync("2026-03-09 09:00");

        Assert.Equal((1, 1), (round.Woken, round.Troubled));
        Assert.Equal("instance-broken", Assert.Single(Assert.Single(await engine.Reader.InstancesAsync(new(Status: "trouble"), default)).Trouble).Code);
        Assert.Equal(0, (await engine.RoundAsync()).Troubled); // Not at every beat.
        await engine.Engine.DoAsync("update workflow_instance set version = version - 1 where id = @id", new { id = ids[0] });
        Assert.Equal(1, (await engine.RoundAsync("2026-03-10 09:00")).Woken);
        Assert.Empty(await engine.Reader.InstancesAsync(new(Status: "trouble"), default));
    }

    [Fact]
    public async Task Run_TellsTheRest_WhenAnEventConcernsVeryMany()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");
        foreach (var i in Enumerable.Range(1, 205))
            await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", $"R-{i}");

        await engine.Engine.HappenAsync("conference.held", "2026-03-03");
        Assert.Equal(5, await engine.Engine.AskAsync<int>("select count(*)::int from workflow_errand"));
        Assert.Equal(5, (await engine.RoundAsync()).Told);

        Assert.Equal(205, await engine.Engine.AskAsync<int>("select count(*)::int from workflow_task where closed_at is null and step = 'decide'"));
        Assert.Equal(0, await engine.Engine.AskAsync<int>("select count(*)::int from workflow_errand"));
    }

    [Fact]
    public async Task Run_TellsLater_WhenOneCannotHear()
    {
        await using var engine = await WorkflowEngine.WithAsync("follow");
        await engine.Engine.HappenAsync("result.produced", "2026-03-02", "alpha", "R-1");
        var id = Assert.Single(await engine.InstancesAsync("follow"));
        var began = engine.Engine.Tiny.ContentHash;
        await engine.AdoptAsync(WorkflowEngine.Library(["follow"], ("处理", "研究处理")));
        await engine.Engine.DoAsync("update workflow_instance set pack_hash = @hash", new { hash = engine.Engine.Tiny.ContentHash }); // Its row says another version than its journal.

        Assert.True((await engine.Engine.HappenAsync("conference.held", "2026-03-03", subject: "R-1")).IsDone);

        Assert.Equal("look", await engine.OpenAsync(id));
        Assert.Equal("other-definition", Assert.Single(Assert.Single(await engine.Reader.InstancesAsync(new(TestPacks.Tiny, Status: "trouble"), default)).Trouble).Code);
        Assert.Equal(0, (await engine.RoundAsync()).Told);
        await engine.Engine.DoAsync("update workflow_instance set pack_hash = @began", new { began });
        Assert.Equal(1, (await engine.RoundAsync("2026-03-03 09:00")).Told);
        Assert.Equal("decide", await engine.OpenAsync(id));
    }
}
