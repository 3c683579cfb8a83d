namespace DoubleRandom.Store.Directories;

/// <summary>One directory of one jurisdiction.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Directory"><c>targets</c>, <c>inspectors</c> or <c>items</c>.</param>
public sealed record DirectoryPlace(string Jurisdiction, string Directory);
