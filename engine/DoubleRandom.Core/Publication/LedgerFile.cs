namespace DoubleRandom.Core.Publication;

/// <summary>A file that a statement of the chain names and that may be fetched.</summary>
/// <param name="Kind">Word of the record's kind.</param>
/// <param name="Key">Key of the record.</param>
/// <param name="Version">Which statement about it.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Sha256">Hash of its bytes.</param>
public sealed record LedgerFile(string Kind, string Key, long Version, string Name, string Sha256);
