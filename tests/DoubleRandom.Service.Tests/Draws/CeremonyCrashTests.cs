using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Draws.DrawingCounty;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>A server that is killed (kill -9) in the middle of every step of a ceremony, when all of the step is written but its end; and between any two steps.</summary>
public sealed class CeremonyCrashTests
{
    private const string Sleeper = "datname = current_database() and wait_event = 'PgSleep'";

    [Fact]
    public async Task Ceremony_StandsBeforeTheStepOrAfterIt_WhenTheServerIsKilledInAnyOfThem()
    {
        await using var county = await OpenAsync();
        await county.Engine.DoAsync("create table cut (number int not null)");
        await county.Engine.DoAsync("insert into cut values (1)");
        await county.Engine.DoAsync("""
            create function pause() returns trigger language plpgsql as $$
            begin
                if new.action like 'draw.%' and (select count(*) from audit_entry where action like 'draw.%') >= (select number from cut) then perform pg_sleep(600); end if;
                return new;
            end $$
            """);
        await county.Engine.DoAsync("create trigger pause after insert on audit_entry for each row execute function pause()");

        // Every server repeats the step before the last crash, takes the step that was cut, and dies in the next.
        for (var at = 0; at <= CeremonyProgram.Steps.Length; at++)
        {
            var steps = CeremonyProgram.Steps[Math.Max(0, at - 2)..Math.Min(at + 1, CeremonyProgram.Steps.Length)].Select(step => step.Step).ToArray();
            await county.Engine.DoAsync("update cut set number = @number", new { number = at + 1 });
            await CrashAsync(county, steps, isLast: at == CeremonyProgram.Steps.Length);
            await StandsAfterAsync(county, at);
        }

        await VerifiesAsync(county);
    }

    /// <summary>Runs a server until it sleeps in its last step, or has taken the last of all, and kills it.</summary>
    private static async Task CrashAsync(DrawingCounty county, string[] steps, bool isLast)
    {
        using var server = NodeProgram.Spawn(["ceremony", county.Engine.ConnectionString, .. steps]);
        foreach (var step in isLast ? steps : steps[..^1])
            Assert.Equal($"{step} done", await server.StandardOutput.ReadLineAsync());
        if (!isLast)
            await SleepsAsync(county);
        server.Kill();
        await server.WaitForExitAsync();
        await county.Engine.DoAsync($"select pg_terminate_backend(pid) from pg_stat_activity where {Sleeper}");
    }

    private static async Task SleepsAsync(DrawingCounty county)
    {
        for (var patience = 600; !await county.Engine.AskAsync<bool>($"select exists (select 1 from pg_stat_activity where {Sleeper})"); patience--)
        {
            Assert.True(patience > 0, "The server did not come to its step.");
            await Task.Delay(100);
        }
    }

    private static async Task StandsAfterAsync(DrawingCounty county, int steps)
    {
        var last = steps == 0 ? (Stage: null, Statements: 0) : (CeremonyProgram.Steps[steps - 1].Stage, CeremonyProgram.Steps[steps - 1].Statements);
        var stands = await county.Engine.AskAsync<(string?, int, int, int)>("""
            select (select stage from draw), (select count(*)::int from public_entry), (select count(*)::int from draw_pick), (select count(*)::int from draw_use)
            """);
        Assert.Equal((last.Stage, last.Statements, steps >= 6 ? 12 : 0, steps >= 8 ? 1 : 0), stands);
        Assert.Equal(CeremonyProgram.Steps[..steps].Select(step => step.Action), await county.Engine.ListAsync<string>("select action from audit_entry where action like 'draw.%' order by sequence"), StringComparer.Ordinal);
    }

    /// <summary>One seed, of the values that were given; and the record proves the draw.</summary>
    private static async Task VerifiesAsync(DrawingCounty county)
    {
        var seed = System.Text.Encoding.UTF8.GetString((await county.PublicFileAsync("445200-0001", "seed.txt"))!);
        Assert.Contains("2718281828", seed, StringComparison.Ordinal);
        Assert.Contains("3141592653", seed, StringComparison.Ordinal);
        var (record, frame) = ((await county.PublicFileAsync("445200-0001", "record.json"))!, (await county.PublicFileAsync("445200-0001", "frame.txt"))!);
        Assert.Empty(RecordVerifier.Verify(record, new RecordFiles(() => new MemoryStream(frame)), new AllCores()).Differences);
    }
}
