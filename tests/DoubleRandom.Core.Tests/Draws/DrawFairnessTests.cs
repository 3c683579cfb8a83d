using System.Globalization;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Selection;
using Xunit.Abstractions;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>Over many seeds everybody comes as often as the record says. The seeds are fixed, so that the statistic is the same in every run.</summary>
public class DrawFairnessTests(ITestOutputHelper output)
{
    private const int Seeds = 3000;
    private const int Targets = 40;
    private const int Number = 9;

    // The 99.9 % point of chi-square with 39 degrees of freedom, the 0.1 % and 99.9 % points with 741: pairs less the 39 of their members.
    private const double Limit = 72.05;
    private const int PairDegrees = (Targets * (Targets - 1) / 2) - Targets + 1;
    private const double PairLeast = 627.7;
    private const double PairLimit = 865.7;
    private const double PairShare = (Number - 1.0) * (Number - 1.0) / (Targets - 2.0);

    private static readonly FrameRow[] Rows = [.. Enumerable.Range(0, Targets).Select(i => new FrameRow($"91640425MA{i:D8}", "A", (i % 4) switch { 0 => 1, 1 => 2, 2 => 3, _ => 6 }, true, "-"))];

    [Theory]
    [InlineData("srs")]
    [InlineData("pareto")]
    [InlineData("tickets")]
    public void Inclusion_IsWhatTheRecordSays_OverManySeeds(string method)
    {
        var (counts, plan) = (new int[Targets], (StratumPlan?)null);
        foreach (var draw in Draws(method))
        {
            plan = draw.Plan;
            foreach (var target in draw.Selected)
                counts[At(target.Id)]++;
        }

        var probabilities = Inclusion.Of(plan!).ToDictionary(one => one.Weight, one => double.Parse(one.Probability.ToDecimal(), CultureInfo.InvariantCulture));
        // A fixed number is drawn each time, so the counts hang together: hence the factor (N − 1)/N.
        var statistic = (Targets - 1.0) / Targets * counts.Select((count, i) => Square(count - (Seeds * probabilities[Rows[i].Weight])) / (Seeds * probabilities[Rows[i].Weight] * (1 - probabilities[Rows[i].Weight]))).Sum();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{method}: {Seeds} seeds SHA-256(\"fair-0\") … SHA-256(\"fair-{Seeds - 1}\"), {Number} of {Targets}, weights 1 2 3 6: chi-square {statistic:F2}, 99.9 % point of {Targets - 1} degrees {Limit}"));
        Assert.True(statistic < Limit, $"{statistic} over {Limit}");
        Assert.True(statistic > 15, $"{statistic}: too even to be chance");
    }

    [Fact]
    public void Pairs_ComeTogetherAsOftenAsTheyShould_UnderSrs()
    {
        var (counts, pairs) = (new int[Targets], new int[Targets, Targets]);
        foreach (var draw in Draws("srs"))
            foreach (var first in draw.Selected)
            {
                counts[At(first.Id)]++;
                foreach (var second in draw.Selected)
                    pairs[At(first.Id), At(second.Id)]++;
            }

        const double single = (double)Number / Targets;
        const double pair = Number * (Number - 1.0) / (Targets * (Targets - 1.0));
        var alone = (Targets - 1.0) / Targets * counts.Sum(count => Square(count - (Seeds * single)) / (Seeds * single * (1 - single)));
        var together = 0.0;
        for (var i = 0; i < Targets; i++)
            for (var j = i + 1; j < Targets; j++)
                together += Square(pairs[i, j] - (Seeds * pair)) / (Seeds * pair * (1 - pair));
        // Who comes often alone also comes often in pairs. That part is taken out; what is left has N(N − 1)/2 − (N − 1) degrees of freedom.
        const double share = PairShare * Targets / (Targets - 1.0) * single * (1 - single) / (pair * (1 - pair));
        const double scale = ((Targets * (Targets - 1) / 2) - (share * (Targets - 1))) / PairDegrees;
        var statistic = (together - (share * alone)) / scale;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"srs pairs: {Seeds} seeds as above, expected {pair:F6} each: chi-square {statistic:F2}, {PairDegrees} degrees, 0.1 % and 99.9 % points {PairLeast} {PairLimit}"));
        Assert.InRange(statistic, PairLeast, PairLimit);
    }

    [Fact]
    public void Tickets_SayThatTheyAreNotProportional_InTheirProbabilities()
    {
        var exact = Inclusion.Of(Draws("tickets").First().Plan);
        Assert.All(exact, one => Assert.Equal(InclusionBasis.Exact, one.Basis));
        // They sum up to the number drawn, and the heavy have less than their share.
        Assert.Equal(new Ratio(Number, 1), exact.Aggregate(new Ratio(0, 1), (sum, one) => sum + (one.Probability * new Ratio(one.Count, 1))));
        Assert.True(exact[^1].Probability.Parts * exact[0].Probability.Whole < 6 * exact[0].Probability.Parts * exact[^1].Probability.Whole);
    }

    [Fact]
    public void Tickets_HaveTheProbabilityOfTheUrn_InAHandComputedCase()
    {
        // Weights 1, 1, 2, one drawn: 1/4, 1/4, 2/4. Two drawn, weight 1: 1/4 + 1/4·1/3 + 2/4·1/2 = 7/12; weight 2: 1/2 + 2·1/4·2/3 = 10/12.
        var frame = Vectors.FrameOf([new("A", "A", 1, true, "-"), new("B", "A", 1, true, "-"), new("C", "A", 2, true, "-")]);
        Assert.Equal(["1/4", "1/2"], Inclusion.Of(Vectors.Drawn(frame, """{"method":"tickets","n":1}""")[0].Plan).Select(one => one.Probability.ToString()), StringComparer.Ordinal);
        Assert.Equal(["7/12", "5/6"], Inclusion.Of(Vectors.Drawn(frame, """{"method":"tickets","n":2}""")[0].Plan).Select(one => one.Probability.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Approximation_ComesNearTheExact_AndSumsUp()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => new FrameRow($"T{i:D5}", "A", 1 + (i % 3), true, "-"));
        var all = Inclusion.Of(Vectors.Drawn(Vectors.FrameOf(rows), """{"method":"tickets","n":300}""")[0].Plan);
        Assert.All(all, one => Assert.Equal(InclusionBasis.Approximate, one.Basis));
        var sum = all.Sum(one => one.Count * double.Parse(one.Probability.ToDecimal(), CultureInfo.InvariantCulture));
        Assert.InRange(sum, 299.999, 300.001);
    }

    private static IEnumerable<StratumDraw> Draws(string method)
    {
        var frame = Vectors.FrameOf(Rows);
        return Enumerable.Range(0, Seeds).Select(seed => Vectors.Drawn(frame, $$"""{"method":"{{method}}","n":{{Number}}}""", Digest.Of(System.Text.Encoding.ASCII.GetBytes($"fair-{seed}")))[0]);
    }

    private static int At(string id) => int.Parse(id[10..], CultureInfo.InvariantCulture);

    private static double Square(double value) => value * value;
}
