namespace DoubleRandom.Core.Publication;

/// <summary>What a statement does to what stood there before.</summary>
public enum StatementAct
{
    /// <summary>It is shown from now on; said of something that is shown, it is brought up to date.</summary>
    Publish,

    /// <summary>What was shown was wrong and is replaced, with its reason.</summary>
    Correct,

    /// <summary>It is no longer shown; that it was, since when, and why not any more stays to be seen.</summary>
    Withdraw,

    /// <summary>It is not shown on a legal ground, and the ground is all that is told.</summary>
    Withhold,
}
