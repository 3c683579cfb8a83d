namespace DoubleRandom.Core.Time;

/// <summary>What becomes of a date that falls on a rest day.</summary>
public enum RestDayRule
{
    /// <summary>It stays where it is, as a date that the text names does unless the pack reads it otherwise.</summary>
    Keep,

    /// <summary>The last working day before it (提前).</summary>
    Previous,

    /// <summary>The next working day after it (顺延), as a period's last day does by Civil Code article 203.</summary>
    Next,
}
