namespace DoubleRandom.Service.Directories;

/// <summary>What is to be done with a directory file.</summary>
/// <param name="Directory"><c>targets</c>, <c>inspectors</c> or <c>items</c>.</param>
/// <param name="By">Who orders it.</param>
public sealed record UpdateOrder(string Directory, string By)
{
    /// <summary>Only say what would be done.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The file is the whole directory: rows that it does not have are closed.</summary>
    public bool ClosesMissing { get; init; }
}
