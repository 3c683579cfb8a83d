using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Due days of steps as deadlines of a real county.</summary>
public class StepDeadlinesTests
{
    private const string Definition = """
        {
          "id": "report-back",
          "steps": [
            { "id": "answer", "owner": "member", "form": "situation-report", "next": "end",
              "due": { "vague": "及时", "local": { "zh": "本地定为十个工作日", "en": "ten working days here" }, "as": { "after": { "workingDays": 10 } } } },
            { "id": "end", "kind": "end" }
          ],
          "actions": [{ "id": "later", "kind": "postpone" }, { "id": "hand", "kind": "reassign" }]
        }
        """;

    [Fact]
    public void Of_GivesEveryMemberItsDeadline_WithLadderAndExplanation()
    {
        var pack = RealPacks.Of("640425-pengyang");
        var (definition, due) = Opened();
        var deadlines = StepDeadlines.Of(pack, definition, "I-1", due);
        Assert.Equal(pack.Units.Count(unit => unit.Holds("member", CaseRun.FirstDay)), deadlines.Count);
        Assert.All(deadlines, deadline =>
        {
            Assert.Equal(new DateOnly(2026, 3, 16), deadline.DueOn);
            Assert.Equal($"640425-pengyang/report-back.answer/{deadline.Unit.Id}/I-1#1", deadline.Key.ToString());
            Assert.NotEmpty(deadline.Ladder);
        });
        var said = string.Join("\n", Explanation.Of(deadlines[0], pack).Select(line => line.Text.Zh));
        Assert.Contains("原文为“及时”", said, StringComparison.Ordinal);
        Assert.Contains("累计 10 个工作日", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_KeepsTheExplanation_WhenSomebodyPostponed()
    {
        var pack = RealPacks.Of("640425-pengyang");
        var run = new CaseRun(Definitions.Of(Definition));
        run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        var due = run.Give(new WorkflowCommand.Postpone(1, new(2026, 4, 1), "flood") { Version = run.Instance.Version }).Effects.OfType<Effect.SetDeadline>().Single();
        var deadline = StepDeadlines.Of(pack, run.Definition, "I-1", due)[0];
        Assert.Equal(new DateOnly(2026, 4, 1), deadline.DueOn);
        Assert.NotEmpty(Explanation.Of(deadline, pack));
    }

    [Fact]
    public void Of_GivesOneUnit_WhenTheStepWasHandedToIt()
    {
        var pack = RealPacks.Of("640425-pengyang");
        var unit = pack.Units[3].Id;
        var run = new CaseRun(Definitions.Of(Definition));
        run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        var due = run.Give(new WorkflowCommand.Reassign(1, unit, "their field") { Version = run.Instance.Version }).Effects.OfType<Effect.SetDeadline>().Single();
        Assert.Equal(unit, Assert.Single(StepDeadlines.Of(pack, run.Definition, "I-1", due)).Unit.Id);
        Assert.Empty(StepDeadlines.Of(pack, run.Definition, "I-1", due with { Step = "nowhere" }));
    }

    private static (Core.Workflows.Model.WorkflowDefinition Definition, Effect.SetDeadline Due) Opened()
    {
        var run = new CaseRun(Definitions.Of(Definition));
        run.Give(new WorkflowCommand.Start("S-1") { Version = 0 });
        return (run.Definition, run.Effects.OfType<Effect.SetDeadline>().Single());
    }
}
