using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Submissions;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class ReconcilerTests
{
    [Fact]
    public async Task One_ChangesNothing_WhenRunAgain()
    {
        await using var engine = await TestEngine.TinyAsync();
        var before = await engine.DeadlinesAsync();

        var again = await engine.ReconcileAsync();

        Assert.False(again.IsChange);
        Assert.Equal(before.Count, again.Unchanged);
        Assert.Equivalent(before, await engine.DeadlinesAsync(), strict: true);
    }

    [Fact]
    public async Task One_MakesThePastHistory_WhenPublishedForTheFirstTime()
    {
        await using var engine = await TestEngine.TinyAsync();

        Assert.All(await engine.DeadlinesAsync("due_on < '2026-03-02'"), past => Assert.Equal(("history", null), (past.Status, past.NextRungAt)));
        Assert.All(await engine.DeadlinesAsync("due_on >= '2026-03-02'"), coming => Assert.Equal("open", coming.Status));
        Assert.Equal("2025-03", (await engine.DeadlinesAsync("obligation = 'monthly'"))[0].Period); // A year back, and no further.
        Assert.Empty(await engine.NoticesAsync());
        Assert.Equal(0, await engine.Sweep.RunAsync(default));
    }

    [Fact]
    public async Task One_MovesTheHorizonOn_WhenTimePasses()
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set("2026-04-02 08:00");

        var report = await engine.ReconcileAsync();

        Assert.Equal(3, report.Added); // Each bureau's form of March 2028.
        Assert.Equal("2028-03", (await engine.DeadlinesAsync("obligation = 'monthly'")).Max(deadline => deadline.Period));
        Assert.Equal((0, 0, 0), (report.Changed, report.Withdrawn, report.Corrections));
    }

    [Theory]
    [InlineData("2026-03-20 08:00")]
    [InlineData("2026-03-19 09:00")]
    [InlineData("2026-03-01 23:00")]
    public async Task Engine_RepeatsNothing_WhenClockIsSetBack(string back)
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-20 09:00");
        await engine.ReconcileAsync();
        var (notices, deadlines) = ((await engine.NoticesAsync()).Count, await engine.DeadlinesAsync());

        engine.Clock.Set(back);
        var report = await engine.ReconcileAsync();
        await engine.Sweep.RunAsync(default);
        await engine.SweepThroughAsync("2026-03-20 09:00");

        Assert.False(report.IsChange);
        Assert.Equal(notices, (await engine.NoticesAsync()).Count);
        Assert.Equivalent(deadlines, await engine.DeadlinesAsync(), strict: true);
    }

    [Fact]
    public async Task Event_MakesItsDeadlineAtOnce_AndOnlyOnce()
    {
        await using var engine = await TestEngine.TinyAsync();

        var first = await engine.HappenAsync("result.produced", "2026-03-10", "alpha", "r-1");
        var again = await engine.HappenAsync("result.produced", "2026-03-10", "alpha", "r-1");

        Assert.Equal(1, first.Value!.Added);
        Assert.False(again.Value!.IsChange);
        Assert.Equal(new DateOnly(2026, 3, 17), (await engine.DeadlineAsync(TestEngine.Key("publish", "alpha", "r-1@result.produced@2026-03-10"))).DueOn);
    }

    [Fact]
    public async Task Event_WithdrawsAndAdds_WhenItStartsThePeriodAgain()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.HappenAsync("result.produced", "2026-03-10", "alpha", "r-1");
        await engine.SweepThroughAsync("2026-03-10 09:00");

        var report = (await engine.HappenAsync("result.updated", "2026-03-12", "alpha", "r-1")).Value!;

        Assert.Equal((1, 1), (report.Added, report.Withdrawn));
        Assert.Equal("withdrawn", (await engine.DeadlineAsync(TestEngine.Key("publish", "alpha", "r-1@result.produced@2026-03-10"))).Status);
        Assert.Equal(new DateOnly(2026, 3, 19), (await engine.DeadlineAsync(TestEngine.Key("publish", "alpha", "r-1@result.updated@2026-03-12"))).DueOn);
        var correction = Assert.Single(await engine.NoticesAsync("kind = 'correction'"));
        Assert.Equal(("alpha", "liaison", null), (correction.RecipientUnit, correction.Function, correction.DueOn));
    }

    [Theory]
    [InlineData("nothing.known", "alpha", "", "event-unknown")]
    [InlineData("result.produced", "omega", "", "unit-unknown")]
    [InlineData("result.produced", "alpha", "a\nb", "subject-wrong")]
    [InlineData("result.produced", "alpha", "a\0b", "subject-wrong")]
    public async Task Event_IsRefusedWithTheReason_WhenItIsNone(string name, string unit, string subject, string code)
    {
        await using var engine = await TestEngine.TinyAsync();

        var answer = await engine.HappenAsync(name, "2026-03-10", unit, subject);

        Assert.Equal(code, Assert.Single(answer.Refusals).Code);
        Assert.Equal(0, await engine.AskAsync<long>("select count(*) from event"));
    }

    [Fact]
    public async Task Events_AreAllRecorded_WhenManyComeAtOnceWhileSweeping()
    {
        await using var engine = await TestEngine.TinyAsync(at: "2026-03-13 09:00");

        var recording = Enumerable.Range(0, 12).Select(i => engine.HappenAsync("result.produced", "2026-03-13", "alpha", $"r-{i}")).ToArray();
        var sweeping = Enumerable.Range(0, 4).Select(_ => engine.Sweep.RunAsync(default)).ToArray();
        await Task.WhenAll(recording);
        await Task.WhenAll(sweeping);
        await engine.Sweep.RunAsync(default);

        Assert.Equal(12, (await engine.DeadlinesAsync("obligation = 'publish'")).Count);
        Assert.Equal(4 + 12, (await engine.NoticesAsync("kind = 'reminder'")).Count);
    }

    [Fact]
    public async Task Unit_LosesNothing_WhenItIsRemovedWhileItOwes()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-23 09:00"); // Beta's form of March is overdue and its leader has heard of it.

        var report = Assert.Single(await engine.TakeInAsync(WithoutBeta())).Reconciled!;

        Assert.Equal(2, report.Added); // The horizon moved on for the two bureaus that stay.
        Assert.All(await engine.DeadlinesAsync("unit = 'beta' and due_on >= '2026-03-02'"), owed => Assert.Equal("withdrawn", owed.Status));
        var corrections = await engine.NoticesAsync("kind = 'correction'");
        Assert.Equal(["beta/leader/zh", "beta/liaison/en"], corrections.Select(told => $"{told.RecipientUnit}/{told.Function}/{told.Language}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(0, (await engine.ReconcileAsync()).Corrections);
        Assert.Equal(3, await engine.AskAsync<long>("select count(*) from notice where unit = 'beta' and kind = 'reminder' and language = 'en'"));

        await engine.TakeInAsync(TestPacks.OneTiny);
        Assert.Equal("open", (await engine.DeadlineAsync(TestEngine.Key("monthly", "beta", "2026-03"))).Status);
        Assert.Equal(4, (await engine.NoticesAsync("kind = 'correction'")).Count);
    }

    [Fact]
    public async Task Unit_OwesFromNowOn_WhenItIsAdded()
    {
        await using var engine = await TestEngine.EmptyAsync();
        await engine.TakeInAsync(WithoutBeta());

        var report = Assert.Single(await engine.TakeInAsync(TestPacks.OneTiny)).Reconciled!;

        Assert.Equal((report.Added, 0, 0), (await engine.AskAsync<int>("select count(*)::int from deadline where unit = 'beta'"), report.Moved, report.Withdrawn));
        Assert.True(report.Added > 24);
    }

    [Fact]
    public async Task Calendar_MovesAndCorrectsExactlyThoseWhoWereTold_WhenAHolidayIsAdded()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.HappenAsync("result.produced", "2026-03-10", "alpha", "told");
        await engine.SweepThroughAsync("2026-03-10 09:00");
        await engine.HappenAsync("result.produced", "2026-03-10", "gamma", "untold");

        var report = Assert.Single(await engine.TakeInAsync(WithHolidayOn("2026-03-17"))).Reconciled!;

        Assert.Equal(2, report.Moved);
        Assert.All(await engine.DeadlinesAsync("obligation = 'publish'"), moved => Assert.Equal(new DateOnly(2026, 3, 18), moved.DueOn));
        var correction = Assert.Single(await engine.NoticesAsync("kind = 'correction'"));
        Assert.Equal(("alpha", "liaison", new DateOnly(2026, 3, 18)), (correction.RecipientUnit, correction.Function, correction.DueOn));
        Assert.Contains("2026年3月17日", correction.Body, StringComparison.Ordinal);
        Assert.Contains("2026年3月18日", correction.Body, StringComparison.Ordinal);
        Assert.False((await engine.ReconcileAsync()).IsChange);
        await engine.SweepThroughAsync("2026-03-18 09:00");
        Assert.Contains("publish/alpha/told@result.produced@2026-03-10#due-day@2026-03-18", (await engine.NoticesAsync()).SelectMany(notice => notice.Covers), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Settled_StaysSettled_WhenThePlanMoves()
    {
        await using var engine = await TestEngine.TinyAsync();
        var decisions = engine.Get<DeadlineDecisions>();
        await engine.SubmitAsync(TestEngine.Key("monthly", "alpha", "2026-04"));
        await decisions.WaiveAsync(TestEngine.Key("monthly", "beta", "2026-04"), "李四", "机构改革", default);
        await decisions.ExtendAsync(TestEngine.Key("monthly", "gamma", "2026-04"), new(2026, 4, 30), "李四", "汛期", default);

        await engine.TakeInAsync(TestPacks.TinyWith("obligations.json", "\"day\": 20", "\"day\": 21"));

        var april = await engine.DeadlinesAsync("obligation = 'monthly' and period = '2026-04'");
        Assert.Equal(["met", "waived", "open"], april.Select(deadline => deadline.Status), StringComparer.Ordinal);
        Assert.Equal([null, null, new DateTimeOffset(2026, 4, 23, 1, 0, 0, TimeSpan.Zero)], april.Select(deadline => deadline.NextRungAt));
        Assert.Equal([new(2026, 4, 21), new(2026, 4, 21), new DateOnly(2026, 4, 30)], april.Select(deadline => deadline.DueOn));
        Assert.Equal("机构改革", april[1].Reason);
    }

    [Fact]
    public async Task Resting_GoesOnResting_WhenThePlanMovesOrIsExtendedWhileTheReceiverDecides()
    {
        await using var engine = await TestEngine.TinyAsync();
        var (moved, extended) = (TestEngine.Key("accepted", "alpha", "2026"), TestEngine.Key("accepted", "beta", "2026"));
        foreach (var key in new[] { moved, extended })
            Assert.True((await engine.SubmitAsync(key, """{"items":[{"name":"一"}]}""", null, new HandedFile("a.pdf", "application/pdf", [1]))).IsDone);

        await engine.TakeInAsync(TestPacks.TinyWith("obligations.json", "06-15", "06-16"));
        Assert.True((await engine.Get<DeadlineDecisions>().ExtendAsync(extended, new(2026, 6, 30), "李四", "汛期", default)).IsDone);

        Assert.Null((await engine.DeadlineAsync(moved)).NextRungAt);
        Assert.Null((await engine.DeadlineAsync(extended)).NextRungAt);
    }

    [Fact]
    public async Task Missed_IsStillTold_WhenThePackChangedDuringTheOutage()
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set("2026-03-18 10:00"); // Down since before the reminder of 13 March; the folder came back with another day.

        await engine.TakeInAsync(TestPacks.TinyWith("obligations.json", "\"day\": 20", "\"day\": 21"));
        await engine.Sweep.RunAsync(default);

        var digest = Assert.Single(await engine.NoticesAsync("recipient_unit = 'alpha'"));
        Assert.True(digest.Late);
        Assert.Equal(["monthly/alpha/2026-03#remind-7d@2026-03-21"], digest.Covers);
    }

    [Fact]
    public async Task All_AddsOnce_WhenTwoNodesReconcileAtOnce()
    {
        await using var engine = await TestEngine.TinyAsync();
        await using var other = await engine.AnotherNodeAsync();
        engine.Clock.Set("2026-06-02 08:00");

        var reports = await Task.WhenAll(engine.Reconciler.AllAsync(default), other.Reconciler.AllAsync(default));

        Assert.Equal([0, 12], reports.Select(report => Assert.Single(report).Added).Order());
    }

    [Fact]
    public async Task MetByEvent_IsMetLate_WhenTheEventCameAfterTheDueDay()
    {
        await using var engine = await TestEngine.EmptyAsync("2026-03-02 08:00");
        await engine.TakeInAsync(TestPacks.TinyWith("obligations.json", "\"strength\": \"should\", \"metBy\": \"submission\"", "\"strength\": \"must\", \"metBy\": \"event\", \"metByEvent\": \"conference.held\""));
        engine.Clock.Set("2026-06-02 08:00");

        await engine.HappenAsync("conference.held", "2026-06-01");

        Assert.Equal("met-late", (await engine.DeadlineAsync(TestEngine.Key("advised", "alpha", "2026"))).Status);
        Assert.Equal("history", (await engine.DeadlineAsync(TestEngine.Key("advised", "alpha", "2025"))).Status); // A year ago is not settled by a meeting of today.
    }

    private static PackLibrary WithoutBeta() => TestPacks
        .TinyWith("jurisdiction.json", "    { \"id\": \"beta\", \"name\": { \"zh\": \"乙局\", \"en\": \"Bureau B\" }, \"roles\": [\"member\"], \"basis\": { \"document\": \"tiny-notice\", \"article\": \"一\" } },\n", "")
        .With("workflows/990001-tiny/jurisdiction.json", ", \"unit:beta\"", "")
        .With("workflows/990001-tiny/obligations.json", "\"units\": [\"alpha\", \"beta\"]", "\"units\": [\"alpha\"]");

    private static PackLibrary WithHolidayOn(string day)
    {
        const string path = "rules/calendars/cn.json";
        var file = TestPacks.OneTiny.Files.Single(file => file.Path is path);
        var calendar = JsonNode.Parse(file.Content.Span)!;
        calendar["notices"]!.AsArray().Add(JsonNode.Parse($$"""
            { "order": 24, "year": 2026, "published": "2026-03", "address": "https://www.gov.cn/zhengce/",
              "off": [{ "from": "{{day}}", "to": "{{day}}", "name": { "zh": "纪念日", "en": "Memorial day" } }], "work": [] }
            """));
        return new(TestPacks.OneTiny.Files.Where(other => other != file).Append(file with { Content = JsonSerializer.SerializeToUtf8Bytes(calendar) }));
    }
}
