namespace DoubleRandom.Core.Planning;

/// <summary>What a deadline is: made of what never changes, so that planning again adds nothing.</summary>
/// <param name="Jurisdiction">The pack's folder: <c>640425-pengyang</c>.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit that owes.</param>
/// <param name="Period">Which of its deadlines: <c>2024-N1</c>, <c>2024-H1</c>, <c>R-1@result.produced@2026-09-18</c>…</param>
public readonly record struct DeadlineKey(string Jurisdiction, string Obligation, string Unit, string Period)
{
    /// <inheritdoc />
    public override string ToString() => $"{Jurisdiction}/{Obligation}/{Unit}/{Period}";
}
