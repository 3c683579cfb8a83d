using DoubleRandom.Core;

namespace DoubleRandom.Service.Simulation;

/// <summary>Something that should not be: what a simulation is run to find.</summary>
/// <param name="At">When it was seen (UTC, virtual).</param>
/// <param name="Kind"><c>refused</c> a command that its giver had every reason to expect to be taken; <c>blocked</c> a task that nothing tried could finish; <c>nobody</c> a task that no
/// unit can do; <c>stuck</c> an instance that nothing can move on; <c>trouble</c> one that the engine could not carry on; <c>not-started</c> a start that was refused; <c>doubled</c> a rung told
/// twice; <c>self-audit</c> a difference found by the self-audit; <c>log</c> a warning or error of the engine.</param>
/// <param name="Subject">What it is about, by its natural name.</param>
/// <param name="Text">What was seen.</param>
public sealed record Finding(DateTimeOffset At, string Kind, string Subject, Bilingual Text);
