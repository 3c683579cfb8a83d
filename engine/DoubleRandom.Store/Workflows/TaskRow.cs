namespace DoubleRandom.Store.Workflows;

/// <summary>Something that waits for people (待办), or waited.</summary>
public sealed record TaskRow
{
    /// <summary>Number of the instance.</summary>
    public long Instance { get; init; }

    /// <summary>Number of the step's run within the instance.</summary>
    public int Run { get; init; }

    /// <summary>The pack's folder.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Id of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Id of what the instance is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the step.</summary>
    public required string Step { get; init; }

    /// <summary>Path of the item; empty outside a for-each.</summary>
    public required string Item { get; init; }

    /// <summary><c>task</c>, <c>decision</c>, <c>draw</c> or <c>publish</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is drawn or published; null for other tasks.</summary>
    public string? What { get; init; }

    /// <summary>The role that owns it; null when the units are known.</summary>
    public string? Role { get; init; }

    /// <summary>The units that own it; empty when whoever holds the role does.</summary>
    public required string[] Units { get; init; }

    /// <summary>Whose it is, for finding it: <c>unit:transport</c> for each unit, or <c>role:member</c>.</summary>
    public required string[] Owners { get; init; }

    /// <summary>The function a person needs in the unit; null for anybody.</summary>
    public string? Function { get; init; }

    /// <summary>Who has it in hand; null for nobody.</summary>
    public string? Person { get; init; }

    /// <summary>Id of the form; null when nothing is handed in.</summary>
    public string? Form { get; init; }

    /// <summary>Its due day; null for none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was finished or taken away (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
