using System.Runtime.InteropServices;

namespace DoubleRandom.Core.Time;

/// <summary>Whole calendar days, both ends included: a month, a quarter, half a year, a year, a window.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CivilPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(DateOnly on) => From <= on && on <= To;
}
