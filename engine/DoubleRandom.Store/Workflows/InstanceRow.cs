namespace DoubleRandom.Store.Workflows;

/// <summary>A running or finished procedure as the table has it; its journal says how it came there.</summary>
public sealed record InstanceRow
{
    /// <summary>Its number; that of <see cref="Core.Workflows.Running.WorkflowInstance.Id"/> in figures.</summary>
    public long Id { get; init; }

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the definition.</summary>
    public required string Workflow { get; init; }

    /// <summary>Id of what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Content hash of the pack version that it runs on.</summary>
    public required string PackHash { get; init; }

    /// <summary>The version of the definition within that pack.</summary>
    public required string DefinitionVersion { get; init; }

    /// <summary>What it was started for, once and no more; null when a person started it without a key.</summary>
    public string? StartKey { get; init; }

    /// <summary>How many entries its journal has.</summary>
    public long Version { get; init; }

    /// <summary><c>running</c>, <c>ended</c> or <c>cancelled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The result; null while it runs and when it was cancelled.</summary>
    public string? Outcome { get; init; }

    /// <summary>Id of the unit that started it; empty when the engine did.</summary>
    public required string StarterUnit { get; init; }

    /// <summary>The open steps, each with how often it is open, as a JSON object.</summary>
    public required string OpenSteps { get; init; }

    /// <summary>The instance whose call step started it; null for none.</summary>
    public long? Parent { get; init; }

    /// <summary>Number of that call step's run.</summary>
    public int? ParentRun { get; init; }

    /// <summary>Ids of the events that its definition speaks of.</summary>
    public required string[] Hears { get; init; }

    /// <summary>The next day that one of its waits waits for; null for none.</summary>
    public DateOnly? NextDay { get; init; }

    /// <summary>Content hash of the pack by whose calendar its days were worked out.</summary>
    public required string DatedBy { get; init; }

    /// <summary>Why the engine could not carry it on, as a JSON list of refusals; null when it could.</summary>
    public string? Trouble { get; init; }

    /// <summary>The day on which the engine tries again; null without trouble.</summary>
    public DateOnly? TryOn { get; init; }

    /// <summary>When it was started (UTC).</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it ended or was cancelled (UTC); null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
