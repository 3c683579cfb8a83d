using System.Diagnostics;
using System.Globalization;
using System.Text;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using Xunit.Abstractions;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Hundreds and thousands of targets, long journals, long definitions: the work grows with the size and no faster.</summary>
public class WorkflowScaleTests(ITestOutputHelper output)
{
    private const string Visits = """
        {
          "takes": ["targets"],
          "steps": [
            { "id": "each", "kind": "for-each", "over": "targets", "do": "visit", "next": "report" },
            { "id": "visit", "due": { "after": { "workingDays": 10 } }, "next": "record", "raises": ["target.visited"] },
            { "id": "record", "next": "seen" },
            { "id": "seen", "kind": "end", "outcome": "seen" },
            { "id": "report", "next": "end" },
            { "id": "end", "kind": "end" }
          ]
        }
        """;

    [Fact]
    public void Decide_StepsInLinearTime_OverManyTargets()
    {
        Walk(200); // compiles the code first
        var (small, large) = (Walk(1_000), Walk(5_000));
        output.WriteLine($"for-each: 1,000 targets {small.Elapsed.TotalMilliseconds:F0} ms, 5,000 targets {large.Elapsed.TotalMilliseconds:F0} ms ({large.Elapsed.TotalMicroseconds / (2 * 5_000):F1} µs per command)");
        // Five times as many take five times as long; quadratic work would take 25 times.
        Assert.True(large.Elapsed < small.Elapsed * 15, $"1,000: {small.Elapsed}, 5,000: {large.Elapsed}");
        Assert.Equal("report", Assert.Single(large.Instance.OpenRuns).Step);
        Assert.Equal(5_000, large.Instance.Frames[1].Outcomes["seen"]);
    }

    [Fact]
    public void Replay_TellsManyEntriesASecond_AfterALongRun()
    {
        var journal = Walk(5_000).Journal;
        WorkflowInstance.Replay("I-1", journal);
        var watch = Stopwatch.StartNew();
        const int times = 10;
        for (var i = 0; i < times; i++)
            WorkflowInstance.Replay("I-1", journal);
        var rate = times * journal.Count / watch.Elapsed.TotalSeconds;
        output.WriteLine($"replay: {journal.Count} entries, {rate:N0} entries/s");
        // A loaded test machine in debug is no bench; this only catches a fold that became slow by an order of magnitude.
        Assert.True(rate > 20_000, $"{rate:N0} entries/s");
    }

    [Fact]
    public void Replay_GivesTheSameBytes_AfterALongRun()
    {
        var (_, instance, journal) = Walk(500);
        var lines = journal.Select(WorkflowJson.Write).ToArray();
        Assert.Equal(WorkflowJson.Canonical(instance), WorkflowJson.Canonical(WorkflowInstance.Replay("I-1", lines.Select(line => WorkflowJson.Read(Encoding.UTF8.GetBytes(line))))));
        Assert.Equal(string.Join("\n", lines), string.Join("\n", lines.Select(line => WorkflowJson.Write(WorkflowJson.Read(line)))));
    }

    [Fact]
    public void Decide_WalksThrough_WithTenThousandSteps()
    {
        const int count = 10_000;
        var run = new CaseRun(LongDefinition(count));
        var transition = run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        Assert.True(transition.IsDone);
        Assert.Equal(count, transition.Effects.Count);
        Assert.Equal(InstanceStatus.Ended, run.Instance.Status);
    }

    [Fact]
    public void Decide_RefusesMore_ThanTheLimitOfItems()
    {
        var run = new CaseRun(Definitions.Of(Visits));
        var items = Enumerable.Range(0, 20_001).Select(i => $"T{i}").ToArray();
        var transition = run.Give(new WorkflowCommand.Start("S-1", Lists: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["targets"] = items }) { Version = 0 });
        Assert.Equal("too-many-items", Assert.Single(transition.Refusals).Code);
    }

    [Fact]
    public void Decide_RefusesAForm_WithTenThousandFieldsThatItHasNot()
    {
        var run = new CaseRun(Definitions.Of("""{"steps":[{"id":"a","form":"report","next":"end"},{"id":"end","kind":"end"}]}"""), forms: CaseForms.Of(System.Text.Json.Nodes.JsonNode.Parse("""{"report":["time"]}""")));
        run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        var content = $"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"f{i}\":1"))}}}";
        var watch = Stopwatch.StartNew();
        var transition = run.Give(new WorkflowCommand.Complete(run.RunOf("a", ""), "done", content) { Version = run.Instance.Version });
        Assert.Equal(10_001, transition.Refusals.Count); // every one of them, and the field that is missing
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal("a", Assert.Single(run.Instance.OpenRuns).Step);
    }

    /// <summary>So many notices one after the other, and an end. Files are limited, values built by code are not: the steps themselves must stand it.</summary>
    internal static WorkflowDefinition LongDefinition(int count)
    {
        var model = Definitions.Of("""{"steps":[{"id":"n","kind":"notify","audience":["office"],"template":"reminder","next":"end"},{"id":"end","kind":"end"}]}""");
        var notify = model.Step("n")!;
        var steps = Enumerable.Range(0, count).Select(i => notify with { Id = Name(i), Ways = [notify.Ways[0] with { To = i == count - 1 ? "end" : Name(i + 1) }] });
        return new([.. steps, model.Step("end")!]) { Id = "long", Name = model.Name, Basis = model.Basis, Subject = "long", Version = "1", StartedBy = model.StartedBy, First = Name(0), Actions = [], Place = model.Place };

        static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"n{i}");
    }

    private static (TimeSpan Elapsed, WorkflowInstance Instance, List<JournalEntry> Journal) Walk(int count)
    {
        var definition = Definitions.Of(Visits);
        var instance = WorkflowInstance.New("I-1");
        var journal = new List<JournalEntry>();
        var context = CaseRun.Context(CaseRun.Li);
        var watch = Stopwatch.StartNew();
        Give(new WorkflowCommand.Start("S-1", Lists: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["targets"] = [.. Enumerable.Range(1, count).Select(i => $"T{i}")] }) { Version = 0 });
        for (var run = 1; run <= 2 * count; run++)
            Give(new WorkflowCommand.Complete(run, "done") { Version = instance.Version });
        return (watch.Elapsed, instance, journal);

        void Give(WorkflowCommand command)
        {
            var transition = Workflow.Decide(definition, instance, command, context);
            Assert.Empty(transition.Refusals);
            journal.AddRange(transition.Entries);
            instance = transition.Next;
        }
    }
}
