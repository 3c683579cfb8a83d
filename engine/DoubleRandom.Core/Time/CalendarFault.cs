namespace DoubleRandom.Core.Time;

/// <summary>Why a calendar cannot be built.</summary>
/// <param name="Pointer">The place in the calendar's file as a JSON pointer, such as <c>/notices/3/off/1</c>.</param>
/// <param name="Problem">What is wrong there and what to do.</param>
public sealed record CalendarFault(string Pointer, Bilingual Problem)
{
    /// <inheritdoc />
    public override string ToString() => $"{Pointer}: {Problem}";
}
