using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>One command of a chain.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Command">The command, made from the state that it meets.</param>
/// <param name="Actor">Who gives it.</param>
/// <param name="Depth">How many commands led to it.</param>
/// <param name="Why">What led to it, for the message when a chain has no end.</param>
internal sealed record Link(long Instance, Func<WorkflowInstance, WorkflowCommand> Command, Actor Actor, int Depth, string Why)
{
    /// <summary>The event that is told; null for other commands.</summary>
    public ErrandRow? Errand { get; init; }

    /// <summary>What is started; null for other commands.</summary>
    public NewInstance? Starts { get; init; }

    /// <summary>Whether the rest of the chain stands when this command is refused.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Starts by itself what an event or date starts: it does not hold up what caused it.</summary>
    public static Link Begin(long instance, NewInstance starting, int depth) =>
        new(instance, _ => starting.Start, Actor.Engine, depth, starting.Definition.Id) { Starts = starting, IsLenient = true };

    /// <summary>Tells an event.</summary>
    public static Link Tell(ErrandRow errand) => new(
        errand.Instance, state => new WorkflowCommand.Tell(errand.Event, errand.HappenedOn, errand.Item.Length == 0 ? null : errand.Item) { Version = state.Version },
        Actor.Engine, errand.Depth, errand.Event)
    { Errand = errand };
}

/// <summary>An event of a chain and who caused it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="By">Who.</param>
/// <param name="Depth">How many commands led to it.</param>
internal sealed record Happening(PlanEvent Event, string By, int Depth);

/// <summary>A notice that a step asks for.</summary>
/// <param name="Handling">The instance.</param>
/// <param name="Effect">Whom to tell what.</param>
/// <param name="Version">The version of the instance after the step, which makes the notice the one it is.</param>
internal sealed record StepNotice(Handling Handling, Effect.Notify Effect, long Version);

/// <summary>An instance to be started.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Pack">The pack version that it will run on.</param>
/// <param name="Start">The command.</param>
/// <param name="StartKey">What it is started for, once and no more; null for none.</param>
/// <param name="Parent">Number of the instance that calls it; null for none.</param>
/// <param name="ParentRun">Number of the call step's run.</param>
internal sealed record NewInstance(
    Core.Workflows.Model.WorkflowDefinition Definition, Core.Packs.Model.Pack Pack, WorkflowCommand.Start Start, string? StartKey, long? Parent, int? ParentRun);

/// <summary>An instance runs on a pack version that cannot be read here.</summary>
internal sealed class VersionGoneException(string workflow, string hash) : Exception($"The pack version {hash} of the workflow {workflow} cannot be read.")
{
    public string Workflow => workflow;

    public string Hash => hash;
}
