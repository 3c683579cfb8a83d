using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>What a command comes to: all of it, or nothing and every reason why not.</summary>
/// <param name="Entries">What the journal gains, in order; none when refused.</param>
/// <param name="Effects">What is to be carried out once the journal is stored; none when refused.</param>
/// <param name="Refusals">Every reason why not; none when it was done.</param>
/// <param name="Next">The state after the entries; the state as it was when refused.</param>
public sealed record Transition(
    IReadOnlyList<JournalEntry> Entries, IReadOnlyList<Effect> Effects, IReadOnlyList<Refusal> Refusals, WorkflowInstance Next)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusals.Count == 0;
}
