namespace DoubleRandom.Core.Rules.Facts;

/// <summary>How large facts may be, so that no rule can run for long or leave the range of its arithmetic.</summary>
public static class FactLimits
{
    /// <summary>The largest number, either way. The product of two still fits a decimal, so arithmetic never overflows before it is checked.</summary>
    public const decimal Number = 100_000_000_000_000m;

    /// <summary>The smallest divisor other than zero; with a smaller one a quotient could leave the range.</summary>
    public const decimal Divisor = 0.000_000_000_01m;

    /// <summary>The most characters of a text.</summary>
    public const int TextLength = 20_000;

    /// <summary>The most elements of a list.</summary>
    public const int ListLength = 10_000;
}
