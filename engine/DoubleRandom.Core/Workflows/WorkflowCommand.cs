namespace DoubleRandom.Core.Workflows;

/// <summary>What somebody wants of an instance.</summary>
public abstract record WorkflowCommand
{
    private WorkflowCommand()
    {
    }

    /// <summary>The version of the instance that the giver had seen (0 before the start). The command is stale when what it is about has changed since; other branches may have moved on.</summary>
    public required long Version { get; init; }

    /// <summary>Starts the instance.</summary>
    /// <param name="Subject">Id of what it is about.</param>
    /// <param name="Cause">What starts it, when it is not a person.</param>
    /// <param name="Cast">Units by role for this instance: the lead, the participants. Roles not cast are held as in the pack.</param>
    /// <param name="Lists">Lists known from the beginning.</param>
    /// <param name="Content">JSON text that the start hands over, such as the parent's facts; null when there is none.</param>
    public sealed record Start(
        string Subject, StartCause? Cause = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Cast = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists = null, string? Content = null) : WorkflowCommand
    {
        /// <summary>The day of what starts it, on which the workflow's document must be in force: that of the event or date; null for today.</summary>
        public DateOnly? On { get; init; }
    }

    /// <summary>Finishes an open step.</summary>
    /// <param name="Run">Number of the open step.</param>
    /// <param name="Outcome">Id of the way to take.</param>
    /// <param name="Content">JSON text of the form; null when the step has none.</param>
    /// <param name="Reason">Why; required to send something back.</param>
    /// <param name="Lists">Lists that the step sets.</param>
    public sealed record Complete(
        int Run, string Outcome, string? Content = null, string? Reason = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists = null) : WorkflowCommand;

    /// <summary>Takes an open step in hand, so that nobody else finishes it.</summary>
    public sealed record Claim(int Run) : WorkflowCommand;

    /// <summary>Puts a claimed step back.</summary>
    public sealed record Release(int Run) : WorkflowCommand;

    /// <summary>Has another person do it, on the owner's behalf.</summary>
    public sealed record Delegate(int Run, string Person, string Reason) : WorkflowCommand;

    /// <summary>Hands it to another unit.</summary>
    public sealed record Reassign(int Run, string Unit, string Reason) : WorkflowCommand;

    /// <summary>Moves its due day.</summary>
    public sealed record Postpone(int Run, DateOnly To, string Reason) : WorkflowCommand;

    /// <summary>Takes it away.</summary>
    public sealed record CancelBranch(int Run, string Reason) : WorkflowCommand;

    /// <summary>Ends the instance before its end.</summary>
    public sealed record Cancel(string Reason) : WorkflowCommand;

    /// <summary>Adds items to a running for-each.</summary>
    /// <param name="Frame">Number of its frame.</param>
    /// <param name="Items">The new items.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Add(int Frame, IReadOnlyList<string> Items, string Reason) : WorkflowCommand;

    /// <summary>Changes the plan while it runs (adjust), or puts right what was ended (correct).</summary>
    /// <param name="Action">Id of the action.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Content">JSON text of the action's form; null when it has none.</param>
    /// <param name="Lists">Lists that the action replaces.</param>
    public sealed record Act(string Action, string Reason, string? Content = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Lists = null) : WorkflowCommand;

    /// <summary>A remark, on a step or on the whole (<paramref name="Run"/> null).</summary>
    public sealed record Comment(int? Run, string Text) : WorkflowCommand;

    /// <summary>A file, by name and SHA-256, on an open step.</summary>
    public sealed record Attach(int Run, string Name, string Hash) : WorkflowCommand;

    /// <summary>Something happened.</summary>
    /// <param name="Event">Id of the event.</param>
    /// <param name="On">The civil day.</param>
    /// <param name="Item">The item it happened to, as its path (<c>transport/T-7</c>); null when it concerns all of them.</param>
    public sealed record Tell(string Event, DateOnly On, string? Item = null) : WorkflowCommand;

    /// <summary>A day came: waits for a date that is reached go on.</summary>
    public sealed record DayCame : WorkflowCommand;

    /// <summary>Calendar, readings or events changed: due days are worked out anew.</summary>
    public sealed record Redate : WorkflowCommand;

    /// <summary>The draw that a step waits for is done.</summary>
    /// <param name="Run">Number of the open step.</param>
    /// <param name="Record">Id of the draw's record.</param>
    /// <param name="Items">What was drawn.</param>
    public sealed record Drawn(int Run, string Record, IReadOnlyList<string> Items) : WorkflowCommand;

    /// <summary>What a step publishes is public.</summary>
    public sealed record Published(int Run, string Record) : WorkflowCommand;

    /// <summary>The workflow that a step called has ended.</summary>
    public sealed record ChildEnded(int Run, string Outcome) : WorkflowCommand;
}

/// <summary>What starts an instance when it is not a person.</summary>
/// <param name="Kind"><c>date</c>, <c>event</c> or <c>workflow</c>.</param>
/// <param name="Id">Id of the event or of the calling workflow; the day for a date.</param>
public sealed record StartCause(string Kind, string Id);
