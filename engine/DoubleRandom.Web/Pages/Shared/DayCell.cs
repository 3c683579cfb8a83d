using DoubleRandom.Core.Time;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>A day of a drawn calendar.</summary>
/// <param name="Day">The day, whose nature shades it.</param>
/// <param name="Marks">Further classes: <c>now</c>, <c>due</c>, <c>counted</c>, <c>skipped</c>, <c>start</c>.</param>
/// <param name="Text">What stands in its middle; empty for nothing.</param>
/// <param name="Load">How much weighs on the day; the ring grows with it.</param>
/// <param name="Title">What a pointer resting on it says.</param>
/// <param name="Address">Where it leads; null for nowhere.</param>
public sealed record DayCell(CalendarDay Day, string Marks, string Text, int Load, string Title, string? Address);
