using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Tests.Engine;
using Npgsql;
using static DoubleRandom.Service.Tests.Directories.DirectoryDesk;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>Hostile files, imports that meet, imports that die.</summary>
public sealed class DirectoryTroubleTests
{
    private const int Many = 200_000;

    private static string Line(int i) => string.Create(CultureInfo.InvariantCulture, $"{CodeOf(i)},第{i}号店");

    [Fact]
    public async Task Update_CountsTheRest_WhenEveryLineIsWrong()
    {
        await using var engine = await TestEngine.TinyAsync();
        using var file = new GeneratedFile("code,name", 5_000, i => $"X{i},");
        var report = await engine.UpdateAsync(file);
        Assert.Equal(201, report.Faults.Count);
        Assert.Contains("9800", report.Faults[^1].Problem.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_RefusesAWorkbookBomb_BeforeItUnpacks(bool inSheet)
    {
        await using var engine = await TestEngine.TinyAsync();
        var bomb = new CountedFile(Workbook.Bomb(400, inSheet).ToArray());

        Assert.Equal(["0: directory-workbook-bomb"], (await engine.UpdateAsync(bomb)).Codes(), StringComparer.Ordinal);

        // Once for its hash; then no more of it than the limit took to reach.
        Assert.True(bomb.Length < 1_000_000 && bomb.Taken < bomb.Length * 3 / 2, $"{bomb.Taken} bytes were read of a bomb of {bomb.Length}");
    }

    [Fact]
    public async Task Update_RefusesADocumentType_BecauseEntitiesMultiply()
    {
        await using var engine = await TestEngine.TinyAsync();
        var book = Workbook.Of(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["xl/workbook.xml"] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><workbook>&b;</workbook>",
            ["xl/_rels/workbook.xml.rels"] = "<Relationships/>",
        });
        Assert.Equal(["0: directory-workbook-broken"], (await engine.UpdateAsync(book)).Codes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Update_IsRefused_WhileAnotherOneRuns()
    {
        await using var engine = await TestEngine.TinyAsync();
        var (reached, goOn) = (new TaskCompletionSource(), new ManualResetEventSlim());
        var passes = 0;
        using var slow = new GeneratedFile("code,name", 2_000, Line);
        slow.Made = i =>
        {
            // The first pass only looks at the file; the second copies it.
            if (i != 1_000 || ++passes != 2)
                return;
            reached.SetResult();
            goOn.Wait(TimeSpan.FromSeconds(60));
        };
        var first = Task.Run(() => engine.UpdateAsync(slow));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));

        var second = await engine.UpdateAsync($"code,name\n{A},甲店\n");
        var preview = await engine.UpdateAsync($"code,name\n{A},甲店\n", isPreview: true);
        goOn.Set();

        Assert.Equal([$"0: {UpdateReport.Busy}"], second.Codes(), StringComparer.Ordinal);
        Assert.Equal("+1 ~0 =0 -0 ?0", preview.Told());
        Assert.Equal("+2000 ~0 =0 -0 ?0", (await first).Told());
        Assert.Equal("+1 ~0 =0 -0 ?2000", (await engine.UpdateAsync($"code,name\n{A},甲店\n")).Told());
    }

    [Fact]
    public async Task Update_LeavesNothing_WhenItIsKilledHalfWay()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.UpdateAsync($"code,name\n{A},甲店\n");
        var passes = 0;
        using var file = new GeneratedFile("code,name", 60_000, Line);
        file.Made = i =>
        {
            if (i == 50_000 && ++passes == 2)
                Kill(engine.ConnectionString);
        };

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => engine.UpdateAsync(file));

        Assert.Equal([$"{A} 甲店 active"], await engine.AsOfAsync("2026-03-02"));
        Assert.Equal(1, await engine.AskAsync<int>("select count(*) from directory_import"));
        Assert.Equal("+1 ~0 =0 -0 ?1", (await engine.UpdateAsync($"code,name\n{B},乙店\n")).Told());
    }

    [Fact]
    public async Task Update_LeavesNothing_WhenItsProcessIsKilledWhileItWrites()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.DoAsync("create function pause() returns trigger language plpgsql as 'begin perform pg_sleep(30); return new; end'");
        await engine.DoAsync("create trigger pause after insert on directory_row for each row execute function pause()");
        var update = engine.UpdateAsync($"code,name\n{A},甲店\n{B},乙店\n");
        await WaitUntilAsync(() => engine.AskAsync<bool>("select exists (select 1 from pg_stat_activity where datname = current_database() and query like 'insert into directory_row%' and wait_event = 'PgSleep')"));

        Kill(engine.ConnectionString);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => update);
        Assert.Equal((0, 0), (await engine.AskAsync<int>("select count(*) from directory_row"), await engine.AskAsync<int>("select count(*) from directory_import")));
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60));
            await Task.Delay(50);
        }
    }

    /// <summary>Ends every other session of the database, as the end of a process does.</summary>
    private static void Kill(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
        command.ExecuteScalar();
    }
}
