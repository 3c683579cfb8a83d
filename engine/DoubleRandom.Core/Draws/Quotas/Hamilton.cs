using System.Numerics;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>Shares a total among strata in proportion to their sizes (Hamilton's method): whole parts first, then one more for each of the largest remainders.</summary>
public static class Hamilton
{
    /// <summary>The share of each stratum. Equal remainders go by the stratum's code.</summary>
    /// <param name="total">How many there are to share; at most the sum of the sizes.</param>
    /// <param name="sizes">The strata's sizes.</param>
    /// <param name="least">With 1, strata that are not empty and would get nothing get one, and the rest is shared among the others by the same method.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is above the sum of the sizes, or below the number of strata that must get one.</exception>
    public static IReadOnlyDictionary<string, long> Share(long total, IReadOnlyDictionary<string, long> sizes, int least = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, sizes.Values.Sum());
        ArgumentOutOfRangeException.ThrowIfLessThan(total, least == 0 ? 0 : sizes.Values.Count(size => size > 0));
        var ones = new Dictionary<string, long>(StringComparer.Ordinal);
        while (true)
        {
            var rest = sizes.Where(pair => !ones.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
            var shares = Plain(total - ones.Count, rest);
            var nothing = least == 0 ? [] : shares.Keys.Where(stratum => shares[stratum] == 0 && sizes[stratum] > 0).ToArray();
            foreach (var stratum in nothing)
                ones.Add(stratum, 1);
            if (nothing.Length == 0)
                return shares.Concat(ones).ToDictionary(StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, long> Plain(long total, IReadOnlyDictionary<string, long> sizes)
    {
        var all = sizes.Values.Sum();
        if (all == 0)
            return sizes.ToDictionary(pair => pair.Key, _ => 0L, StringComparer.Ordinal);
        var shares = sizes.ToDictionary(pair => pair.Key, pair => (long)((BigInteger)total * pair.Value / all), StringComparer.Ordinal);
        var left = (int)(total - shares.Values.Sum());
        foreach (var stratum in sizes.Keys.OrderByDescending(stratum => (BigInteger)total * sizes[stratum] % all).ThenBy(stratum => stratum, StringComparer.Ordinal).Take(left).ToArray())
            shares[stratum]++;
        return shares;
    }
}
