using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>A whole joint inspection with every kind of step: it is sound, and it walks from plan to archive.</summary>
public class SampleWorkflowTests
{
    private const string Walk = """
        [
          { "start": "T-2026-7", "as": "police", "cast": { "lead": ["bureau"], "participant": ["police"] }, "refused": ["not-starter"] },
          { "start": "T-2026-7", "cast": { "lead": ["bureau"], "participant": ["police", "transport"] }, "open": ["plan"] },
          { "complete": "plan", "content": { "scope": "hotels" }, "lists": { "participants": ["police", "transport"] }, "open": ["approve"] },
          { "complete": "approve", "outcome": "approved", "as": "wang", "refused": ["not-yours"] },
          { "complete": "approve", "outcome": "approved", "open": ["accept@police", "accept@transport"] },
          { "complete": "accept", "item": "police", "as": "police", "outcome": "accepted", "open": ["accept@transport"] },
          { "complete": "accept", "item": "transport", "as": "transport", "outcome": "refused", "reason": "no staff", "open": ["plan"] },
          { "complete": "plan", "content": { "scope": "hotels" }, "lists": { "participants": ["police"] }, "open": ["approve"] },
          { "complete": "approve", "outcome": "approved", "open": ["accept@police"] },
          { "complete": "accept", "item": "police", "as": "police", "outcome": "accepted", "open": ["draw-targets"] },
          { "drawn": "draw-targets", "items": ["hotel-1", "hotel-2"], "open": ["draw-inspectors"] },
          { "drawn": "draw-inspectors", "items": ["li", "wang"], "open": ["visit@hotel-1", "visit@hotel-2"] },
          { "complete": "visit", "item": "hotel-1", "outcome": "fine", "content": { "inspectors": "no" }, "refused": ["guard-unmet"], "says": "两人" },
          { "complete": "visit", "item": "hotel-1", "outcome": "fine", "content": { "inspectors": "yes" }, "open": ["visit@hotel-2"] },
          { "complete": "visit", "item": "hotel-2", "outcome": "trouble", "content": { "inspectors": "yes" }, "open": ["rectify@hotel-2"], "effects": ["close 11", "met 11", "start rectification@hotel-2"] },
          { "act": "ratio", "reason": "complaints", "lists": { "targets": ["hotel-1", "hotel-2", "hotel-3"] }, "open": ["file-change", "rectify@hotel-2"] },
          { "complete": "file-change", "open": ["rectify@hotel-2"] },
          { "childEnded": "rectify", "item": "hotel-2", "open": ["report"] },
          { "on": "2026-03-20", "complete": "report", "content": { "x": 1 }, "open": ["publish"],
            "effects": ["close 14", "raise inspection-task.completed of T-2026-7 by bureau", "publish results", "due publish 2026-04-03"] },
          { "published": "publish", "open": ["objections"] },
          { "on": "2026-03-28", "tell": "objection.received", "open": ["review"] },
          { "complete": "review", "outcome": "changed", "open": ["publish"] },
          { "published": "publish", "open": ["objections"] },
          { "on": "2026-04-13", "day": true, "open": [] },
          { "act": "correct", "reason": "a name was wrong", "open": ["publish"] },
          { "published": "publish", "open": ["objections"] }
        ]
        """;

    [Fact]
    public void Of_FindsNothing_InTheSample()
    {
        var definition = SampleWorkflow.Definition;
        var child = Definitions.Of("""{ "id": "rectification", "startedBy": [{ "workflow": "joint-inspection" }], "steps": [{ "id": "a", "next": "end" }, { "id": "end", "kind": "end" }] }""");
        var around = new WorkflowSurroundings
        {
            Roles = new Dictionary<string, bool>(StringComparer.Ordinal) { ["lead"] = true, ["participant"] = false, ["worker"] = true },
            Units = ["bureau", "police", "transport"],
            Forms = ["inspection-plan", "inspection-record", "inspection-report"],
            Events = ["plan.approved", "plan.changed", "inspection-task.completed", "result.published", "result.updated", "objection.received"],
            Ladders = [],
            Templates = ["reminder"],
            RuleSets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["needs-experts"] = ["yes", "no"], ["two-inspectors"] = ["yes", "no"] },
            Workflows = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal) { [definition.Id] = definition, [child.Id] = child },
        };
        Assert.Equal("", string.Join("\n", WorkflowChecks.Of(definition, around)));
        Assert.Single(definition.Tests);
        Assert.Equal("", string.Join("\n", WorkflowWalks.Run(definition, CaseRun.Context(CaseRun.Li).Dates, new CaseRules(null))));
    }

    [Fact]
    public void Decide_WalksFromPlanToArchive_AndCorrectsAfterwards()
    {
        var rules = JsonNode.Parse("""{ "needs-experts": "no", "two-inspectors": { "of": "visit", "field": "inspectors" } }""")!.AsObject();
        var run = new CaseRun(SampleWorkflow.Definition, rules);
        foreach (var line in JsonNode.Parse(Walk)!.AsArray())
            WorkflowTests.Step("sample", run, line!.AsObject());
        run.AssertReplays();
    }

    [Fact]
    public void Version_IsTheContent_WhateverTheLayout()
    {
        var text = File.ReadAllText(SampleWorkflow.File);
        var version = SampleWorkflow.Definition.Version;
        Assert.Matches("^[0-9a-f]{64}$", version);
        Assert.Equal(version, SampleWorkflow.Read(JsonNode.Parse(text)!.ToJsonString()).Version);
        Assert.Equal(version, SampleWorkflow.Read(text.Replace("从方案到归档", "走一遍", StringComparison.Ordinal)).Version);
        Assert.False(string.Equals(version, SampleWorkflow.Read(text.Replace("\"workingDays\": 5", "\"workingDays\": 6", StringComparison.Ordinal)).Version, StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_Refuses_WhenTheDefinitionChangedWhileItRuns()
    {
        var run = new CaseRun(Definitions.Of("""{ "steps": [{ "id": "a", "next": "end" }, { "id": "end", "kind": "end" }] }"""));
        run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        run.Definition = Definitions.Of("""{ "steps": [{ "id": "a", "next": "end", "raises": ["x.y"] }, { "id": "end", "kind": "end" }] }""");
        Assert.Equal("other-definition", Assert.Single(run.Give(new WorkflowCommand.Complete(1, "done") { Version = run.Instance.Version }).Refusals).Code);
    }

    [Fact]
    public void Between_NamesTheDays_OnWhichAWorkflowStarts()
    {
        var starter = SampleWorkflow.Definition.StartedBy.OfType<Starter.ByDate>().Single();
        var dates = CaseRun.Context(CaseRun.Li).Dates;
        Assert.Equal("2026-03-01, 2027-03-01", string.Join(", ", dates.Between(starter.When, new(2026, 1, 1), new(2027, 12, 31)).Select(on => on.Iso())));
    }
}
