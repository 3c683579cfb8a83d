namespace DoubleRandom.Core.Workflows;

/// <summary>What a drawing of a running instance shows of a step.</summary>
/// <param name="IsOpen">Whether it is in hand.</param>
/// <param name="IsDone">Whether it has been done, at least once.</param>
/// <param name="Note">A short remark beside it, such as <c>3/40</c> of a for-each; null for none.</param>
public sealed record DrawnStep(bool IsOpen, bool IsDone, string? Note = null);
