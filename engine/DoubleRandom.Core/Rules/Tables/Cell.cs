using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>What one row asks of one input: anything, some of a list, or a stretch of numbers or days; or just not that.</summary>
/// <param name="IsAny">Whether it asks nothing.</param>
/// <param name="IsNot">Whether it asks for all but these.</param>
/// <param name="Texts">Texts.</param>
/// <param name="Codes">Positions of choices; 0 and 1 of yes/no.</param>
/// <param name="Intervals">Numbers or days.</param>
internal sealed record Cell(bool IsAny, bool IsNot, IReadOnlyList<string> Texts, IReadOnlyList<int> Codes, IReadOnlyList<Interval> Intervals)
{
    public static readonly Cell Any = new(true, false, [], [], []);

    public bool Fits(string text) => IsAny || Texts.Contains(text, StringComparer.Ordinal) != IsNot;

    public bool Fits(int code) => IsAny || Codes.Contains(code) != IsNot;

    public bool Fits(decimal number) => IsAny || Intervals.Any(interval => interval.Has(number)) != IsNot;
}
