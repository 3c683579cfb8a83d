using System.Globalization;
using System.Numerics;

namespace DoubleRandom.Core.Draws.Selection;

/// <summary>A probability as an exact fraction in lowest terms.</summary>
public readonly record struct Ratio
{
    /// <summary>Decimals that are printed.</summary>
    public const int Decimals = 12;

    /// <param name="parts">The numerator.</param>
    /// <param name="whole">The denominator, above 0.</param>
    public Ratio(BigInteger parts, BigInteger whole)
    {
        var common = BigInteger.GreatestCommonDivisor(parts, whole);
        (Parts, Whole) = (parts / common, whole / common);
    }

    /// <summary>The numerator.</summary>
    public BigInteger Parts { get; }

    /// <summary>The denominator.</summary>
    public BigInteger Whole { get; }

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => new((left.Parts * right.Whole) + (right.Parts * left.Whole), left.Whole * right.Whole);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Parts * right.Parts, left.Whole * right.Whole);

    /// <summary>With twelve decimals, the last rounded half up, computed with integers alone.</summary>
    public string ToDecimal()
    {
        var scaled = ((Parts * BigInteger.Pow(10, Decimals) * 2) + Whole) / (2 * Whole);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return $"{digits[..^Decimals]}.{digits[^Decimals..]}";
    }

    /// <summary>As <c>3/10</c>, whole numbers as <c>1/1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Parts}/{Whole}");
}
