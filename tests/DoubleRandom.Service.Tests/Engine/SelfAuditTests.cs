using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Scheduling;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class SelfAuditTests
{
    [Fact]
    public async Task Run_IsClean_AfterAQuarterWithAnOutage()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-04-16 12:00");
        await engine.SweepAtAsync("2026-04-22 12:00"); // Down for six days.
        foreach (var day in new[] { "2026-05-10 12:00", "2026-06-01 12:00", "2026-06-30 12:00" })
        {
            await engine.SweepThroughAsync(day);
            Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean);
        }
    }

    [Fact]
    public async Task Run_NamesWhatIsMissing_WhenSomebodyDeletedANotice()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-20 12:00");
        await engine.DoAsync("delete from delivery where notice in (select id from notice where 'monthly/beta/2026-03#due-day@2026-03-20' = any(covers))");
        await engine.DoAsync("delete from notice where 'monthly/beta/2026-03#due-day@2026-03-20' = any(covers)");

        var report = Assert.Single(await engine.Get<SelfAudit>().RunAsync(default));

        Assert.Equal(["monthly/beta/2026-03#due-day@2026-03-20"], report.Missing);
        Assert.Null(report.BrokenLink);
    }

    [Theory]
    [InlineData("update audit_entry set actor = '别人' where sequence = 2", 2)]
    [InlineData("update audit_entry set at = at - interval '1 hour' where sequence = 3", 3)]
    [InlineData("delete from audit_entry where sequence = 2", 3)]
    [InlineData("update audit_entry set sequence = 100 where sequence = 1", 2)]
    public async Task Run_NamesTheFirstBrokenLink_WhenTheChainWasTamperedWith(string sql, long broken)
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-20 12:00");
        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean);

        await engine.DoAsync(sql);

        Assert.Equal(broken, Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).BrokenLink);
    }

    [Theory]
    [InlineData("update public_entry set content = replace(content, '第一批', '第二批') where sequence = 2", "ledger-content", "2")]
    [InlineData("update public_entry set day = '2026-03-01' where sequence = 1", "ledger-hash", "1")]
    [InlineData("delete from public_entry where sequence = 2", "ledger-gap", "2")]
    [InlineData("delete from public_entry where sequence = 3", "ledger-head-off", "2026-03-02")]
    [InlineData("delete from public_entry", "ledger-head-off", "2026-03-02")]
    [InlineData("update ledger_head set signature = encode(decode(repeat('00', 64), 'hex'), 'base64')", "ledger-head", "2026-03-02")]
    public async Task Run_TellsWhatDoesNotFit_WhenThePublicChainWasTamperedWith(string sql, string code, string subject)
    {
        await using var engine = await TestEngine.TinyAsync();
        for (var batch = 1; batch <= 3; batch++)
        {
            var statement = new Statement(StatementKind.ItemList, $"2026-{batch}", StatementAct.Publish, "抽查事项清单第一批", "{}", new(2026, 3, 2));
            await engine.Database.Source.InTransactionAsync(connection => PublicLedger.AppendAsync(connection, TestPacks.Tiny, statement, new Dictionary<string, byte[]>(StringComparer.Ordinal), engine.Clock.GetUtcNow(), default), default);
        }

        await engine.Get<LedgerSigner>().AllAsync(default);
        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean);

        await engine.DoAsync($"alter table public_entry disable trigger all; alter table public_record disable trigger all; {sql}");

        var report = Assert.Single(await engine.Get<SelfAudit>().RunAsync(default));
        Assert.Equal((code, subject), (report.PublicFault!.Code, report.PublicFault.Subject));
        Assert.False(report.IsClean);
    }

    [Fact]
    public async Task Run_IsClean_WhenADueDayMovedWithinTheSameLadder()
    {
        await using var engine = await TestEngine.EmptyAsync();
        await engine.TakeInAsync(TestPacks.OneTiny);
        await engine.SweepThroughAsync("2026-05-15 12:00");

        await engine.TakeInAsync(Due("05-18")); // Sunday to Monday: both rungs stay on the Friday and were told.
        await engine.SweepThroughAsync("2026-05-20 12:00");

        Assert.Equal(new DateOnly(2026, 5, 18), (await engine.DeadlineAsync(TestEngine.Key("twins", "alpha", "2026"))).DueOn);
        Assert.DoesNotContain(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).Missing, cover => cover.StartsWith("twins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_IsClean_WhenAFormCameInBetweenARungAndItsSweep()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-13 08:59");
        engine.Clock.Set("2026-03-13 09:00:01");
        foreach (var unit in new[] { "alpha", "beta", "gamma" })
            Assert.True((await engine.SubmitAsync(TestEngine.Key("monthly", unit, "2026-03"))).IsDone);
        await engine.SweepThroughAsync("2026-03-20 12:00");

        Assert.Empty(await engine.NoticesAsync());
        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean);
    }

    [Fact]
    public async Task Run_IsClean_WhenADeadlineWasMadePastItsDayAndMetBeforeTheNextSweep()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-04-15 12:00");
        await engine.HappenAsync("result.produced", "2026-03-10", "alpha", "r-1"); // Recorded a month late: due, and its last rung fallen, before anybody knew of it.
        var late = Assert.Single(await engine.DeadlinesAsync("obligation = 'publish'"));
        Assert.True(late.DueAt < engine.Clock.GetUtcNow() && late.NextRungAt < engine.Clock.GetUtcNow());
        Assert.True((await engine.SubmitAsync(late.Key)).IsDone);
        await engine.SweepThroughAsync("2026-04-16 12:00");

        Assert.True(Assert.Single(await engine.Get<SelfAudit>().RunAsync(default)).IsClean);
    }

    [Fact]
    public async Task Append_NeitherForksNorLeavesGaps_WhenTwentyWriteAtOnce()
    {
        await using var engine = await TestEngine.EmptyAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => engine.Database.Source.InTransactionAsync(
            async connection =>
            {
                for (var n = 0; n < 5; n++)
                    await AuditTrail.AppendAsync(connection, "990001-tiny", engine.Clock.GetUtcNow(), $"甲{i}", "test", $"{n}", "{}", default);
                return 0;
            },
            default))));

        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), await engine.ListAsync<long>("select sequence from audit_entry order by 1"));
        Assert.Null(await engine.Database.Source.ReadAsync(connection => AuditTrail.FirstBrokenAsync(connection, "990001-tiny", default), default));
    }

    [Fact]
    public async Task Pulse_AuditsOnceADay_WhenTwoNodesBeat()
    {
        await using var engine = await TestEngine.TinyAsync();
        await using var other = await engine.AnotherNodeAsync();
        var pulses = new[] { engine.Get<Pulse>(), other.Get<Pulse>(), engine.Get<Pulse>(), other.Get<Pulse>() };

        foreach (var day in new[] { "2026-03-03 09:00", "2026-03-03 15:00", "2026-03-04 09:00" })
        {
            engine.Clock.Set(day);
            await Task.WhenAll(pulses.Select(pulse => Task.Run(() => pulse.BeatAsync(default))));
        }

        Assert.Equal(2, await engine.AskAsync<long>("select count(*) from audit_entry where action = 'self-audit'"));
        Assert.Equal(6, await engine.AskAsync<long>("select count(*) from daily_run"));
    }

    private static Core.Packs.PackLibrary Due(string day) => TestPacks.TinyWith("obligations.json", "\"yearlyOn\": [\"05-17\"]", $"\"yearlyOn\": [\"{day}\"]");
}
