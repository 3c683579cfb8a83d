using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>What may start a workflow.</summary>
public abstract record Starter
{
    private Starter()
    {
    }

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }

    /// <summary>A person of the owner.</summary>
    public sealed record ByPerson(Owner Owner) : Starter;

    /// <summary>A date of the calendar.</summary>
    public sealed record ByDate(Due When) : Starter;

    /// <summary>An event, each time it happens.</summary>
    public sealed record ByEvent(string Event) : Starter;

    /// <summary>A call step of another workflow.</summary>
    public sealed record ByWorkflow(string Workflow) : Starter;
}
