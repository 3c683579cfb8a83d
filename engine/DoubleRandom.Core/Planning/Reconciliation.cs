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
public sealed record Reconciliation(IReadOnlyList<Deadline> Added, IReadOnlyList<Deadline> Changed, IReadOnlyList<DeadlineKey> Withdrawn, int Unchanged)
{
    /// <summary>Holds the plan against what is stored. Pure.</summary>
    /// <param name="stored">The jurisdiction's rows that lie in the planned span, by key; what is planned is taken out of it on the way.</param>
    /// <param name="plan">The plan; read once.</param>
    public static Reconciliation Of(IDictionary<DeadlineKey, StoredDeadline> stored, IEnumerable<Deadline> plan)
    {
        var (added, changed, unchanged) = (new List<Deadline>(), new List<Deadline>(), 0);
        foreach (var deadline in plan)
        {
            if (!stored.Remove(deadline.Key, out var row))
                added.Add(deadline);
            else if (row.IsWithdrawn || row.Digest != PlanDigest.Of(deadline))
                changed.Add(deadline);
            else
                unchanged++;
        }

        return new(added, changed, [.. stored.Where(row => !row.Value.IsWithdrawn).Select(row => row.Key)], unchanged);
    }
}
