using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>Two server nodes on one database, by the clock of life.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task Schedule_GoesOnWithinSecondsAndDoublesNothing_WhenANodeIsKilled()
    {
        using var folder = new TemporaryFolder();
        TestPacks.OneTiny.WriteTo(folder.Root);
        await using var engine = await TestEngine.EmptyAsync();
        engine.Clock.Set(DateTimeOffset.UtcNow);
        await engine.TakeInAsync(TestPacks.OneTiny);

        using var first = NodeProgram.Spawn(engine.ConnectionString, folder.Root);
        Assert.Equal("ready", await first.StandardOutput.ReadLineAsync());
        await LetFallAsync(engine, "alpha", 1.2);
        var latency = await ToldAsync(engine, "alpha");
        Assert.True(latency < 2 * Slowness, $"The notice came {latency:0.0} s after its rung.");

        using var second = await NodeProgram.StartAsync(engine.Database, folder.Root);
        first.Kill();
        await first.WaitForExitAsync();
        await LetFallAsync(engine, "beta", 0);
        var takeover = await ToldAsync(engine, "beta");
        Assert.True(takeover < 12 * Slowness, $"The other node took over after {takeover:0.0} s.");
        await LetFallAsync(engine, "gamma", 1.2);
        Assert.True(await ToldAsync(engine, "gamma") < 2 * Slowness);

        Assert.Equal(3, await engine.AskAsync<long>("select count(*) from notice where kind = 'reminder'"));
        Assert.Equal(3, await engine.AskAsync<long>("select count(*) from daily_run")); // Reconciliation, self-audit, the heads of the public chains.
        await second.StopAsync();
    }

    [Fact]
    public async Task Watcher_TakesInAgain_WhenTheDatabaseFailedTheFirstTime()
    {
        using var folder = new TemporaryFolder();
        TestPacks.OneTiny.WriteTo(folder.Root);
        await using var engine = await TestEngine.EmptyAsync();
        await engine.DoAsync("alter table jurisdiction rename to mislaid");
        using var node = await NodeProgram.StartAsync(engine.Database, folder.Root);

        await Task.Delay(500);
        await engine.DoAsync("alter table mislaid rename to jurisdiction");

        Assert.True(await WaitAsync(async () => await engine.AskAsync<long>("select count(*) from jurisdiction where running_version is not null") > 0));
        await node.StopAsync();
    }

    /// <summary>Loaded machines are slow; the limits hold where two cores are free.</summary>
    private static int Slowness => Math.Clamp((int)Math.Ceiling(LoadAverage() / Environment.ProcessorCount), 1, 4);

    private static double LoadAverage() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets the first rung of a bureau's next form fall after some seconds.</summary>
    private static Task<int> LetFallAsync(TestEngine engine, string unit, double seconds) => engine.DoAsync(
        """
        update deadline set rung_at[1] = clock_timestamp() + make_interval(secs => @seconds), next_rung_at = clock_timestamp() + make_interval(secs => @seconds), first_rung = 0, next_rung = 0
        where (jurisdiction, obligation, unit, period) =
              (select jurisdiction, obligation, unit, period from deadline where obligation = 'monthly' and unit = @unit and status = 'open' order by due_on desc limit 1)
        """, new { unit, seconds });

    /// <summary>Waits for the notice of the last rung that was let fall, and gives the seconds from the one to the other.</summary>
    private static async Task<double> ToldAsync(TestEngine engine, string unit)
    {
        Assert.True(await WaitAsync(async () => await engine.AskAsync<long>("select count(*) from notice where unit = @unit", new { unit }) > 0));
        return await engine.AskAsync<double>(
            """
            select extract(epoch from n.created_at - d.rung_at[1])::float8 from notice n join deadline d using (jurisdiction, obligation, unit, period) where n.unit = @unit
            """, new { unit });
    }

    private static async Task<bool> WaitAsync(Func<Task<bool>> done)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(45))
        {
            if (await done())
                return true;
            await Task.Delay(50);
        }

        return false;
    }
}
