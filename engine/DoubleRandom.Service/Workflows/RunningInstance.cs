using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>An instance in a list that is drawn.</summary>
/// <param name="Line">The instance.</param>
/// <param name="Pack">The pack version that it runs on; null when that cannot be read here.</param>
/// <param name="Definition">Its definition; null when it cannot be read here.</param>
/// <param name="State">The state; null when its journal is too long to be folded for a list.</param>
/// <param name="Tasks">What waits for people, at most <see cref="AtHandReader.MostTasks"/>.</param>
public sealed record RunningInstance(InstanceLine Line, Pack? Pack, WorkflowDefinition? Definition, WorkflowInstance? State, IReadOnlyList<TaskRow> Tasks);
