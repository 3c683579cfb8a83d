namespace DoubleRandom.Store.Inspections;

/// <summary>The inspection of one target of one task.</summary>
public sealed record InspectionRow
{
    internal const string Columns =
        "i.instance, i.target, i.jurisdiction, i.workflow, i.subject, i.run, i.lead, i.departments::text as departments, i.scheduled_on, i.state, i.result, i.category, i.inspected_on, i.published, i.opened_at, i.done_at";

    /// <summary>Number of the task's workflow instance.</summary>
    public long Instance { get; init; }

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Id of the task.</summary>
    public required string Subject { get; init; }

    /// <summary>Number of the visit's run.</summary>
    public int Run { get; init; }

    /// <summary>Id of the unit that leads.</summary>
    public required string Lead { get; init; }

    /// <summary>The departments with their items as a JSON list, the lead first.</summary>
    public required string Departments { get; init; }

    /// <summary>The day on which the visit is meant to be; null when none is set.</summary>
    public DateOnly? ScheduledOn { get; init; }

    /// <summary><c>open</c>, <c>answered</c> (every department has answered, the task is not finished), <c>done</c> or <c>cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Version of the newest joint result; 0 for none.</summary>
    public int Result { get; init; }

    /// <summary>Id of that result; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>The civil day of that result; null for none.</summary>
    public DateOnly? InspectedOn { get; init; }

    /// <summary>The version of the result that the public was told last; 0 for none.</summary>
    public int Published { get; init; }

    /// <summary>When the visit was opened (UTC).</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the visit's task was finished (UTC); null before.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>What the directory calls the target today; null when it does not know it, or was not asked.</summary>
    public string? Name { get; init; }

    /// <summary>Which inspection it is.</summary>
    public InspectionKey Key => new(Instance, Target);
}
