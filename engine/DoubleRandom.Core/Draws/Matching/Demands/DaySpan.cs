namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>Civil days from one to another, both included.</summary>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day.</param>
public readonly record struct DaySpan(DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>Whether it ends before it begins.</summary>
    public bool IsTurned => ToOn < FromOn;

    /// <summary>Whether the two have a day in common.</summary>
    public bool Meets(DaySpan other) => FromOn <= other.ToOn && other.FromOn <= ToOn;
}
