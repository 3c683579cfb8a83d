using System.Globalization;
using DoubleRandom.Core.Draws.Frames;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>What becomes of a target that was drawn before.</summary>
public enum Repeat
{
    /// <summary>It is excluded for some months: "not again within N months".</summary>
    Exclude,

    /// <summary>It stays, with weight 1, for some months.</summary>
    Lower,

    /// <summary>It is excluded until all were seen: a cycle without replacement.</summary>
    Cycle,
}

/// <summary>A rule about targets that were drawn before. It is applied when a frame is made, so that its effect stands in the frame for all to see.</summary>
/// <remarks>"At least 10 % every month" and "25 % a quarter until all were seen" are such a rule, or none, together with a ratio of all targets.</remarks>
/// <param name="Kind">What becomes of the target.</param>
/// <param name="Months">For how many months after the draw; 0 for a cycle.</param>
/// <param name="StartedOn">The first day of the cycle; null for the others.</param>
public sealed record RepeatRule(Repeat Kind, int Months, DateOnly? StartedOn)
{
    /// <summary>The row as it stands in the frame of a draw.</summary>
    /// <param name="row">The target's row without this rule. One already excluded stays as it is.</param>
    /// <param name="lastDrawnOn">When it was last drawn; null when never.</param>
    /// <param name="on">The day of the draw.</param>
    public FrameRow Apply(FrameRow row, DateOnly? lastDrawnOn, DateOnly on)
    {
        if (!row.IsEligible || lastDrawnOn is not { } last || !Touches(last, on))
            return row;
        return Kind switch
        {
            Repeat.Lower => row with { Weight = 1, Reason = Reason },
            _ => row with { IsEligible = false, Reason = Reason },
        };
    }

    /// <summary>The reason that stands in the frame: <c>REPEAT-6M</c>, or <c>SEEN</c> in a cycle.</summary>
    public string Reason => Kind is Repeat.Cycle ? "SEEN" : string.Create(CultureInfo.InvariantCulture, $"REPEAT-{Months}M");

    // A month without the corresponding day ends on its last day; on the corresponding day itself the target may be drawn again.
    private bool Touches(DateOnly last, DateOnly on) => Kind is Repeat.Cycle ? last >= StartedOn : on < last.AddMonths(Months);
}
