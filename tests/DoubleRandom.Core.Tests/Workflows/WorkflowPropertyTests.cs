using System.Text.Json.Nodes;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Whatever anybody does in whatever order: counts agree, the journal tells the state, a finished step stays finished, and the same command gives the same bytes.</summary>
public class WorkflowPropertyTests
{
    private static readonly WorkflowDefinition[] Known =
    [
        SampleWorkflow.Definition,
        .. CaseFiles.Of("workflows/patterns").Values.Concat(CaseFiles.Of("workflows/commands").Values).Select(row => Definitions.Of(row["given"]!["workflow"]!.AsObject())),
    ];

    private static readonly JsonObject Rules = JsonNode.Parse("""{ "risky": "yes", "far": "no", "size": "big", "needs-experts": "yes", "two-inspectors": "yes", "fit": null }""")!.AsObject();

    [Fact]
    public void Instance_StaysSound_WhateverIsDoneToIt() => Prop
        .ForAll(Gen.Choose(0, Known.Length - 1).SelectMany(n => Gen.Choose(0, 9_999).ArrayOf(60).Select(moves => (n, moves))).ToArbitrary(), given => Holds(Known[given.n], given.moves))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool Holds(WorkflowDefinition definition, int[] moves)
    {
        var run = new CaseRun(definition, Rules);
        run.Give(new WorkflowCommand.Start("S-1", null, definition.Casts.ToDictionary(role => role, _ => (IReadOnlyList<string>)["bureau"], StringComparer.Ordinal), Lists(definition.Takes)) { Version = 0 });
        foreach (var move in moves)
        {
            run.Today = run.Today.AddDays(move % 3);
            var command = Command(definition, run.Instance, move);
            var before = run.Instance;
            var actor = command is WorkflowCommand.Tell or WorkflowCommand.DayCame or WorkflowCommand.Redate or WorkflowCommand.Drawn or WorkflowCommand.Published or WorkflowCommand.ChildEnded ? Actor.Engine : CaseRun.Li;
            var done = run.Give(command, actor);
            AssertFinishedStays(before, run.Instance);
            Assert.Equal(done.Entries.Count > 0, run.Instance.Version > before.Version);
            if (run.Instance.Status != InstanceStatus.New)
                run.AssertSound();
        }

        if (run.Instance.Status != InstanceStatus.New)
            run.AssertReplays();
        return true;
    }

    private static WorkflowCommand Command(WorkflowDefinition definition, WorkflowInstance instance, int move)
    {
        var open = instance.OpenRuns.ToArray();
        var run = open.Length > 0 && move % 11 != 0 ? open[move / 7 % open.Length].Number : (move % 20) + 1;
        var step = instance.Runs.GetValueOrDefault(run) is { } known ? definition.Step(known.Step) : null;
        var outcome = step is { Ways.Count: > 0 } ? step.Ways[move / 3 % step.Ways.Count].Id : "done";
        return (move % 17) switch
        {
            0 => new WorkflowCommand.Claim(run) { Version = instance.Version },
            1 => new WorkflowCommand.Release(run) { Version = instance.Version },
            2 => new WorkflowCommand.CancelBranch(run, "why") { Version = instance.Version },
            3 => new WorkflowCommand.Cancel("why") { Version = move % 3 == 0 ? instance.Version : 0 },
            4 => new WorkflowCommand.Tell(new[] { "a.done", "answer.came", "objection.received", "visit.done" }[move / 17 % 4], new(2026, 3, 2)) { Version = instance.Version },
            5 => new WorkflowCommand.DayCame { Version = instance.Version },
            6 => new WorkflowCommand.Drawn(run, "d", ["x", "y"]) { Version = instance.Version },
            7 => new WorkflowCommand.Published(run, "p") { Version = instance.Version },
            8 => new WorkflowCommand.ChildEnded(run, outcome) { Version = instance.Version },
            9 => new WorkflowCommand.Add(move % 4, [$"n{move}"], "why") { Version = instance.Version },
            10 => new WorkflowCommand.Act(definition.Actions.Count > 0 ? definition.Actions[move % definition.Actions.Count].Id : "none", "why") { Version = instance.Version },
            _ => new WorkflowCommand.Complete(run, outcome, step?.Form is null ? null : "{}", "why", Lists(step?.Sets ?? [])) { Version = instance.Version - (move % 5 == 0 ? 1 : 0) },
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(IEnumerable<string> names) => names.ToDictionary(name => name, _ => (IReadOnlyList<string>)["x", "y", "z"], StringComparer.Ordinal);

    private static void AssertFinishedStays(WorkflowInstance before, WorkflowInstance after) =>
        Assert.All(before.Runs.Values.Where(run => run.State != RunState.Open), run => Assert.Equal(run, after.Runs[run.Number]));
}
