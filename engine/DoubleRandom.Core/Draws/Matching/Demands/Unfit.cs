namespace DoubleRandom.Core.Draws.Matching.Demands;

/// <summary>Why an inspector may not fill a slot; the first that applies, in this order.</summary>
public enum Unfit
{
    /// <summary>She acts for another department.</summary>
    Department,

    /// <summary>She lacks a tag.</summary>
    Tag,

    /// <summary>She may not be sent to the area.</summary>
    Area,

    /// <summary>The credential ends before the check does.</summary>
    Credential,

    /// <summary>She is away on a day of the check.</summary>
    Absent,

    /// <summary>She must not check the target.</summary>
    Recused,
}
