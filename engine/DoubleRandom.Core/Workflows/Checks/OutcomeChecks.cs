using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Every outcome that can come has a way, and every way an outcome that takes it.</summary>
internal static class OutcomeChecks
{
    public static IEnumerable<Diagnostic> Of(StepGraph graph, WorkflowSurroundings around) => graph.Steps.SelectMany(step => step switch
    {
        Step.Decision { RuleSet: { } rules } when around.RuleSets.GetValueOrDefault(rules) is { Count: > 0 } words => Words(step, words, step.Owner is null),
        Step.Call call when around.Workflows.GetValueOrDefault(call.Workflow) is { } child => Words(step, Outcomes(child.Steps), true),
        Step.ForEach each => Joined(graph, each),
        Step.Join => Words(step, [Way.Done, Step.Join.Short], true),
        _ => [],
    });

    /// <summary>The outcomes with which a workflow or an item can end.</summary>
    private static string[] Outcomes(IEnumerable<Step> steps) => [.. steps.OfType<Step.End>().Select(end => end.Outcome).Distinct(StringComparer.Ordinal)];

    /// <param name="step">The step.</param>
    /// <param name="words">The outcomes that can come.</param>
    /// <param name="isOnly">Whether nobody can choose another one.</param>
    private static IEnumerable<Diagnostic> Words(Step step, IReadOnlyList<string> words, bool isOnly) =>
    [
        .. words.Where(word => step.WayOf(word) is null).Select(word => WorkflowFaults.NoWay(step, word)),
        .. step.Ways.Where(way => isOnly && way.Id is not Way.Done && step.Ways.Count > 1 && !words.Contains(way.Id, StringComparer.Ordinal)).Select(way => WorkflowFaults.NeverTaken(step, way)),
    ];

    private static IEnumerable<Diagnostic> Joined(StepGraph graph, Step.ForEach each)
    {
        var words = each.Joined.Select(joined => joined.Outcome).Append(Way.Done).Append(Step.ForEach.Nobody).Distinct(StringComparer.Ordinal).ToArray();
        var ends = Outcomes(graph.Steps.Where((_, i) => graph.Places[i]?.Each == graph.Number(each.Id)));
        return
        [
            .. Words(each, words, true),
            .. each.Joined.Where(joined => graph.Number(each.Do) >= 0 && !ends.Contains(joined.Of, StringComparer.Ordinal)).Select(joined => WorkflowFaults.NoSuchItemOutcome(each, joined, ends)),
        ];
    }
}
