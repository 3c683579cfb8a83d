using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>An instance in a list.</summary>
/// <param name="Row">The instance.</param>
/// <param name="Name">What its workflow is called in the version that it runs on; its id when that cannot be read.</param>
/// <param name="OpenSteps">Names of the open steps, each with how often it is open.</param>
/// <param name="Trouble">Why the engine could not carry it on; none when it could.</param>
/// <param name="TimeZone">The jurisdiction's zone (IANA), in which its times are shown; <c>Etc/UTC</c> when no version of it can be read.</param>
public sealed record InstanceLine(InstanceRow Row, Bilingual Name, IReadOnlyList<(string Step, Bilingual Name, int Times)> OpenSteps, IReadOnlyList<Refusal> Trouble, string TimeZone);

/// <summary>A task in a list.</summary>
/// <param name="Row">The task.</param>
/// <param name="Workflow">What the workflow is called.</param>
/// <param name="Step">What the step is called.</param>
/// <param name="IsLate">Whether its due day has passed while it is open.</param>
/// <param name="People">The people who may do it, as the directory names them today; none when it knows nobody, or when the task is over.</param>
public sealed record TaskLine(TaskRow Row, Bilingual Workflow, Bilingual Step, bool IsLate, IReadOnlyList<string> People);

/// <summary>A line of a journal in words.</summary>
/// <param name="Version">The instance's version after it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Who; <see cref="Core.Workflows.Actor.EngineName"/> for the engine.</param>
/// <param name="Unit">Id of that person's unit; empty for the engine.</param>
/// <param name="Step">Id of the step that it is about; null for the whole.</param>
/// <param name="Item">Path of the item; empty outside a for-each.</param>
/// <param name="Text">What happened.</param>
/// <param name="Reasons">Why: what was written as the reason, or what the rules said.</param>
public sealed record JournalLine(long Version, DateTimeOffset At, string By, string Unit, string? Step, string Item, Bilingual Text, IReadOnlyList<Bilingual> Reasons);

/// <summary>One instance with everything that a page shows of it.</summary>
/// <param name="Line">The instance as in a list.</param>
/// <param name="Pack">The pack version that it runs on, with its forms and rules.</param>
/// <param name="Definition">Its definition, for the drawing and the buttons.</param>
/// <param name="State">The state: runs, items, lists.</param>
/// <param name="Tasks">What waits for people, open first.</param>
/// <param name="Files">Attached files.</param>
/// <param name="Children">Numbers of the instances that it called.</param>
/// <param name="Journal">The newest lines of the journal, oldest first.</param>
/// <param name="Earlier">How many lines lie before them.</param>
public sealed record InstanceDetail(
    InstanceLine Line, Pack Pack, WorkflowDefinition Definition, WorkflowInstance State, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<WorkflowFileRow> Files, IReadOnlyList<long> Children,
    IReadOnlyList<JournalLine> Journal, long Earlier);
