namespace DoubleRandom.Core;

/// <summary>Why something was not done, and what to do about it: for the officer who asked for it.</summary>
/// <param name="Code">Stable code, such as <c>field-missing</c> or <c>deadline-settled</c>.</param>
/// <param name="Subject">What it is about: a field's id, a deadline's key.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Refusal(string Code, string Subject, Bilingual Problem, Bilingual Remedy);
