namespace DoubleRandom.Core.Directories;

/// <summary>By what rows are found besides their code; a directory has at most one column for each.</summary>
public enum SearchField
{
    /// <summary>The code itself.</summary>
    Code,

    /// <summary>The number that the target had before its code.</summary>
    Former,

    /// <summary>Any part of the name.</summary>
    Name,

    /// <summary>The beginning of the division code.</summary>
    Area,

    /// <summary>The beginning of the industry code.</summary>
    Industry,

    /// <summary>The class: of a target its credit-risk class, of a person officer or expert, of an item its kind.</summary>
    Class,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>A sub-directory or tag.</summary>
    Group,
}
