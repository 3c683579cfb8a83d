using System.Globalization;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Notices;
using Npgsql;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class SweepTests
{
    [Fact]
    public async Task Run_TellsEachRungOnceToItsAudience_WhenItsTimeComes()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.SweepThroughAsync("2026-03-31 23:00");

        var told = (await engine.NoticesAsync()).Select(notice => $"{At(notice)} {notice.Kind} {notice.Unit}>{notice.RecipientUnit}/{notice.Function}/{notice.Language}");
        Assert.Equal(Bureaus("2026-03-13 reminder", "liaison")
            .Concat(Bureaus("2026-03-19 reminder", "leader", "liaison"))
            .Concat(Bureaus("2026-03-20 reminder", "liaison"))
            .Concat(Bureaus("2026-03-23 escalation", "leader"))
            .Concat(Bureaus("2026-03-25 escalation", "leader", "office"))
            .Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal(0, await engine.Sweep.RunAsync(default));
    }

    [Fact]
    public async Task Run_WritesMailBesideEachNotice_WhenThePersonHasAnAddress()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.SweepAtAsync("2026-03-13 09:00");

        Assert.Equal(
            ["alpha al@tiny.test zh", "beta bl@tiny.test en", "gamma gl@tiny.test zh", "gamma gus@tiny.test en"],
            await engine.ListAsync<string>("select recipient_unit || ' ' || address || ' ' || language from delivery join notice on id = notice order by 1"), StringComparer.Ordinal);
        var english = (await engine.NoticesAsync("recipient_unit = 'beta'"))[0];
        Assert.Contains("Bureau B", english.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(english.Subject, character => character is >= '一' and <= '鿿');
    }

    [Fact]
    public async Task Run_DraftsACircular_WhenTheRungSaysSo()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-25 09:00");

        var circulars = await engine.NoticesAsync("circular");

        Assert.Equal(6, circulars.Count);
        Assert.All(circulars, notice => Assert.Contains(notice.Unit is "alpha" ? "甲局未按时报送" : "未按时报送", notice.Body, StringComparison.Ordinal));
        Assert.All(await engine.NoticesAsync("not circular"), notice => Assert.DoesNotContain("草稿", notice.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_TellsTheOffice_WhenNobodyIsInTheAudience()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.SweepThroughAsync("2026-04-15 09:00");

        var notice = Assert.Single(await engine.NoticesAsync("obligation = 'lonely'"));
        Assert.Equal(("hub", "office"), (notice.RecipientUnit, notice.Function));
    }

    [Fact]
    public async Task Run_MergesRungs_WhenTheyFallOnOneMoment()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.SweepThroughAsync("2026-05-15 09:00");

        var merged = Assert.Single(await engine.NoticesAsync("obligation = 'twins'"));
        Assert.Equal(["twins/alpha/2026#remind-1d@2026-05-17", "twins/alpha/2026#remind-2d@2026-05-17"], merged.Covers.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_NeverEscalates_WhenTheTextOnlyAdvises()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.SweepThroughAsync("2026-06-05 23:00");

        var advised = await engine.NoticesAsync("obligation = 'advised'");
        Assert.Equal(4, advised.Count);
        Assert.All(advised, notice => Assert.Equal("reminder", notice.Kind));
        Assert.False((await engine.DeadlineAsync(TestEngine.Key("advised", "alpha", "2026"))).IsOverdue(engine.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Run_TellsEachTimeAQuotaIsBehind_AndStopsWhenEventsMeetIt()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-07-02 09:00");
        Assert.Equal(
            ["meetings/hub/2026#behind.2026-04-02@2026-12-31", "meetings/hub/2026#behind.2026-07-02@2026-12-31"],
            (await engine.NoticesAsync("kind = 'behind'")).Select(notice => Assert.Single(notice.Covers)), StringComparer.Ordinal);

        foreach (var day in new[] { "2026-07-06", "2026-07-07", "2026-07-08" })
            await engine.HappenAsync("conference.held", day);
        await engine.SweepThroughAsync("2026-10-31 09:00");
        Assert.Equal(2, (await engine.NoticesAsync("kind = 'behind'")).Count); // Three of four by 8 October is on schedule.
        await engine.HappenAsync("conference.held", "2026-10-30");

        var met = await engine.DeadlineAsync(TestEngine.Key("meetings", "hub", "2026"));
        Assert.Equal(("met", 4, 4, null), (met.Status, met.Counted, met.Required, met.NextRungAt));
        await engine.SweepThroughAsync("2026-12-31 23:00");
        Assert.Equal(2, (await engine.NoticesAsync("obligation = 'meetings'")).Count);
    }

    [Fact]
    public async Task Run_StopsTheLadder_WhenMetWaivedOrWithdrawn()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-13 09:00");
        await engine.SubmitAsync(TestEngine.Key("monthly", "alpha", "2026-03"));
        await engine.Get<DeadlineDecisions>().WaiveAsync(TestEngine.Key("monthly", "beta", "2026-03"), "李四", "机构改革", default);
        await engine.TakeInAsync(TestPacks.TinyWith("obligations.json", "\"who\": { \"role\": \"member\" }, \"form\"", "\"who\": { \"role\": \"member\", \"except\": [\"gamma\"] }, \"form\""));
        var before = (await engine.NoticesAsync()).Count;

        await engine.SweepThroughAsync("2026-03-31 23:00");

        Assert.Equal(before, (await engine.NoticesAsync()).Count);
    }

    [Fact]
    public async Task Run_NeitherDoublesNorLoses_WhenFourNodesSweepAtOnce()
    {
        var options = new SweepOptions(TimeSpan.FromHours(1), 20);
        await using var engine = await TestEngine.TinyAsync(sweep: options);
        await engine.DoAsync(Copies, new { copies = 300 });
        await using var other = await engine.AnotherNodeAsync(options);
        engine.Clock.Set("2026-03-13 09:00");

        var written = await Task.WhenAll(new[] { engine, other, engine, other }.Select(node => Task.Run(() => node.Sweep.RunAsync(default))));
        await engine.Sweep.RunAsync(default);

        Assert.Equal(4 * 301, written.Sum());
        Assert.Equal(4 * 301, await engine.AskAsync<long>("select count(*) from notice"));
        Assert.Equal(0, await engine.AskAsync<long>("select count(*) from deadline where next_rung_at <= @now", new { now = engine.Clock.GetUtcNow() }));
    }

    [Fact]
    public async Task Run_WorksInBatches_WhenTenThousandRungsAreDue()
    {
        await using var engine = await TestEngine.TinyAsync(sweep: new(TimeSpan.FromHours(1), 3000));
        await engine.DoAsync(Copies, new { copies = 3333 });

        Assert.Equal(4 * 3334, await engine.SweepAtAsync("2026-03-13 09:00"));
        Assert.Equal(10_002, await engine.AskAsync<long>("select count(*) from deadline where obligation = 'monthly' and next_rung = 1 and period like '2026-03%'"));
        Assert.Equal(0, await engine.Sweep.RunAsync(default));
    }

    [Fact]
    public async Task Run_SendsEachRecipientOneDigest_WhenTheProgramWasDownForDays()
    {
        await using var engine = await TestEngine.TinyAsync();
        await using var other = await engine.AnotherNodeAsync();
        engine.Clock.Set("2026-03-26 14:00"); // All five rungs of March lie in the outage.

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 is 0 ? engine : other).Sweep.RunAsync(default))));
        await engine.Sweep.RunAsync(default);

        var digests = await engine.NoticesAsync();
        Assert.All(digests, digest => Assert.Equal(("digest", true), (digest.Kind, digest.Late)));
        Assert.Equal(digests.Count, digests.DistinctBy(digest => (digest.RecipientUnit, digest.Function, digest.Language)).Count());
        Assert.Equal(
            ["monthly/alpha/2026-03#due-day@2026-03-20", "monthly/alpha/2026-03#remind-1wd@2026-03-20", "monthly/alpha/2026-03#remind-7d@2026-03-20"],
            digests.Single(digest => digest is { RecipientUnit: "alpha", Function: "liaison" }).Covers.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(15, digests.SelectMany(digest => digest.Covers).Distinct(StringComparer.Ordinal).Count());
        var office = digests.Single(digest => digest is { Function: "office" });
        Assert.True(office.Circular);
        Assert.Contains("甲局未按时报送", office.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SendsOneDigest_WhenManyNodesFindThousandsMissed()
    {
        await using var engine = await TestEngine.TinyAsync(sweep: new(TimeSpan.FromHours(1), 50));
        await engine.DoAsync(Copies, new { copies = 700 });
        await using var other = await engine.AnotherNodeAsync(new(TimeSpan.FromHours(1), 50));
        engine.Clock.Set("2026-03-13 14:00");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 is 0 ? engine : other).Sweep.RunAsync(default))));
        await engine.Sweep.RunAsync(default);

        Assert.Equal(["alpha/zh", "beta/en", "gamma/en", "gamma/zh"], (await engine.NoticesAsync()).Select(digest => $"{digest.RecipientUnit}/{digest.Language}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_LeavesNothingHalfDone_WhenItsConnectionIsKilledBetweenClaimAndCommit()
    {
        await using var engine = await TestEngine.TinyAsync();
        engine.Clock.Set("2026-03-13 09:00");
        await using var blocker = await engine.Database.Source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('audit:990001-tiny', 0))", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        var sweeping = engine.Sweep.RunAsync(default); // It has claimed and written, and waits for the end of the audit chain.
        while (await engine.AskAsync<int>("select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%audit:%'") == 0)
            await Task.Delay(10);
        await engine.DoAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sweeping);
        await transaction.RollbackAsync();
        Assert.Empty(await engine.NoticesAsync());
        Assert.Equal(4, await engine.Sweep.RunAsync(default));
    }

    [Fact]
    public async Task Run_ServesTheOthers_WhenOneJurisdictionCannotRunHere()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.DoAsync("""
            insert into jurisdiction select '990002-lost', '990002', 'x', 'x', time_zone, repeat('0', 64), first_published_on from jurisdiction;
            insert into deadline select (jsonb_populate_record(d, '{"jurisdiction":"990002-lost"}')).* from deadline d
            """);
        engine.Clock.Set("2026-03-20 14:00");

        Assert.True(await engine.Sweep.RunAsync(default) > 0);
        Assert.Equal(TestPacks.Tiny, Assert.Single(await engine.ListAsync<string>("select distinct jurisdiction from notice")));
        Assert.True(await engine.AskAsync<long>("select count(*) from deadline where jurisdiction = '990002-lost' and next_rung = 0 and next_rung_at is not null") > 0); // They wait, and are not lost.
    }

    [Fact]
    public async Task Run_WaitsForTheNewPack_WhenAnotherNodeAdoptedOneThatIsNotKnownHere()
    {
        await using var engine = await TestEngine.TinyAsync();
        await using var behind = await engine.AnotherNodeAsync();
        await engine.TakeInAsync(TestPacks.OneTiny.With("workflows/_base-tiny/jurisdiction.json", "remind-7d", "remind-week"));
        engine.Clock.Set("2026-03-13 09:00");

        Assert.Equal(0, await behind.Sweep.RunAsync(default)); // Its pack has no such rung: it must not pass over it.
        await behind.Packs.RefreshAsync(default);
        Assert.Equal(4, await behind.Sweep.RunAsync(default));
        Assert.All(await engine.NoticesAsync(), notice => Assert.Contains("#remind-week@", Assert.Single(notice.Covers), StringComparison.Ordinal));
    }

    /// <summary>Makes each bureau's form of March many times over, under periods of their own.</summary>
    private const string Copies = """
        insert into deadline select (jsonb_populate_record(d, jsonb_build_object('period', d.period || '.' || n))).*
        from deadline d cross join generate_series(1, @copies) n where obligation = 'monthly' and period = '2026-03'
        """;

    private static string At(NoticeRow notice) => notice.CreatedAt.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the three bureaus' forms of March give on a day: beta's liaison reads English, gamma has a liaison for each language.</summary>
    private static IEnumerable<string> Bureaus(string what, params string[] functions) =>
        from unit in new[] { "alpha", "beta", "gamma" }
        from function in functions
        from language in (unit, function) switch { ("beta", "liaison") => ["en"], ("gamma", "liaison") => ["en", "zh"], _ => new[] { "zh" } }
        select $"{what} {unit}>{(function is "office" ? "hub" : unit)}/{function}/{language}";
}
