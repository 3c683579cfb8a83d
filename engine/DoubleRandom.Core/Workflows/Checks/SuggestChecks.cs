using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>What is suggested goes into one list and follows from targets that were drawn.</summary>
internal static class SuggestChecks
{
    public static IEnumerable<Diagnostic> Of(WorkflowDefinition definition) =>
        definition.Steps.OfType<Step.Task>().Where(step => step.Suggest is not null && (step.Sets.Count != 1 || !definition.DrawnLists.Any())).Select(WorkflowFaults.NothingToSuggest);
}
