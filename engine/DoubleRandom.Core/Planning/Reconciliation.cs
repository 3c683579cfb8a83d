using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Planning;

/// <summary>A deadline as the table has it, as far as comparing needs it.</summary>
/// <param name="Digest">Of everything that was planned.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn before; planned again, it comes back.</param>
/// <param name="ExtendedOn">The day to which somebody extended it; null when nobody did.</param>
public readonly record struct StoredDeadline(long Digest, bool IsWithdrawn, DateOnly? ExtendedOn = null);

/// <summary>What makes the table match the plan.</summary>
/// <param name="Added">Planned and not there.</param>
/// <param name="Changed">There, but planned otherwise now (moved, other ladder, met by an event, back after a withdrawal).</param>
/// <param name="Withdrawn">There and no longer planned.</param>
/// <param name="Unchanged">How many are as planned.</param>
public sealed record Reconciliation(IReadOnlyList<Deadline> Added, IReadOnlyList<Deadline> Changed, IReadOnlyList<DeadlineKey> Withdrawn, int Unchanged)
{
    /// <summary>Holds the plan against what is stored. Pure. What was extended is compared, and changed, as it stands on its later day: its ladder follows the pack too.</summary>
    /// <param name="stored">The jurisdiction's rows that lie in the planned span, by key; what is planned is taken out of it on the way.</param>
    /// <param name="plan">The plan; read once.</param>
    /// <param name="pack">The pack that was planned.</param>
    public static Reconciliation Of(IDictionary<DeadlineKey, StoredDeadline> stored, IEnumerable<Deadline> plan, Pack pack)
    {
        var (added, changed, unchanged) = (new List<Deadline>(), new List<Deadline>(), 0);
        foreach (var planned in plan)
        {
            if (!stored.Remove(planned.Key, out var row))
            {
                added.Add(planned);
                continue;
            }

            var deadline = row.ExtendedOn > planned.DueOn ? Planner.Extend(planned, pack, row.ExtendedOn.Value) : planned;
            if (row.IsWithdrawn || row.Digest != PlanDigest.Of(deadline))
                changed.Add(deadline);
            else
                unchanged++;
        }

        return new(added, changed, [.. stored.Where(row => !row.Value.IsWithdrawn).Select(row => row.Key)], unchanged);
    }
}
