using System.Numerics;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>What is to be drawn from one stratum. It follows from the frame and the rules, before any seed exists.</summary>
/// <param name="Stratum">The stratum's code; <see cref="Whole"/> when the frame is drawn from as one.</param>
/// <param name="Method">How the targets are chosen.</param>
/// <param name="Count">What there is.</param>
/// <param name="Number">How many are to be drawn; at most the eligible ones.</param>
/// <param name="Substitutes">How many stand ready after them, if there are as many.</param>
public sealed record StratumPlan(string Stratum, DrawMethod Method, StratumCount Count, long Number, int Substitutes)
{
    /// <summary>The name of the whole frame taken as one stratum; no stratum can be called so.</summary>
    public const string Whole = "*";

    /// <summary>The weights whose targets are taken for certain, by the round in which they were found; only <see cref="DrawMethod.Pareto"/> has any.</summary>
    public IReadOnlyDictionary<int, int> Certain { get; } = Method is DrawMethod.Pareto ? Rounds(Count, Number) : new Dictionary<int, int>();

    /// <summary>How many are left to chance.</summary>
    public long Chance => Number - Certain.Keys.Sum(weight => Count.Classes[weight]);

    /// <summary>The sum of the weights of those left to chance.</summary>
    public long Weight => Count.Classes.Where(pair => !Certain.ContainsKey(pair.Key)).Sum(pair => pair.Key * pair.Value);

    /// <summary>Round by round: whoever's weight is at least the n-th part of all that is left is certain, and then n and the rest are smaller.</summary>
    private static Dictionary<int, int> Rounds(StratumCount count, long number)
    {
        var (rounds, left, weight) = (new Dictionary<int, int>(), number, count.Weight);
        for (var round = 1; left > 0; round++)
        {
            var (n, all) = (left, weight);
            var found = count.Classes.Keys.Where(candidate => !rounds.ContainsKey(candidate) && (BigInteger)n * candidate >= all).ToArray();
            if (found.Length == 0)
                break;
            foreach (var certain in found)
            {
                rounds.Add(certain, round);
                left -= count.Classes[certain];
                weight -= certain * count.Classes[certain];
            }
        }

        return rounds;
    }
}
