using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Definitions in words: when a step is due, what a wait waits for, which lists there are.</summary>
public class DefinitionWordsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Pack Pengyang = RealPacks.Of("640425-pengyang");

    private static readonly WorkflowDefinition Sample = Definitions.Of("""
        { "takes": ["targets"], "steps": [
          { "id": "a", "due": { "after": { "workingDays": 10 } }, "sets": ["inspectors", "lead", "strangers"], "next": "b" },
          { "id": "b", "due": { "after": { "event": "conference.held", "days": 5 } }, "next": "c" },
          { "id": "c", "due": { "field": "a/rectify-by" }, "next": "w" },
          { "id": "w", "kind": "wait", "outcomes": [{ "id": "held", "to": "e", "on": { "event": "conference.held" } }, { "id": "over", "to": "e", "on": { "when": { "after": { "days": 30 } } } }] },
          { "id": "e", "kind": "for-each", "over": "targets", "do": "f", "next": "d" }, { "id": "f", "next": "end" },
          { "id": "d", "kind": "draw", "draw": "inspectors", "into": "inspectors", "next": "end" }, { "id": "end", "kind": "end" }] }
        """);

    [Theory]
    [InlineData("a", "本环节开始后 10 个工作日内", "the step opens")]
    [InlineData("b", "“联席会议召开”后 5 日内", "\"Conference held\"")]
    [InlineData("c", "按“环节a”中填写的日期", "the date filled in with \"a\"")]
    public void Of_SaysTheTime_ByNames(string step, string zh, string en)
    {
        var words = DueWords.Of(Sample.Step(step)!.Due!, Sample, Pengyang, Day);
        Assert.Equal(zh, words.Zh);
        Assert.Contains(en, words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Awaited_SaysWhatAWaitWaitsFor()
    {
        var ways = Sample.Step("w")!.Ways;
        Assert.Contains("the event \"Conference held\"", DueWords.Awaited(ways[0], Sample, Pengyang, Day)!.En, StringComparison.Ordinal);
        Assert.Contains("30", DueWords.Awaited(ways[1], Sample, Pengyang, Day)!.Zh, StringComparison.Ordinal);
        Assert.Null(DueWords.Awaited(Sample.Step("a")!.Ways[0], Sample, Pengyang, Day));
    }

    [Fact]
    public void Used_NamesTheLists_OfEachKindOfStep()
    {
        Assert.Equal(["可填名单：检查人员、牵头部门、名单“strangers”"], ListNames.Used(Sample.Step("a")!, Pengyang).Select(line => line.Zh), StringComparer.Ordinal);
        Assert.Equal(["for each of: Targets"], ListNames.Used(Sample.Step("e")!, Pengyang).Select(line => line.En), StringComparer.Ordinal);
        Assert.Equal(["抽出的成为：检查人员"], ListNames.Used(Sample.Step("d")!, Pengyang).Select(line => line.Zh), StringComparer.Ordinal);
        Assert.Empty(ListNames.Used(Sample.Step("b")!, Pengyang));
    }

    [Fact]
    public void FiveCounties_HaveWordsForEveryTimeAndList()
    {
        foreach (var pack in RealPacks.Five.Select(RealPacks.Of))
            foreach (var definition in pack.Workflows.Values)
                foreach (var step in definition.Steps)
                {
                    Assert.All(ListNames.Used(step, pack), line => Assert.DoesNotContain("名单“", line.Zh, StringComparison.Ordinal));
                    if (step.Due is { } due)
                        Assert.NotEmpty(DueWords.Of(due, definition, pack, Day).En);
                }
    }
}
