using System.Collections.Immutable;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Service.Workflows;

/// <summary>A state with its open steps counted, so that no command has to look at all of them. Immutable.</summary>
/// <param name="State">The fold of the journal.</param>
/// <param name="Open">How often each step is open.</param>
internal sealed record Live(WorkflowInstance State, ImmutableSortedDictionary<string, int> Open)
{
    private static readonly ImmutableSortedDictionary<string, int> Nothing = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>A state as a journal gave it.</summary>
    public static Live Of(WorkflowInstance state) => new(state, Count(state));

    /// <summary>The next state, after these entries.</summary>
    public Live Next(WorkflowInstance next, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Any(entry => entry is JournalEntry.Moved))
            return Of(next);
        var open = Open.ToBuilder();
        foreach (var entry in entries)
            if (entry is JournalEntry.Opened opened)
                open[opened.Step] = open.GetValueOrDefault(opened.Step) + 1;
            else if (Left(entry) is { } run && next.Runs[run].Step is var step && --open[step] == 0)
                open.Remove(step);
        return new(next, open.ToImmutable());
    }

    /// <summary>The run that an entry finished or took away; null for other entries.</summary>
    public static int? Left(JournalEntry entry) => entry switch
    {
        JournalEntry.Finished finished => finished.Run,
        JournalEntry.Taken taken => taken.Run,
        _ => null,
    };

    private static ImmutableSortedDictionary<string, int> Count(WorkflowInstance state) =>
        state.OpenRuns.GroupBy(run => run.Step, StringComparer.Ordinal).Aggregate(Nothing, (open, step) => open.SetItem(step.Key, step.Count()));
}
