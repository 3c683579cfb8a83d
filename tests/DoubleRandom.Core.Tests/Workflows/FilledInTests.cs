using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>What people fill in decides: due days, the days of events, what a called workflow knows; and what the pack's units hold.</summary>
public class FilledInTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyCollection<string>> Units = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal)
    {
        ["bureau"] = ["worker", "member"],
        ["police"] = ["member"],
        ["office"] = [],
    };

    [Fact]
    public void Due_IsTheDateFilledIn_OfTheItemItself()
    {
        var definition = Definitions.Of("""
            { "takes": ["targets"], "steps": [
              { "id": "each", "kind": "for-each", "over": "targets", "do": "order", "next": "end" },
              { "id": "order", "form": "order", "next": "rectify" }, { "id": "rectify", "due": { "field": "order/rectify-by" }, "next": "over" },
              { "id": "over", "kind": "end" }, { "id": "end", "kind": "end" }] }
            """);
        var instance = Give(definition, WorkflowInstance.New("I"), new WorkflowCommand.Start("S", Lists: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["targets"] = ["T1", "T2"] }) { Version = 0 }).Next;
        instance = Complete(definition, instance, "order", "T1", """{ "rectify-by": "2026-03-20" }""").Next;
        var second = Complete(definition, instance, "order", "T2", """{ "rectify-by": "2026-04-17" }""");
        Assert.Equal(
            [new DateOnly(2026, 3, 20), new DateOnly(2026, 4, 17)], second.Next.OpenRuns.Select(run => run.DueOn!.Value).Order());
        var told = Assert.Single(second.Effects.OfType<Effect.SetDeadline>());
        Assert.Equal(("T2", new DateOnly(2026, 4, 17)), (told.Item, told.Occurrence.DueOn));
    }

    [Fact]
    public void Event_IsDatedByTheForm_WhereTheStepSaysSo()
    {
        var definition = Definitions.Of("""
            { "steps": [{ "id": "notice", "form": "meeting", "raises": ["conference.scheduled", "a.done"], "raisedOn": { "conference.scheduled": "held-on" }, "next": "end" }, { "id": "end", "kind": "end" }] }
            """);
        var instance = Give(definition, WorkflowInstance.New("I"), new WorkflowCommand.Start("S") { Version = 0 }).Next;
        var raised = Complete(definition, instance, "notice", "", """{ "held-on": "2026-03-27" }""").Effects.OfType<Effect.RaiseEvent>().ToDictionary(effect => effect.Event.Event, effect => effect.Event, StringComparer.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 27), raised["conference.scheduled"].On);
        Assert.Equal(CaseRun.FirstDay, raised["a.done"].On);
    }

    [Fact]
    public void ForEach_RunsOverTheHoldersOfARole_WhenNoListOfThatNameWasSet()
    {
        var definition = Definitions.Of("""
            { "steps": [{ "id": "ask", "kind": "for-each", "over": "member", "do": "order", "next": "end" },
              { "id": "order", "raises": ["a.done"], "next": "over" }, { "id": "over", "kind": "end" }, { "id": "end", "kind": "end" }] }
            """);
        var instance = Give(definition, WorkflowInstance.New("I"), new WorkflowCommand.Start("S") { Version = 0 }).Next;
        Assert.Equal(["bureau", "police"], instance.OpenRuns.Select(run => instance.Frames[run.Frame].Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        // The bureau's worker answers for the police; what happened concerns the police.
        var raised = Assert.Single(Complete(definition, instance, "order", "police", null).Effects.OfType<Effect.RaiseEvent>());
        Assert.Equal(("S/police", "police"), (raised.Event.Subject, raised.Event.Unit));
    }

    [Fact]
    public void Child_StartsWithWhatTheCallerKnows()
    {
        var definition = Definitions.Of("""
            { "steps": [{ "id": "find", "form": "order", "next": "transfer" }, { "id": "transfer", "kind": "call", "workflow": "child", "next": "end" }, { "id": "end", "kind": "end" }] }
            """);
        var instance = Give(definition, WorkflowInstance.New("I"), new WorkflowCommand.Start("S") { Version = 0 }).Next;
        var child = Assert.Single(Complete(definition, instance, "find", "", """{ "crime": true }""").Effects.OfType<Effect.StartChild>());
        Assert.Equal("""find: { "crime": true }""", child.Content);
    }

    private static Transition Complete(WorkflowDefinition definition, WorkflowInstance instance, string step, string item, string? content)
    {
        var run = instance.OpenRuns.First(open => string.Equals(open.Step, step, StringComparison.Ordinal) && string.Equals(instance.Frames[open.Frame].Path, item, StringComparison.Ordinal));
        return Give(definition, instance, new WorkflowCommand.Complete(run.Number, Way.Done, content) { Version = instance.Version });
    }

    private static Transition Give(WorkflowDefinition definition, WorkflowInstance instance, WorkflowCommand command)
    {
        var context = CaseRun.Context(CaseRun.Li) with { Rules = new Telltale(), Units = Units, Ahead = new HashSet<string>(["conference.scheduled"], StringComparer.Ordinal) };
        var transition = Workflow.Decide(definition, instance, command, context);
        Assert.Empty(transition.Refusals);
        return transition;
    }

    /// <summary>Hands over what the step called find said.</summary>
    private sealed class Telltale : IDecide
    {
        public Verdict Decide(string ruleSet, WorkflowFacts facts) => Verdict.Undetermined();

        public string? Handover(WorkflowFacts facts) => $"find: {facts.Content("find")}";
    }
}
