using DoubleRandom.Core.Draws.Quotas;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>A quota of a year that batches fill together.</summary>
/// <param name="Series">The name under which the batches belong together: the task of the annual plan.</param>
/// <param name="SinceOn">The first day that counts.</param>
/// <param name="AtLeast">The ratio, not less than, in percent as text.</param>
/// <param name="AtMost">The ratio, not more than, instead.</param>
/// <param name="Number">A number, instead.</param>
/// <param name="Batch">The most that one batch draws from a stratum; null for all that is missing.</param>
public sealed record YearlyOrder(string Series, DateOnly SinceOn, string? AtLeast, string? AtMost, long? Number, long? Batch)
{
    /// <summary>The quota as it is computed with; null unless it is said in exactly one way, and a ratio is a percentage.</summary>
    public YearlySum? Sum() => this switch
    {
        { AtLeast: { } least, AtMost: null, Number: null } when Percent.TryParse(least, out var ratio) => Of(new() { Ratio = (ratio, true) }),
        { AtLeast: null, AtMost: { } most, Number: null } when Percent.TryParse(most, out var ratio) => Of(new() { Ratio = (ratio, false) }),
        { AtLeast: null, AtMost: null, Number: { } number } => Of(new() { Number = number }),
        _ => null,
    };

    private YearlySum Of(Quota quota) => new(quota, SinceOn, Batch);
}
