using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>Tasks without a due day: their owners are reminded every so many working days while they are silent.</summary>
public sealed class StaleTaskRemindersTests
{
    [Fact]
    public async Task Run_RemindsOnceEachTenWorkingDays_OnAnyNode_UntilItIsDone()
    {
        await using var engine = await WorkflowEngine.WithAsync("summoned");
        await using var other = await engine.AnotherNodeAsync();
        await engine.Engine.HappenAsync("liaison.changed", "2026-03-02", "alpha", "L-1");
        Assert.Equal(0, await RemindAsync(engine, "2026-03-13 10:00"));
        Assert.Equal(0, await RemindAsync(engine, "2026-03-16 08:59"));

        engine.Engine.Clock.Set("2026-03-16 09:00");
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Reminders(i % 2 == 0 ? engine : other).RunAsync(default))));
        Assert.Equal(2, written.Sum());
        Assert.Equal(0, await RemindAsync(engine, "2026-03-27 18:00"));

        var told = await engine.Engine.NoticesAsync("kind = 'stale'");
        Assert.Equal(["watch/leader", "watch/liaison"], told.Select(notice => $"{notice.RecipientUnit}/{notice.Function}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(told, notice =>
        {
            Assert.Equal("【催办】1 项待办尚未办理（县督查室）", notice.Subject);
            Assert.Contains("召集：到会（L-1）", notice.Body, StringComparison.Ordinal);
            Assert.Contains("/workflows/", notice.Body, StringComparison.Ordinal);
            Assert.False(notice.Late);
        });

        Assert.Equal(2, await RemindAsync(engine, "2026-03-30 09:00"));
        var id = Assert.Single(await engine.InstancesAsync("summoned"));
        await engine.CompleteAsync(await engine.SeeAsync(id), 1, by: new("watch", "督查"));
        Assert.Equal(0, await RemindAsync(engine, "2026-04-30 09:00"));
    }

    [Fact]
    public async Task Run_TellsTheLastOneMarkedLate_AfterAnOutage()
    {
        await using var engine = await WorkflowEngine.WithAsync("summoned");
        await engine.Engine.HappenAsync("liaison.changed", "2026-03-02", "alpha", "L-1");

        Assert.Equal(2, await RemindAsync(engine, "2026-04-02 09:00"));

        Assert.All(await engine.Engine.NoticesAsync("kind = 'stale'"), notice =>
        {
            Assert.Equal(("watch", true), (notice.RecipientUnit, notice.Late));
            Assert.EndsWith("#stale-2@2026-03-30", Assert.Single(notice.Covers), StringComparison.Ordinal);
        });
        Assert.Equal(0, await RemindAsync(engine, "2026-04-03 09:00"));
    }

    [Fact]
    public async Task Run_TellsARecipientOfAllInOneNotice_ByTheCountysOwnNumber_AndOfNothingThatHasADueDay()
    {
        await using var engine = await WorkflowEngine.WithAsync("check");
        await engine.AdoptAsync(WorkflowEngine.Library(["visits", "check"], ("\"owner\": \"starter\", \"due\": { \"after\": { \"workingDays\": 10 } },", "\"owner\": \"starter\",")).With($"workflows/{TestPacks.Tiny}/jurisdiction.json", "\"level\": \"county\",", """
            "level": "county", "staleTasks": { "every": { "workingDays": 3 }, "audience": ["leader"], "local": { "zh": "测试用", "en": "For tests" } },
            """));
        await engine.StartAsync("check", "S-2"); // Its plan has a due day, and a ladder.
        await engine.StartAsync("visits", lists: ("targets", [.. Enumerable.Range(1, 150).Select(i => $"T-{i}")]));

        Assert.Equal(1, await RemindAsync(engine, "2026-03-05 09:00"));

        var notice = Assert.Single(await engine.Engine.NoticesAsync("kind = 'stale'"));
        Assert.Equal(("alpha", "leader", 150), (notice.RecipientUnit, notice.Function, notice.Covers.Length));
        Assert.StartsWith("【催办】150 项待办", notice.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(notice.Covers, cover => cover.StartsWith("check.", StringComparison.Ordinal));
        await engine.Engine.Get<Sweep>().RunAsync(default);
        Assert.All(await engine.Engine.Get<SelfAudit>().RunAsync(default), report => Assert.True(report.IsClean, string.Join('\n', report.Missing)));
    }

    private static StaleTaskReminders Reminders(WorkflowEngine engine) => engine.Engine.Get<StaleTaskReminders>();

    private static Task<int> RemindAsync(WorkflowEngine engine, string beijing)
    {
        engine.Engine.Clock.Set(beijing);
        return Reminders(engine).RunAsync(default);
    }
}
