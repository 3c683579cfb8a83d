using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Service.Packs;

/// <summary>How much of its documents a pack carries, in demands.</summary>
/// <param name="Carried">Carried wholly by elements of the pack.</param>
/// <param name="Partly">Carried in part.</param>
/// <param name="NotEncoded">Not carried; the pack says why.</param>
public sealed record CoverageCount(int Carried, int Partly, int NotEncoded)
{
    /// <summary>All demands.</summary>
    public int Total => Carried + Partly + NotEncoded;

    /// <summary>The wholly carried ones in percent with one decimal; 0 when there are none at all. What is carried in part does not count.</summary>
    public decimal Percent => Total == 0 ? 0 : Math.Round(100m * Carried / Total, 1, MidpointRounding.ToZero);

    /// <summary>Counts the rows of a pack.</summary>
    public static CoverageCount Of(IReadOnlyCollection<CoverageRow> rows)
    {
        var carried = rows.Count(row => row.IsCarried);
        var partly = rows.Count(row => row is { CarriedBy.Count: > 0, NotEncoded: not null });
        return new(carried, partly, rows.Count - carried - partly);
    }
}
