using DoubleRandom.Core.Publication;

namespace DoubleRandom.Store.Publication;

/// <summary>A link of the chain as it is handed out.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Kind">Word of the kind.</param>
/// <param name="Key">Which record.</param>
/// <param name="Version">Which statement about it.</param>
/// <param name="Act">Word of what it did.</param>
/// <param name="Day">The day of the act.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Content">What it says; null when that may no longer be shown.</param>
/// <param name="ContentHash">Hash of what it says.</param>
/// <param name="Previous">Hash of the link before.</param>
/// <param name="Hash">Its hash.</param>
public sealed record LedgerRow(
    long Sequence, string Kind, string Key, int Version, string Act, DateOnly Day, DateTimeOffset At, string? Content, string ContentHash, string Previous, string Hash)
{
    /// <summary>The link as its hash was made; null when its words are none that this program writes.</summary>
    /// <param name="jurisdiction">The chain it belongs to.</param>
    public PublicEntry? Entry(string jurisdiction) => StatementWords.TryKind(Kind, out var kind) && StatementWords.TryAct(Act, out var act)
        ? new(jurisdiction, Sequence, kind.Value, Key, Version, act.Value, Day, At, ContentHash, Previous, Hash)
        : null;
}
