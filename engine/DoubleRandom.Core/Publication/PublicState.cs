namespace DoubleRandom.Core.Publication;

/// <summary>How a public record stands after its latest statement.</summary>
public enum PublicState
{
    /// <summary>Shown as it was published.</summary>
    Published,

    /// <summary>Shown after a correction.</summary>
    Corrected,

    /// <summary>Once shown, taken back since.</summary>
    Withdrawn,

    /// <summary>Not shown, on a legal ground.</summary>
    Withheld,
}
