using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>A publish step that a command has just finished.</summary>
/// <param name="Connection">The command's transaction.</param>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Pack">The pack version that it runs on, with its forms.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="State">Its state after the command.</param>
/// <param name="Run">The run that was finished; its content is what the officer gave as the record.</param>
/// <param name="Step">The publish step.</param>
/// <param name="Today">The civil day in the jurisdiction.</param>
/// <param name="Now">The present instant.</param>
public sealed record PublishedStep(
    NpgsqlConnection Connection, long Instance, Pack Pack, WorkflowDefinition Definition, WorkflowInstance State, StepRun Run, Step.Publish Step, DateOnly Today, DateTimeOffset Now)
{
    /// <summary>The pack's folder.</summary>
    public string Jurisdiction => Pack.Jurisdiction.Folder;

    /// <summary>Path of the item that the step belongs to; empty outside a for-each.</summary>
    public string Item => State.Frames[Run.Frame].Path;
}
