using DoubleRandom.Core.Simulation;

namespace DoubleRandom.Core.Tests.Simulation;

public class ChanceTests
{
    [Fact]
    public void Below_AnswersAlike_WhateverWasAskedBefore()
    {
        var (one, other) = (new Chance(7, "county"), new Chance(7, "county"));
        for (var i = 0; i < 100; i++)
            other.Below(10, "noise", $"{i}");
        Assert.Equal(Enumerable.Range(0, 50).Select(i => one.Below(1000, "a", $"{i}")), Enumerable.Range(0, 50).Reverse().Select(i => other.Below(1000, "a", $"{i}")).Reverse());
    }

    [Fact]
    public void Below_Differs_WithSeedPlaceAndWords()
    {
        static int[] Life(ulong seed, string place, string word) => [.. Enumerable.Range(0, 20).Select(i => new Chance(seed, place).Below(1_000_000, word, $"{i}"))];
        Assert.Equal(4, new[] { Life(1, "a", "x"), Life(2, "a", "x"), Life(1, "b", "x"), Life(1, "a", "y") }.DistinctBy(life => string.Join(',', life), StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Below_KnowsItsWords_WhenTheyAreSplitElsewhere() =>
        Assert.NotEqual(Enumerable.Range(0, 20).Select(i => new Chance(1, "").Below(1000, "ab", $"{i}")), Enumerable.Range(0, 20).Select(i => new Chance(1, "").Below(1000, "a", $"b{i}")));

    [Fact]
    public void Weighted_KeepsTheShares_WhenAskedOften()
    {
        var chance = new Chance(1, "");
        var hits = Enumerable.Range(0, 10_000).CountBy(i => chance.Weighted([70, 0, 30], $"{i}")).ToDictionary();
        Assert.InRange(hits[0], 6_800, 7_200);
        Assert.False(hits.ContainsKey(1));
        Assert.Equal(-1, chance.Weighted([0, 0], "nothing"));
    }

    [Fact]
    public void Some_ChoosesEachOnce_WhateverTheOrder()
    {
        string[] units = ["a", "b", "c", "d"];
        var chosen = new Chance(3, "").Some(3, units, "which");
        Assert.Equal(3, chosen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(chosen, new Chance(3, "").Some(3, units.Reverse(), "which"), StringComparer.Ordinal);
    }
}
