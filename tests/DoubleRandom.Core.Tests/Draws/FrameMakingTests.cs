using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching.Demands;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>From the directories and the rules of a real pack to the rows of a frame, an inspector list, a year's sum, and who takes part.</summary>
public class FrameMakingTests
{
    private static readonly DateOnly On = new(2026, 9, 1);
    private static readonly Pack Yuanqu = RealPacks.Compile("140827-yuanqu").Pack!;

    [Theory]
    [InlineData("""{"creditRiskClass":"D","hazard":"low","complaints":0}""", "raise", 8, "-")]
    [InlineData("""{"creditRiskClass":"A","hazard":"low","complaints":0}""", "reduce", 1, "-")]
    [InlineData("""{"creditRiskClass":"A","hazard":"high","complaints":0}""", "raise", 1, "-")]
    [InlineData("""{}""", "UNKNOWN", 2, "-")]
    [InlineData("""{"status":"deregistered"}""", "UNKNOWN", 2, "GONE")]
    [InlineData("""{"isKeyField":true}""", "UNKNOWN", 2, "KEY-FIELD")]
    [InlineData("""{"seriousViolationListFrom":"2026-01-01"}""", "raise", 8, "-")]
    [InlineData("""{"seriousViolationListFrom":"2025-01-01","seriousViolationListTo":"2026-01-01","creditRiskClass":"B","hazard":"low","complaints":0}""", "usual", 2, "-")]
    public void TargetRow_FollowsTheRulesOfThePack(string content, string stratum, int weight, string reason)
    {
        var row = Rows([]).Of(Target(content), null);

        Assert.Equal(new FrameRow("91140827MA0000001X", stratum, weight, reason is "-", reason), row);
    }

    [Fact]
    public void TargetRow_IsExcludedOrLowered_WhenItWasDrawnBefore()
    {
        var target = Target("""{"creditRiskClass":"D","hazard":"low","complaints":0}""");

        Assert.Equal("REPEAT-6M", Rows([new(Repeat.Exclude, 6, null)]).Of(target, new(2026, 3, 2)).Reason);
        Assert.True(Rows([new(Repeat.Exclude, 6, null)]).Of(target, new(2026, 3, 1)).IsEligible); // The corresponding day: it may come again.
        Assert.Equal((true, 1, "REPEAT-6M"), (Rows([new(Repeat.Lower, 6, null)]).Of(target, new(2026, 3, 2)) is var lowered ? (lowered.IsEligible, lowered.Weight, lowered.Reason) : default));
        Assert.Equal("SEEN", Rows([new(Repeat.Cycle, 0, new(2026, 1, 1))]).Of(target, new(2026, 1, 1)).Reason);
    }

    [Theory]
    [InlineData("""{"area":"140827","industry":"5421"}""", true)]
    [InlineData("""{"area":"140828","industry":"5421"}""", false)]
    [InlineData("""{"area":"140827"}""", false)]
    public void Scope_TakesWhatBeginsLikeIt(string content, bool isIn) => Assert.Equal(isIn, new DrawScope("140827", "54").Filter()(Target(content)));

    [Fact]
    public void InspectorRow_HasNoRoom_WhenACredentialEndsOrSomebodyIsAway()
    {
        var roster = new InspectorRoster(Yuanqu.RuleSets, Yuanqu.Rules.Facts, new DaySpan(new(2026, 9, 10), new(2026, 9, 20)), Digest.Of("salt"u8));
        var fit = roster.Of(Person("""{"credentialTo":"2026-09-20","capacity":5,"tags":["特种设备","driver"]}"""), 3);

        Assert.Equal((5, 3), (fit.Capacity, fit.Load));
        Assert.Equal(["u", "driver"], fit.Tags.Select(tag => tag.Length == 13 ? "u" : tag), StringComparer.Ordinal);
        Assert.DoesNotContain("I-1", fit.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, roster.Of(Person("""{"credentialTo":"2026-09-19"}"""), 0).Capacity);
        Assert.Equal(0, roster.Of(Person("""{"credentialTo":"2027-01-01","absences":["2026-09-15/2026-09-16"]}"""), 0).Capacity);
        Assert.Equal(65535, roster.Of(Person("""{"credentialTo":"2027-01-01","absences":["2026-09-21/2026-09-30"]}"""), 0).Capacity);
    }

    [Theory]
    [InlineData("10", 95, 5, 0, null, 10, 10)] // 5 that were seen belong to the hundred of which 10 % are due.
    [InlineData("10", 95, 5, 7, null, 10, 3)]
    [InlineData("10", 95, 5, 7, 2L, 10, 2)]
    [InlineData("10", 95, 5, 12, null, 10, 0)]
    [InlineData("10", 2, 98, 5, null, 10, 2)] // Never more than can be drawn.
    public void YearlySum_DrawsWhatIsMissing(string atLeast, int eligible, int seen, long drawn, long? batch, long due, long now)
    {
        Assert.True(Percent.TryParse(atLeast, out var percent));
        var lines = Enumerable.Range(0, eligible + seen).Select(i => new FrameRow($"T{i:0000}", "A", 1, i < eligible, i < eligible ? "-" : "SEEN")).ToArray();
        using var frame = new MemoryStream();
        FrameWriter.Write(frame, "D-1", lines);
        frame.Position = 0;
        var count = Frame.Read(frame, "frame.txt", new DoubleRandom.Core.Draws.OneWorker()).Content["A"]!;

        var standing = new YearlySum(new Quota { Ratio = (percent, true) }, new(2026, 1, 1), batch).Of(count, drawn, new HashSet<string>(StringComparer.Ordinal) { "SEEN" });

        Assert.Equal(new YearlyStanding(due, drawn, now), standing);
    }

    [Fact]
    public void Participation_IsOfUnitsWithAnItemInTheBusinessScope()
    {
        var items = new[] { Item("1", "transport", "客运"), Item("2", "health", "餐饮"), Item("3", "culture", "娱乐") }.ToLookup(item => item.Department, StringComparer.Ordinal);

        var (units, open) = new Participation(Yuanqu.RuleSets, Yuanqu.Rules.Facts, On).Of(Target("""{"businessScope":"住宿、餐饮服务；旅客运输（客运）"}"""), items);

        Assert.Equal(["health", "transport"], units, StringComparer.Ordinal);
        Assert.Empty(open);
        Assert.Equal(3, new Participation(Yuanqu.RuleSets, Yuanqu.Rules.Facts, On).Of(Target("{}"), items).Open.Count); // A person decides.
    }

    private static TargetRows Rows(IReadOnlyList<RepeatRule> repeats) => new(Yuanqu.RuleSets, Yuanqu.Rules.Facts, "ratio", "draw-weight", repeats, On);

    private static Target Target(string content) => Core.Directories.Target.Of(With(content, """ "code":"91140827MA0000001X","name":"某公司" """));

    private static Inspector Person(string content) => Inspector.Of(With(content, """ "id":"I-1","unit":"transport","kind":"officer" """));

    private static InspectionItem Item(string id, string unit, string industry) => InspectionItem.Of(With("{}", $$""" "id":"{{id}}","name":"事项{{id}}","department":"{{unit}}","basis":"某法","industry":"{{industry}}" """));

    private static JsonElement With(string content, string more) => JsonElement.Parse(content is "{}" ? $"{{{more}}}" : $"{{{more},{content[1..]}");
}
