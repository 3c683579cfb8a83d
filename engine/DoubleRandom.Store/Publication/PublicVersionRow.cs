namespace DoubleRandom.Store.Publication;

/// <summary>One statement about a record, as its link in the chain has it.</summary>
/// <param name="Sequence">Place in the chain.</param>
/// <param name="Version">Which statement about the record.</param>
/// <param name="Act">Word of what it did.</param>
/// <param name="Day">The day of the act.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Content">What it says: canonical JSON.</param>
/// <param name="Hash">Hash of the link.</param>
public sealed record PublicVersionRow(long Sequence, int Version, string Act, DateOnly Day, DateTimeOffset At, string Content, string Hash);
