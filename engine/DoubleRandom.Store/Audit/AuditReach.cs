namespace DoubleRandom.Store.Audit;

/// <summary>How far an audit chain was followed.</summary>
/// <param name="Sequence">The last link that fitted; 0 before the first.</param>
/// <param name="Hash">Its hash, to which the next link must refer; 32 zero bytes before the first.</param>
/// <param name="Broken">The link that does not fit; null when none was met.</param>
/// <param name="IsEnd">Whether the chain ends here.</param>
public sealed record AuditReach(long Sequence, byte[] Hash, long? Broken = null, bool IsEnd = false)
{
    /// <summary>Before the first link.</summary>
    public static AuditReach Start { get; } = new(0, new byte[32]);
}
