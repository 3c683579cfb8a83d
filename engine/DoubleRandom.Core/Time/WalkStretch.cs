namespace DoubleRandom.Core.Time;

/// <summary>Consecutive days of one nature on the way of a working-day period.</summary>
/// <param name="From">The earliest day of the stretch, also when the walk goes backward.</param>
/// <param name="To">The latest day of the stretch.</param>
/// <param name="Counted">Whether its days count; the others are skipped.</param>
/// <param name="CountAfter">Working days counted once the stretch is behind: never negative, also on the way back.</param>
/// <param name="Kind">The nature of its days.</param>
/// <param name="Name">The holiday; null unless <paramref name="Kind"/> is <see cref="DayKind.Holiday"/>.</param>
public sealed record WalkStretch(DateOnly From, DateOnly To, bool Counted, int CountAfter, DayKind Kind, Bilingual? Name);
