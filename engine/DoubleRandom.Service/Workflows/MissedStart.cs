using DoubleRandom.Core;

namespace DoubleRandom.Service.Workflows;

/// <summary>A workflow that should have started by itself and did not, in words.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Name">What it is called; its id when the running pack has it no more.</param>
/// <param name="Subject">Id of what it would have been about.</param>
/// <param name="Event">Id of the event that should have started it; null for a date.</param>
/// <param name="On">The day of that event, or the date.</param>
/// <param name="Reasons">Every reason against it.</param>
/// <param name="At">When it was refused (UTC).</param>
public sealed record MissedStart(string Jurisdiction, string Workflow, Bilingual Name, string Subject, string? Event, DateOnly On, IReadOnlyList<Refusal> Reasons, DateTimeOffset At);
