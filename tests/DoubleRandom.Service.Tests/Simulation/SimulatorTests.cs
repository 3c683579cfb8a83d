using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Service.Simulation;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Store;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Service.Tests.Simulation;

/// <summary>The tiny county with its workflows, for a short time.</summary>
public class SimulatorTests
{
    /// <summary>A step of <c>check</c> may only be done once two meetings were held, which no workflow of the county raises.</summary>
    private static readonly PlanEvent[] Held = [new("conference.held", new(2026, 3, 10), "", null), new("working-meeting.held", new(2026, 3, 11), "", null)];

    private static readonly PackLibrary Tiny = WorkflowEngine.Library(["check", "visits"]);

    [Fact]
    public async Task Run_EndsWhatWasStarted_AndFindsNothing_WhenEverybodyIsInTime()
    {
        var log = await RunAsync(Behaviour.Usual with { Deadlines = new() { Shares = new(1, 0, 0) }, Steps = new() { Shares = new(1, 0, 0), Days = new(1, 1) }, Events = Held });
        Assert.Empty(log.Findings);
        Assert.NotEmpty(log.Instances);
        Assert.All(log.Instances, instance => Assert.Equal("ended", instance.Status));
        Assert.NotEmpty(log.Submissions);
        Assert.DoesNotContain(log.Deadlines, deadline => deadline.Standing is "late" or "missed");
    }

    [Fact]
    public async Task Run_EscalatesAndGoesOn_WhenEverybodyIsSilent()
    {
        var log = await RunAsync(Behaviour.Usual with { Deadlines = new() { Shares = new(0, 0, 1) }, Steps = new() { Shares = new(0, 0, 1) } });
        Assert.Empty(log.Findings);
        Assert.Empty(log.Submissions);
        Assert.Contains(log.Deadlines, deadline => deadline.Standing is "missed");
        Assert.Contains(log.Notices, notice => notice.Kind is "escalation");
        Assert.All(log.Instances, instance => Assert.Equal("running", instance.Status));
    }

    [Fact]
    public async Task Run_IsTheSame_WhenLivedAgainInAnotherCulture()
    {
        var here = CultureInfo.CurrentCulture;
        var first = await RunAsync(Behaviour.Usual);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            var again = await RunAsync(Behaviour.Usual);
            Assert.Equal(Text(first), Text(again), StringComparer.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }

        Assert.NotEqual(Text(first), Text(await RunAsync(Behaviour.Usual, seed: 2)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_TellsWhatIsBlocked_WhenNothingCanFinishAStep()
    {
        var bad = new BehaviourException(null, null, "check", "plan", new() { Content = "{}" });
        var log = await RunAsync(Behaviour.Usual with { Exceptions = [bad] });
        Assert.Contains(log.Findings, finding => finding.Kind is "blocked" && finding.Subject.StartsWith("check/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_TellsWhatIsBlocked_WhenTheEventNeverHappens()
    {
        var log = await RunAsync(Behaviour.Usual with { Steps = new() { Shares = new(1, 0, 0), Days = new(1, 1) } });
        Assert.Equal(("blocked", "check/check-2026-1/sign"), Assert.Single(log.Findings.Select(finding => (finding.Kind, finding.Subject))));
    }

    [Fact]
    public async Task Run_StartsAndRecordsWhatTheBehaviourSays_OnItsDay()
    {
        var start = new StartWish("check", new(2026, 3, 10), "S-9", "alpha", null, null, null);
        var name = PackOf().Events.Keys.Min(StringComparer.Ordinal)!;
        var log = await RunAsync(Behaviour.Usual with { Starts = [start], Events = [new(name, new(2026, 3, 14), "E-1", null)] });
        Assert.Equal(("check", "S-9", "alpha"), Assert.Single(log.Instances.Where(instance => instance.Parent is null && instance.Subject is "S-9").Select(instance => (instance.Workflow, instance.Subject, instance.Starter))));
        Assert.Equal(new(2026, 3, 16), DateOnly.FromDateTime(log.Events.Single(happened => happened.Subject is "E-1").At.UtcDateTime)); // The 14th is a Saturday.
    }

    [Fact]
    public async Task Run_PostponesCancelsAndCorrects_AsOftenAsTheBehaviourSays()
    {
        var eager = Behaviour.Usual with { Deadlines = new() { Shares = new(1, 0, 0) }, Steps = new() { Shares = new(0, 1, 0), DaysLate = new(1, 2), Days = new(1, 1) }, Events = Held };
        StartWish[] starts = [.. Enumerable.Range(1, 3).Select(i => new StartWish("check", new(2026, 3, 2), $"S-{i}", "alpha", null, null, null))];

        var postponed = await RunAsync(eager with { Starts = starts, Interventions = new(100, 0, 0) });
        var still = await RunAsync(eager with { Starts = starts, Interventions = Interventions.None });
        Assert.Empty(postponed.Findings);
        Assert.All(starts, start => Assert.True(PlanDue(postponed, start) > PlanDue(still, start), start.Subject));
        Assert.DoesNotContain(still.Instances, instance => instance.Status is "cancelled");

        var corrected = await RunAsync(eager with { Starts = starts, Interventions = new(0, 0, 100), Steps = new() { Shares = new(1, 0, 0), Days = new(1, 1) } });
        Assert.Contains("result.updated", corrected.Events.Select(happened => happened.Event), StringComparer.Ordinal); // What a correction raises.
        Assert.Empty(corrected.Findings);

        var cancelled = await RunAsync(eager with { Starts = starts, Interventions = new(0, 100, 0), Steps = new() { Shares = new(0, 0, 1) } });
        Assert.Empty(cancelled.Findings);
        Assert.All(cancelled.Instances, instance => Assert.Equal("cancelled", instance.Status));
    }

    private static DateOnly? PlanDue(SimulationLog log, StartWish start) => log.Tasks.First(task => task.Step is "plan" && task.Instance.Contains(start.Subject!, StringComparison.Ordinal)).DueOn;

    private static async Task<SimulationLog> RunAsync(Behaviour behaviour, ulong seed = 1)
    {
        await using var database = await Database.OpenAsync(new() { ConnectionString = await PostgresFixture.CreateDatabaseAsync() }, TimeProvider.System);
        return await Simulator.RunAsync(new(Tiny, PackOf(), new(2026, 3, 2), new(2026, 4, 30), seed, behaviour), database, null, default);
    }

    private static Core.Packs.Model.Pack PackOf() => PackCompiler.Compile(Tiny, TestPacks.Tiny).Pack!;

    private static string Text(SimulationLog log) =>
        JsonSerializer.Serialize(new { log.Deadlines, log.Notices, log.Tasks, log.Decisions, log.Submissions, log.Events, log.Instances, log.Findings });
}
