namespace DoubleRandom.Core.Rules.Tables;

/// <summary>A stretch of numbers, or of days by their number. A missing bound does not limit.</summary>
internal readonly record struct Interval(decimal? From, bool FromIncluded, decimal? To, bool ToIncluded)
{
    public bool IsEmpty => From is { } from && To is { } to && (from > to || (from == to && !(FromIncluded && ToIncluded)));

    public static Interval At(decimal value) => new(value, true, value, true);

    public bool Has(decimal value) =>
        (From is not { } from || value > from || (value == from && FromIncluded)) && (To is not { } to || value < to || (value == to && ToIncluded));
}
