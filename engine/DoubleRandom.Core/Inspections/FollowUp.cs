using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Inspections;

/// <summary>What follows a problem at one target (后续处置), as far as its workflow has come.</summary>
/// <param name="Target">The target.</param>
/// <param name="Ways">What was begun, in order: the workflows that were called (<c>rectification</c>, <c>transfer</c>), and <c>credit-listing</c>.</param>
/// <param name="IsJustice">Whether it goes to the judicial organs.</param>
/// <param name="IsClosed">Whether everything is done.</param>
public sealed record FollowUp(string Target, IReadOnlyList<string> Ways, bool IsJustice, bool IsClosed)
{
    /// <summary>The way of an entry in credit lists; other ways are workflows that are called.</summary>
    public const string CreditListing = "credit-listing";

    /// <summary>The follow-ups of an instance, by target.</summary>
    public static IReadOnlyList<FollowUp> Of(WorkflowDefinition definition, WorkflowInstance state)
    {
        var runs = state.Runs.Values.ToLookup(run => run.Frame);
        return [.. state.Frames.Values.Where(frame => frame.Kind == FrameKind.Item && IsProblem(definition, state.Frames[frame.Parent]))
            .Select(frame => Of(definition, frame, runs[frame.Number])).OrderBy(follow => follow.Target, StringComparer.Ordinal)];
    }

    private static bool IsProblem(WorkflowDefinition definition, Frame batch) => definition.Step(batch.Step) is Step.ForEach each && VisitSteps.IsOver(each, VisitSteps.Problems);

    private static FollowUp Of(WorkflowDefinition definition, Frame frame, IEnumerable<StepRun> runs)
    {
        var steps = runs.Where(run => run.State != RunState.Cancelled).OrderBy(run => run.Number).Select(run => definition.Step(run.Step)).OfType<Step>().ToArray();
        string[] ways = [.. steps.Select(WayOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        var justice = definition.Steps.OfType<Step.Decision>().SelectMany(step => step.Ways).Where(way => way.Id is "crime").Select(way => way.To).ToHashSet(StringComparer.Ordinal);
        return new(frame.Path, ways, steps.Any(step => justice.Contains(step.Id)), frame.Outcome is not null);
    }

    private static string? WayOf(Step step) => step switch
    {
        Step.Call call => call.Workflow,
        Step.Task { Form: CreditListing } => CreditListing,
        _ => null,
    };
}
