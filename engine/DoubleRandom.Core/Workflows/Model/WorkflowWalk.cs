using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>A test that a workflow carries: a walk through its steps, with what must be open on the way.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="On">The day on which it starts.</param>
/// <param name="Cast">Units by role.</param>
/// <param name="Lists">Lists handed over at the start.</param>
/// <param name="Rules">What rule sets are taken to say, by name; those not named are asked.</param>
/// <param name="Moves">What is done, in order.</param>
/// <param name="Outcome">The result with which it must have ended; null when the test does not ask.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record WorkflowWalk(
    string Name, DateOnly On, IReadOnlyDictionary<string, IReadOnlyList<string>> Cast, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists,
    IReadOnlyDictionary<string, string> Rules, IReadOnlyList<WalkMove> Moves, string? Outcome, Place Place)
{
    /// <summary>JSON text of the facts handed over at the start; null for none.</summary>
    public string? Content { get; init; }

    /// <summary>Why it must not start at all on that day: <c>lapsed</c> or <c>not-yet-in-force</c>; null for a walk that starts.</summary>
    public string? Because { get; init; }
}

/// <summary>One move of a walk.</summary>
/// <param name="Do">Id of the step that is finished, by its owner or by what it waits for; null for another kind of move.</param>
/// <param name="Tell">Id of the event that happens; null for another kind of move.</param>
/// <param name="Act">Id of the action that is taken; null for another kind of move. A move that does, tells and acts nothing lets the day come.</param>
/// <param name="On">The day of the move; null for that of the move before.</param>
/// <param name="Item">Path of the item; empty outside a for-each.</param>
/// <param name="Outcome">The outcome chosen; null for the only one.</param>
/// <param name="Items">What was drawn or added.</param>
/// <param name="Lists">Lists that the move sets.</param>
/// <param name="Open">What must be open afterwards, as <c>step</c> or <c>step@item</c>; null when the test does not ask.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record WalkMove(
    string? Do, string? Tell, string? Act, DateOnly? On, string Item, string? Outcome, IReadOnlyList<string> Items,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, IReadOnlyList<string>? Open, Place Place)
{
    /// <summary>JSON text of the form, which is then held against its schema; null when it is taken as filled in.</summary>
    public string? Content { get; init; }

    /// <summary>The day to which a step is postponed; null for another kind of move.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether the move must be refused.</summary>
    public bool IsRefused { get; init; }
}
