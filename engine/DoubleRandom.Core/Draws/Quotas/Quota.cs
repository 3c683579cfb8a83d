using DoubleRandom.Core.Draws.Frames;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>Which of the numbers that a notice gives counts.</summary>
public enum Governing
{
    /// <summary>The ratio.</summary>
    Ratio,

    /// <summary>The fixed number.</summary>
    Number,

    /// <summary>The number per inspector.</summary>
    PerInspector,

    /// <summary>The largest of those given.</summary>
    Largest,

    /// <summary>The smallest of those given.</summary>
    Smallest,
}

/// <summary>How many targets are to be drawn: a ratio, a number, a number per inspector, and which of them governs.</summary>
public sealed record Quota
{
    /// <summary>The ratio, and whether it is "not less than" (rounded up) rather than "not more than" (rounded down).</summary>
    public (Percent Percent, bool IsAtLeast)? Ratio { get; init; }

    /// <summary>A fixed number.</summary>
    public long? Number { get; init; }

    /// <summary>How many targets each inspector checks, and how many inspectors there are.</summary>
    public (long Targets, long Inspectors)? PerInspector { get; init; }

    /// <summary>Which counts; where only one is given, that one.</summary>
    public Governing Governs { get; init; } = Governing.Largest;

    /// <summary>Whether the ratio is of all targets rather than of those not excluded.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>The least number for a stratum that has eligible targets: 1 unless the rules say 0.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The number for a stratum: never more than can be drawn.</summary>
    public long For(StratumCount count) => Math.Min(count.Eligible, Math.Max(Governed(Size(count)), count.Eligible > 0 ? Minimum : 0));

    /// <summary>What ratios are of.</summary>
    public long Size(StratumCount count) => IsOfAll ? count.Rows : count.Eligible;

    private long Governed(long size)
    {
        long? ratio = Ratio is { } given ? given.IsAtLeast ? given.Percent.AtLeast(size) : given.Percent.AtMost(size) : null;
        long? each = PerInspector is { } per ? per.Targets * per.Inspectors : null;
        long[] all = [.. new[] { ratio, Number, each }.OfType<long>()];
        return Governs switch
        {
            Governing.Ratio => ratio!.Value,
            Governing.Number => Number!.Value,
            Governing.PerInspector => each!.Value,
            Governing.Smallest => all.Min(),
            _ => all.Max(),
        };
    }
}
