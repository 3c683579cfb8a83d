using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Store;
using Npgsql;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class DatabaseOutageTests
{
    [Fact]
    public async Task Sweep_IsDoneByTheNextOne_WhenTheDatabaseIsKilledInTheMiddle()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Root, "d");
        var clock = new SettableClock(TestEngine.Start);
        await using var engine = TestEngine.Of(await Database.OpenAsync(new() { DataFolder = data }, clock), "", clock);
        await engine.TakeInAsync(TestPacks.OneTiny);
        clock.Set("2026-03-13 09:00");

        await using var blocker = await engine.Database.Source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('audit:990001-tiny', 0))", blocker, transaction))
            await hold.ExecuteNonQueryAsync();
        var sweeping = engine.Sweep.RunAsync(default);
        while (await engine.AskAsync<int>("select count(*)::int from pg_stat_activity where wait_event_type = 'Lock' and query like '%audit:%'") == 0)
            await Task.Delay(10);
        using (var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(data, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture)))
            postmaster.Kill();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sweeping);
        Assert.Equal(3, await WhenBackAsync(() => engine.Sweep.RunAsync(default)));
        Assert.Equal(3, (await engine.NoticesAsync()).Count);
        Assert.Equal(3, await engine.AskAsync<long>("select count(*) from deadline where obligation = 'monthly' and next_rung = 1 and period = '2026-03'"));
    }

    /// <summary>The keeper starts the server again; until it answers, everything throws.</summary>
    private static async Task<T> WhenBackAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException) when (attempt < 300)
            {
                await Task.Delay(50);
            }
        }
    }
}
