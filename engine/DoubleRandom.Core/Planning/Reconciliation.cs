namespace DoubleRandom.Core.Planning;

/// <summary>A deadline as the table has it, as far as comparing needs it.</summary>
/// <param name="Digest">Of everything that was planned.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn before; planned again, it comes back.</param>
public readonly record struct StoredDeadline(long Digest, bool IsWithdrawn);

/// <summary>What makes the table match the plan.</summary>
/// <param name="Added">Planned and not there.</param>
/// <param name="Changed">There, but planned otherwise now (moved, other ladder, met by an event, back after a withdrawal).</param>
/// <param name="Withdrawn">There and no longer planned.</param>
/// <param name="Unchanged">How many are as planned.</param>
public sealed record Reconciliation<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Changed, IReadOnlyList<DeadlineKey> Withdrawn, int Unchanged);

/// <summary>Compares the table with the plan. Pure.</summary>
public static class Reconciliation
{
    /// <summary>Holds the plan against what is stored.</summary>
    /// <param name="stored">The jurisdiction's rows that lie in the planned span, by key; emptied on the way, so pass a copy if it is still needed.</param>
    /// <param name="plan">The plan; read once.</param>
    /// <param name="describe">Key and digest of a planned deadline.</param>
    public static Reconciliation<T> Of<T>(IDictionary<DeadlineKey, StoredDeadline> stored, IEnumerable<T> plan, Func<T, (DeadlineKey Key, long Digest)> describe)
    {
        var (added, changed, unchanged) = (new List<T>(), new List<T>(), 0);
        foreach (var planned in plan)
        {
            var (key, digest) = describe(planned);
            if (!stored.Remove(key, out var row))
                added.Add(planned);
            else if (row.Digest != digest || row.IsWithdrawn)
                changed.Add(planned);
            else
                unchanged++;
        }

        return new(added, changed, [.. stored.Where(row => !row.Value.IsWithdrawn).Select(row => row.Key)], unchanged);
    }
}
