namespace DoubleRandom.Core.Workflows.Running;

/// <summary>Where one opening of a step stands.</summary>
public enum RunState
{
    /// <summary>It waits for somebody or something.</summary>
    Open,

    /// <summary>It is finished, for good: going through the step again is another run.</summary>
    Done,

    /// <summary>It was taken away.</summary>
    Cancelled,
}

/// <summary>One opening of a step (待办): kept after it is over, so that what was done is never done twice.</summary>
/// <param name="Number">Number within the instance, from 1, in the order of opening.</param>
/// <param name="Step">Id of the step.</param>
/// <param name="Frame">Number of the frame that it lies in.</param>
/// <param name="OpenedOn">The civil day on which it opened.</param>
public sealed record StepRun(int Number, string Step, int Frame, DateOnly OpenedOn)
{
    /// <summary>Where it stands.</summary>
    public RunState State { get; init; }

    /// <summary>The instance's version after its last change: an older command about it is stale.</summary>
    public long ChangedAt { get; init; }

    /// <summary>Its due day; null for none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether somebody moved the due day: it then no longer follows the rule.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>Who has it in hand; null for nobody.</summary>
    public string? Person { get; init; }

    /// <summary>Whether that person does it on the owner's behalf.</summary>
    public bool IsDelegated { get; init; }

    /// <summary>The unit it was handed to instead of its owner; null for the owner.</summary>
    public string? Unit { get; init; }

    /// <summary>The outcome; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Who finished it or took it away; null while it is open.</summary>
    public string? By { get; init; }

    /// <summary>The unit of that person; null while it is open.</summary>
    public string? ByUnit { get; init; }

    /// <summary>JSON text handed in with it; null for none.</summary>
    public string? Content { get; init; }

    /// <summary>How many files are attached.</summary>
    public int Attachments { get; init; }

    /// <summary>The events that a wait waits for.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The day on which a wait goes on by itself; null for never.</summary>
    public DateOnly? WakesOn { get; init; }
}
