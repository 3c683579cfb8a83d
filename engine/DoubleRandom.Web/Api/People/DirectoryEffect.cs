namespace DoubleRandom.Web.Api.People;

/// <summary>What importing a directory did.</summary>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="People">How many people its directory has now.</param>
/// <param name="Encoding">The encoding found: UTF-8 or GB18030.</param>
public sealed record DirectoryEffect(string Jurisdiction, int People, string? Encoding);
