using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Publication;

/// <summary>How far a public chain was followed, link by link, where it is kept; <see cref="LedgerWalk"/> follows what is handed out.</summary>
/// <param name="Sequence">The last link that fits; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record LedgerReach(long Sequence, string Hash)
{
    /// <summary>Before the first link.</summary>
    public static LedgerReach Start { get; } = new(0, PublicEntry.Beginning);

    /// <summary>What does not fit about the next link; null when it fits.</summary>
    /// <param name="next">The link; null when it cannot be read.</param>
    /// <param name="content">What it says; null when that may no longer be shown.</param>
    public Refusal? Against(PublicEntry? next, string? content)
    {
        if (next is null)
            return LedgerMessages.Hash(Sequence + 1);
        if (next.Sequence != Sequence + 1)
            return LedgerMessages.Gap($"{Sequence + 1}", Sequence + 1, $"{next.Sequence}");
        if (!string.Equals(next.Previous, Hash, StringComparison.Ordinal))
            return LedgerMessages.Previous(next.Sequence);
        if (!string.Equals(next.Hash, next.Expected(), StringComparison.Ordinal))
            return LedgerMessages.Hash(next.Sequence);
        return content is not null && !string.Equals(Digest.Of(Encoding.UTF8.GetBytes(content)).ToString(), next.Content, StringComparison.Ordinal)
            ? LedgerMessages.Content(next.Sequence)
            : null;
    }

    /// <summary>What does not fit about a signed head; null when it fits.</summary>
    /// <param name="day">The day for which it stands.</param>
    /// <param name="head">Its canonical JSON.</param>
    /// <param name="signature">Its signature.</param>
    /// <param name="publicKey">The key that must have signed.</param>
    /// <param name="hash">The hash of the link that it names, as the chain has it; null when the chain has no such link.</param>
    public static Refusal? Against(DateOnly day, string head, string signature, string publicKey, string? hash)
    {
        if (!LedgerHead.Verifies(Encoding.UTF8.GetBytes(head), signature, publicKey))
            return LedgerMessages.Head(day.Iso());
        var members = JsonNode.Parse(head)!;
        return hash is null || !string.Equals(members["hash"]?.GetValue<string>(), hash, StringComparison.Ordinal)
            ? LedgerMessages.HeadOff(day.Iso(), members["sequence"]?.GetValue<long>() ?? 0)
            : null;
    }
}
