using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Submissions;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class DeadlineDecisionsTests
{
    private static readonly DeadlineKey March = TestEngine.Key("monthly", "alpha", "2026-03");

    [Fact]
    public async Task Extend_CorrectsOnceAndBeginsTheLadderOfTheNewDay_WhenTheOldDayWasTold()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-13 09:00");

        var answer = await engine.Get<DeadlineDecisions>().ExtendAsync(March, new(2026, 3, 31), "李四", "汛期", default);
        await engine.ReconcileAsync();
        await engine.SweepThroughAsync("2026-03-31 09:00");

        Assert.True(answer.IsDone);
        var told = await engine.NoticesAsync("unit = 'alpha' and obligation = 'monthly'");
        Assert.Equal(
            ["remind-7d@2026-03-20", "correction", "remind-7d@2026-03-31", "remind-1wd@2026-03-31", "remind-1wd@2026-03-31", "due-day@2026-03-31"],
            told.Select(notice => notice.Kind is "correction" ? "correction" : Assert.Single(notice.Covers).Split('#')[1]), StringComparer.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 31), told.Single(notice => notice.Kind is "correction").DueOn);
        engine.Clock.Set("2026-03-31 23:00");
        await engine.SubmitAsync(March);
        Assert.Equal("met", (await engine.DeadlineAsync(March)).Status);
    }

    [Fact]
    public async Task Extend_FollowsTheLadderOfThePack_WhenARungChangesOrGoesAfterwards()
    {
        const string ladders = "workflows/_base-tiny/jurisdiction.json";
        const string rung = """{ "id": "remind-7d", "kind": "reminder", "before": { "days": 7 }, "audience": ["liaison"], "template": "reminder" },""";
        await using var engine = await TestEngine.TinyAsync();
        await engine.Get<DeadlineDecisions>().ExtendAsync(March, new(2026, 3, 31), "李四", "汛期", default);
        Assert.Equal(0, (await engine.ReconcileAsync()).Changed);
        var before = await engine.DeadlineAsync(March);

        await engine.TakeInAsync(TestPacks.OneTiny.With(ladders, "{ \"days\": 7 }", "{ \"days\": 3 }"));
        var after = await engine.DeadlineAsync(March);
        await engine.TakeInAsync(TestPacks.OneTiny.With(ladders, rung, ""));
        var last = await engine.DeadlineAsync(March);

        Assert.Equal((new DateOnly(2026, 3, 20), new(2026, 3, 31), new(2026, 3, 31)), (after.PlannedOn, after.DueOn, after.ExtendedOn));
        // The 24th becomes the 27th, a Friday: the 28th and 29th are a weekend.
        Assert.Equal(SettableClock.At("2026-03-24 09:00"), before.NextRungAt);
        Assert.Equal(SettableClock.At("2026-03-27 09:00"), after.NextRungAt);
        Assert.Equal(("remind-1wd", SettableClock.At("2026-03-30 09:00")), (last.RungIds[0], last.NextRungAt));
        Assert.Equal(0, (await engine.ReconcileAsync()).Changed);
    }

    [Fact]
    public async Task Extend_CorrectsThoseWhoHeardByDigestOnly()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepAtAsync("2026-03-13 15:00");

        await engine.Get<DeadlineDecisions>().ExtendAsync(March, new(2026, 3, 31), "李四", "汛期", default);

        var correction = Assert.Single(await engine.NoticesAsync("kind = 'correction'"));
        Assert.Equal(("alpha", "liaison"), (correction.RecipientUnit, correction.Function));
    }

    [Fact]
    public async Task Extend_TellsNobody_WhenNobodyWasTold()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.Get<DeadlineDecisions>().ExtendAsync(March, new(2026, 3, 31), "李四", "汛期", default);

        Assert.Empty(await engine.NoticesAsync());
    }

    [Fact]
    public async Task Decisions_NeedAPersonAReasonAndALaterDay()
    {
        await using var engine = await TestEngine.TinyAsync();
        var decisions = engine.Get<DeadlineDecisions>();

        Assert.Equal(["extension-not-later", "person-missing", "reason-missing"], Codes(await decisions.ExtendAsync(March, new(2026, 3, 20), "", " ", default)), StringComparer.Ordinal);
        Assert.Equal(["person-missing", "reason-missing"], Codes(await decisions.WaiveAsync(March, "", "", default)), StringComparer.Ordinal);
        Assert.Equal(["deadline-unknown"], Codes(await decisions.WaiveAsync(March with { Unit = "omega" }, "李四", "误设", default)), StringComparer.Ordinal);
        Assert.True((await decisions.WaiveAsync(March, "李四", "误设", default)).IsDone);
        Assert.Equal(["deadline-settled"], Codes(await decisions.ExtendAsync(March, new(2026, 3, 31), "李四", "汛期", default)), StringComparer.Ordinal);
        Assert.Equal("误设", (await engine.DeadlineAsync(March)).Reason);
        Assert.Equal("deadline.waived", await engine.AskAsync<string>("select action from audit_entry order by sequence desc limit 1"));
    }

    private static IEnumerable<string> Codes<T>(Answer<T> answer) => answer.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal);
}
