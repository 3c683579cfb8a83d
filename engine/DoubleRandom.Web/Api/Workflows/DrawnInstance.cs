using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>What a drawing shows of a running instance: which steps are in hand, which are done, how far each for-each is.</summary>
internal static class DrawnInstance
{
    public static IReadOnlyDictionary<string, DrawnStep> Of(WorkflowInstance state)
    {
        var open = state.OpenRuns.Select(run => run.Step).ToHashSet(StringComparer.Ordinal);
        var done = state.Frames.Values.SelectMany(frame => frame.Done.Keys).ToHashSet(StringComparer.Ordinal);
        var batches = state.Frames.Values.Where(frame => frame.Kind == FrameKind.Batch).ToLookup(frame => frame.Step, StringComparer.Ordinal);
        return open.Concat(done).Concat(batches.Select(batch => batch.Key)).Distinct(StringComparer.Ordinal)
            .ToDictionary(step => step, step => new DrawnStep(open.Contains(step) || batches[step].Any(batch => !batch.IsClosed), done.Contains(step), Note(batches[step])), StringComparer.Ordinal);
    }

    public static IEnumerable<string> Open(WorkflowInstance state) => state.OpenRuns.Select(run => run.Step).Distinct(StringComparer.Ordinal);

    /// <summary>How many of the items are through: <c>3/40</c>.</summary>
    private static string? Note(IEnumerable<Frame> batches)
    {
        var (total, live) = batches.Aggregate((Total: 0, Live: 0), (sum, batch) => (sum.Total + batch.Total, sum.Live + batch.Live));
        return total == 0 ? null : $"{total - live}/{total}";
    }
}
