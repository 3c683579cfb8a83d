using System.Globalization;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Tests.Draws;

public class QuotaTests
{
    [Theory]
    [InlineData("""{"atLeast":"10"}""", 49, 5)]
    [InlineData("""{"atMost":"10"}""", 49, 4)]
    [InlineData("""{"atMost":"3"}""", 20, 1)] // rounds to 0, but the stratum is not empty
    [InlineData("""{"atMost":"3","minimum":0}""", 20, 0)]
    [InlineData("""{"atLeast":"100"}""", 49, 49)]
    [InlineData("""{"number":60}""", 49, 49)]
    [InlineData("""{"number":0}""", 49, 1)]
    [InlineData("""{"perInspector":3,"inspectors":5}""", 49, 15)]
    [InlineData("""{"atLeast":"10","number":8,"perInspector":1,"inspectors":3,"governs":"largest"}""", 49, 8)]
    [InlineData("""{"atLeast":"10","number":8,"perInspector":1,"inspectors":3,"governs":"smallest"}""", 49, 3)]
    [InlineData("""{"atLeast":"10","number":8,"perInspector":1,"inspectors":3,"governs":"ratio"}""", 49, 5)]
    [InlineData("""{"atLeast":"10","number":8,"perInspector":1,"inspectors":3,"governs":"number"}""", 49, 8)]
    [InlineData("""{"atLeast":"10","number":8,"perInspector":1,"inspectors":3,"governs":"perInspector"}""", 49, 3)]
    [InlineData("""{"atLeast":"5"}""", 0, 0)]
    public void Quota_GivesTheNumber_OfTheNotice(string quota, int size, int number)
    {
        var draw = Vectors.Drawn(Frame(size, 0), $$"""{"whole":{{quota}},"method":"srs"}""")[0];
        Assert.Equal((number, number), (draw.Plan.Number, draw.Selected.Count));
    }

    [Theory]
    [InlineData("all", 10)] // a tenth of the hundred in the directory, whoever is excluded this time
    [InlineData("eligible", 4)]
    public void Ratio_IsOfAllOrOfTheEligible_AsTheRulesSay(string of, int number) =>
        Assert.Equal(number, Vectors.Drawn(Frame(100, 60), $$"""{"whole":{"of":"{{of}}","atLeast":"10"},"method":"srs"}""")[0].Plan.Number);

    [Fact]
    public void Total_IsSharedAmongStrata_WithOneForEach()
    {
        const string rules = """{"method":"srs","total":{"number":10,"least":1}}""";
        var rows = Enumerable.Range(0, 200).Select(i => new FrameRow($"T{i:D3}", i < 196 ? "A" : i < 199 ? "B" : "C", 1, true, "-"));
        Assert.Equal(["A 8", "B 1", "C 1"], Vectors.Drawn(Vectors.FrameOf(rows), rules).Select(draw => $"{draw.Plan.Stratum} {draw.Plan.Number}"), StringComparer.Ordinal);
    }

    [Fact]
    public void Cycle_SeesEverybodyOnce_InFourQuarters()
    {
        // 25 % of all a quarter, those seen excluded: after four quarters nobody is left.
        var rule = new RepeatRule(Repeat.Cycle, 0, new(2026, 1, 1));
        var seen = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var on = new DateOnly(2026, 2 + (3 * quarter), 1);
            var rows = Enumerable.Range(0, 101).Select(i => new FrameRow($"T{i:D3}", "A", 1, true, "-")).Select(row => rule.Apply(row, seen.TryGetValue(row.Id, out var last) ? last : null, on));
            foreach (var target in Vectors.Drawn(Vectors.FrameOf(rows), """{"method":"srs","whole":{"atLeast":"25","of":"all"}}""")[0].Selected)
                seen.Add(target.Id, on);
        }

        Assert.Equal(101, seen.Count);
    }

    [Theory]
    [InlineData(Repeat.Exclude, "2025-12-01", "2026-05-31", "X 5 REPEAT-6M")]
    [InlineData(Repeat.Exclude, "2025-12-01", "2026-06-01", "E 5 -")] // six months later to the day it may come again
    [InlineData(Repeat.Exclude, "2025-08-31", "2026-02-27", "X 5 REPEAT-6M")]
    [InlineData(Repeat.Exclude, "2025-08-31", "2026-02-28", "E 5 -")] // February has no 31st: the month's end
    [InlineData(Repeat.Lower, "2025-12-01", "2026-05-31", "E 1 REPEAT-6M")]
    [InlineData(Repeat.Lower, null, "2026-05-31", "E 5 -")]
    public void Repeat_IsJudgedByTheMonth_BothWays(Repeat kind, string? last, string on, string expected)
    {
        var row = new RepeatRule(kind, 6, null).Apply(new("T", "A", 5, true, "-"), last is null ? null : Day(last), Day(on));
        Assert.Equal(expected, $"{(row.IsEligible ? 'E' : 'X')} {row.Weight} {row.Reason}");
    }

    [Fact]
    public void Repeat_LeavesAnExclusionAlone_WhenThereIsOne()
    {
        var row = new FrameRow("T", "A", 5, false, "CANCELLED");
        Assert.Same(row, new RepeatRule(Repeat.Lower, 6, null).Apply(row, Day("2026-01-01"), Day("2026-01-02")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Frame(int rows, int excluded) => Vectors.FrameOf(Enumerable.Range(0, rows).Select(i => new FrameRow($"T{i:D4}", "A", 1, i >= excluded, i >= excluded ? "-" : "CANCELLED")));
}
