namespace DoubleRandom.Core.Directories;

/// <summary>A line of a directory file in plain form: what is kept of it, and by what it is found.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Code">The code under which the directory keeps it.</param>
/// <param name="Name">Its name; of a person their pseudonym.</param>
/// <param name="Content">All its values as canonical JSON (UTF-8): keys in the sheet's order, nothing for what is unknown. Equal values give equal bytes.</param>
public sealed record DirectoryEntry(int Line, string Code, string Name, byte[] Content)
{
    /// <summary>The 15-digit number that the target had before its code.</summary>
    public string? Former { get; init; }

    /// <summary>Division code.</summary>
    public string? Area { get; init; }

    /// <summary>Industry code.</summary>
    public string? Industry { get; init; }

    /// <summary>Credit-risk class, or kind.</summary>
    public string? Class { get; init; }

    /// <summary>Id of the unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Sub-directories or tags.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
