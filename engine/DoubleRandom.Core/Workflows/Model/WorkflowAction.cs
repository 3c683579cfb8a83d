using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>What an action does to a running or ended instance.</summary>
public enum ActionKind
{
    /// <summary>Changes the plan while it runs: a list, a ratio, anything its form asks for.</summary>
    Adjust,

    /// <summary>Moves the due day of an open step to a later one.</summary>
    Postpone,

    /// <summary>Adds items to a for-each that is still running.</summary>
    Add,

    /// <summary>Hands an open step to another unit.</summary>
    Reassign,

    /// <summary>Takes one open step away; its branch or item goes on without it.</summary>
    CancelBranch,

    /// <summary>Ends the whole instance.</summary>
    Cancel,

    /// <summary>Puts right what was already ended; duties that follow its events begin again.</summary>
    Correct,
}

/// <summary>Something that may be done beside the steps. What a definition does not list is not allowed; every action needs a reason.</summary>
/// <param name="Id">Id within the definition.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Name">What the button says.</param>
/// <param name="Owner">Whose people may do it.</param>
/// <param name="Steps">The steps it may be done to; empty for all.</param>
/// <param name="Form">Id of the form that goes with it; null when the reason suffices.</param>
/// <param name="Sets">Lists that it may replace.</param>
/// <param name="Raises">Ids of events it raises.</param>
/// <param name="To">Id of a step that begins beside everything else, such as filing and publishing the change; null when nothing does.</param>
/// <param name="Basis">The article, or why it is local; null when the workflow's own basis covers it.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record WorkflowAction(
    string Id, ActionKind Kind, Bilingual Name, Owner Owner, IReadOnlyList<string> Steps, string? Form, IReadOnlyList<string> Sets,
    IReadOnlyList<string> Raises, string? To, Basis? Basis, Place Place)
{
    /// <summary>For an event that it raises, the field of its form that dates it; an event that is not here is dated on the day itself.</summary>
    public IReadOnlyDictionary<string, string> RaisedOn { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
