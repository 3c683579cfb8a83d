using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>A ratio as notices give it, such as 3.5 %, kept as an exact fraction: 7 % of 100 is 7, never 8.</summary>
/// <param name="Parts">The numerator.</param>
/// <param name="Whole">The denominator, a power of ten times 100.</param>
public readonly record struct Percent(long Parts, long Whole)
{
    private const int MostDecimals = 6;

    /// <summary>Reads a decimal from 0 to 100 with up to six decimals and no superfluous zero in front.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Percent percent)
    {
        percent = default;
        if (text?.Split('.') is not { Length: 1 or 2 } halves || halves[0].Length is 0 or > 3 || (halves[0].Length > 1 && halves[0][0] == '0')
            || (halves.Length == 2 && halves[1].Length is 0 or > MostDecimals) || !string.Concat(halves).All(char.IsAsciiDigit))
            return false;
        var whole = 100L;
        for (var i = 0; halves.Length == 2 && i < halves[1].Length; i++)
            whole *= 10;
        percent = new(long.Parse(string.Concat(halves), CultureInfo.InvariantCulture), whole);
        return percent.Parts <= percent.Whole;
    }

    /// <summary>"Not less than": rounded up.</summary>
    public long AtLeast(long size) => (long)((((BigInteger)size * Parts) + Whole - 1) / Whole);

    /// <summary>"Not more than": rounded down.</summary>
    public long AtMost(long size) => (long)((BigInteger)size * Parts / Whole);
}
