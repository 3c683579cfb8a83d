namespace DoubleRandom.Service.Publication;

/// <summary>What became of a statement.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Kind">Word of the record's kind.</param>
/// <param name="Key">Key of the record.</param>
/// <param name="Sequence">Its place in the public chain.</param>
/// <param name="Version">Which statement about the record.</param>
/// <param name="Hash">Hash of its link.</param>
/// <param name="Address">Where the record stands on this server.</param>
public sealed record PublicReceipt(string Jurisdiction, string Kind, string Key, long Sequence, int Version, string Hash, string Address);
