namespace DoubleRandom.Store.Publication;

/// <summary>A publishing step of a procedure and its due day.</summary>
public sealed record PublishTaskRow
{
    /// <summary>Id of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Id of the step.</summary>
    public required string Step { get; init; }

    /// <summary>Ids of the units that owe it; none when whoever holds a role does.</summary>
    public required string[] Units { get; init; }

    /// <summary>When it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When it was finished (UTC); null while it waits.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
