using DoubleRandom.Core;

namespace DoubleRandom.Service.Simulation;

/// <summary>A deadline of a simulation as it stood at the end.</summary>
/// <param name="At">When it was made (UTC, virtual).</param>
/// <param name="Obligation">Id of the obligation, or <c>workflow.step</c>.</param>
/// <param name="Unit">Id of the unit that owes.</param>
/// <param name="Period">Which of the obligation's deadlines.</param>
/// <param name="DueOn">The day that held last.</param>
/// <param name="IsBinding">Whether being late is a breach.</param>
/// <param name="Standing"><c>met</c>, <c>late</c>, <c>missed</c> (past and not met), <c>open</c>, <c>waived</c>, <c>withdrawn</c> or <c>history</c>.</param>
/// <param name="SettledAt">When it was settled; null when it never was.</param>
public sealed record LoggedDeadline(DateTimeOffset At, string Obligation, string Unit, string Period, DateOnly DueOn, bool IsBinding, string Standing, DateTimeOffset? SettledAt);

/// <summary>A notice of a simulation.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Kind">Its kind in the outbox: <c>reminder</c>, <c>escalation</c>, <c>told</c>…</param>
/// <param name="Obligation">Id of the obligation or step; empty in a digest.</param>
/// <param name="Unit">Id of the unit that owes; empty when it is about nobody's debt.</param>
/// <param name="Period">The period; empty in a digest.</param>
/// <param name="Recipient">Id of the unit that it goes to.</param>
/// <param name="Function">Who in the unit is meant.</param>
/// <param name="Language">Its language.</param>
/// <param name="Subject">Its line of subject.</param>
/// <param name="IsLate">Whether it came late.</param>
/// <param name="IsCircular">Whether a circular was drafted with it.</param>
/// <param name="Covers">The rungs that it accounts for.</param>
public sealed record LoggedNotice(
    DateTimeOffset At, string Kind, string Obligation, string Unit, string Period, string Recipient, string Function, string Language, string Subject, bool IsLate, bool IsCircular, IReadOnlyList<string> Covers);

/// <summary>A task of a simulation as it stood at the end.</summary>
/// <param name="At">When it was opened.</param>
/// <param name="Instance">Name of the instance.</param>
/// <param name="Step">Id of the step.</param>
/// <param name="Item">Path of the item; empty outside a for-each.</param>
/// <param name="Run">Number of the step's run within the instance.</param>
/// <param name="Kind"><c>task</c>, <c>decision</c>, <c>draw</c> or <c>publish</c>.</param>
/// <param name="Owner">Ids of the units that own it, or the role.</param>
/// <param name="DueOn">Its due day; null for none.</param>
/// <param name="ClosedAt">When it was over; null while it is open.</param>
/// <param name="Outcome">The outcome; null while it is open and when it was taken away.</param>
/// <param name="By">Id of the unit that did it; null while it is open.</param>
public sealed record LoggedTask(
    DateTimeOffset At, string Instance, string Step, string Item, int Run, string Kind, IReadOnlyList<string> Owner, DateOnly? DueOn, DateTimeOffset? ClosedAt, string? Outcome, string? By);

/// <summary>A decision of a simulation, by rules or by a person.</summary>
/// <param name="At">When.</param>
/// <param name="Instance">Name of the instance.</param>
/// <param name="Step">Id of the step.</param>
/// <param name="Item">Path of the item.</param>
/// <param name="Version">The instance's version after it.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="By">Id of the unit whose person decided; null when the rules or guards did.</param>
/// <param name="Reasons">Why.</param>
public sealed record LoggedDecision(DateTimeOffset At, string Instance, string Step, string Item, long Version, string Outcome, string? By, IReadOnlyList<Bilingual> Reasons);

/// <summary>Something handed in.</summary>
/// <param name="At">When.</param>
/// <param name="Obligation">Id of the obligation.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Period">For which deadline.</param>
/// <param name="State"><c>submitted</c>, <c>accepted</c> or <c>returned</c>.</param>
/// <param name="DecidedAt">When it was accepted or sent back; null while it waits.</param>
public sealed record LoggedSubmission(DateTimeOffset At, string Obligation, string Unit, string Period, string State, DateTimeOffset? DecidedAt);

/// <summary>An event.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Event">Id of the event.</param>
/// <param name="On">The civil day on which it happened.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Unit">Id of the unit that it concerns; empty when it concerns all.</param>
public sealed record LoggedEvent(DateTimeOffset At, string Event, DateOnly On, string Subject, string Unit);

/// <summary>A workflow instance as it stood at the end.</summary>
/// <param name="At">When it was started.</param>
/// <param name="Name">Its name: workflow, subject, and a number when there are several.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Starter">Id of the unit that started it; empty when the engine did.</param>
/// <param name="Parent">Name of the instance that called it; null for none.</param>
/// <param name="Status"><c>running</c>, <c>ended</c> or <c>cancelled</c>.</param>
/// <param name="Outcome">The result; null while it runs and when it was cancelled.</param>
/// <param name="EndedAt">When it was over; null while it runs.</param>
/// <param name="Open">The steps that are still open, each with its item.</param>
public sealed record LoggedInstance(
    DateTimeOffset At, string Name, string Workflow, string Subject, string Starter, string? Parent, string Status, string? Outcome, DateTimeOffset? EndedAt, IReadOnlyList<string> Open);

/// <summary>Everything that happened in a simulation, by virtual time and natural key. No numbers of the database and no time of life are in it: the same order gives the same log.</summary>
/// <param name="Order">What was simulated.</param>
/// <param name="Deadlines">Deadlines due in the stretch.</param>
/// <param name="Notices">Notices.</param>
/// <param name="Tasks">Tasks.</param>
/// <param name="Decisions">Decisions.</param>
/// <param name="Submissions">What was handed in.</param>
/// <param name="Events">Events.</param>
/// <param name="Instances">Workflow instances.</param>
/// <param name="Findings">What should not be.</param>
public sealed record SimulationLog(
    SimulationOrder Order, IReadOnlyList<LoggedDeadline> Deadlines, IReadOnlyList<LoggedNotice> Notices, IReadOnlyList<LoggedTask> Tasks, IReadOnlyList<LoggedDecision> Decisions,
    IReadOnlyList<LoggedSubmission> Submissions, IReadOnlyList<LoggedEvent> Events, IReadOnlyList<LoggedInstance> Instances, IReadOnlyList<Finding> Findings);
