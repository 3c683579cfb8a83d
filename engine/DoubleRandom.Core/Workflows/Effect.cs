using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Workflows;

/// <summary>Who is to do a step: resolved to people only when it is shown.</summary>
/// <param name="Role">Role that units hold in the pack; null when the units are known.</param>
/// <param name="Units">The units, when this instance knows them.</param>
/// <param name="Function">The function a person needs in the unit; null for anybody.</param>
/// <param name="Person">The person who has it in hand; null for nobody yet.</param>
public sealed record Assignment(string? Role, IReadOnlyList<string> Units, string? Function, string? Person);

/// <summary>What is to be carried out after a transition. Instance, run and kind are its natural key: carrying it out twice does nothing more.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A task to be shown. The same run opened again replaces what was shown.</summary>
    public sealed record OpenTask(int Run, string Step, string Item, Assignment Assignment, string? Form, DateOnly? DueOn) : Effect;

    /// <summary>A task that is over or taken away.</summary>
    public sealed record CloseTask(int Run) : Effect;

    /// <summary>A deadline of an open step, an ordinary one with ladder and explanation.</summary>
    /// <param name="Run">The open step.</param>
    /// <param name="Step">Id of the step.</param>
    /// <param name="Item">Path of the item; empty outside a for-each.</param>
    /// <param name="Assignment">Who owes.</param>
    /// <param name="Occurrence">The day and where it comes from; its rule is set, and its due day is the one granted when somebody postponed it.</param>
    /// <param name="Ladder">Id of the ladder; null for the default.</param>
    public sealed record SetDeadline(int Run, string Step, string Item, Assignment Assignment, Occurrence Occurrence, string? Ladder) : Effect;

    /// <summary>The deadline of a step that is over or taken away.</summary>
    /// <param name="Run">The step.</param>
    /// <param name="IsMet">Whether it was done; otherwise it was taken away.</param>
    public sealed record WithdrawDeadline(int Run, bool IsMet) : Effect;

    /// <summary>An event on which obligations depend.</summary>
    public sealed record RaiseEvent(PlanEvent Event) : Effect;

    /// <summary>A notice.</summary>
    public sealed record Notify(string Step, string Item, IReadOnlyList<string> Audience, string Template) : Effect;

    /// <summary>Another workflow to start, of which the run number is the key.</summary>
    public sealed record StartChild(int Run, string Workflow, string Subject, string Item) : Effect
    {
        /// <summary>JSON text of what is known at the calling step, which the called workflow starts with; null for nothing.</summary>
        public string? Content { get; init; }
    }

    /// <summary>The called workflow is no longer wanted.</summary>
    public sealed record CancelChild(int Run, string Reason) : Effect;

    /// <summary>A draw to hold.</summary>
    public sealed record RequestDraw(int Run, string What, string Item) : Effect;

    /// <summary>Something to publish.</summary>
    public sealed record Publish(int Run, string What, string Item) : Effect;
}
