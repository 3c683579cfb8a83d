using DoubleRandom.Core;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Web.Pages.Wording;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>What is open in an instance, one line a step however many items it is open for.</summary>
internal static class StepsAtHand
{
    public static IReadOnlyList<StepAtHand> Of(RunningInstance instance)
    {
        var tasks = instance.Tasks.ToLookup(task => task.Step, StringComparer.Ordinal);
        return [.. instance.Line.OpenSteps.Select(open => new StepAtHand(open.Name, open.Times, Owner(instance, open.Step, [.. tasks[open.Step]]), DueOn(instance, open.Step, tasks[open.Step])))];
    }

    private static Bilingual Owner(RunningInstance instance, string step, IReadOnlyCollection<TaskRow> tasks)
    {
        if (tasks.Count == 0)
            return instance.Definition?.Step(step) is { } known ? FlowWords.Kind(known) : new("", "");
        Bilingual[] owners = [.. tasks.Select(task => Owners.Of(task, instance.Pack)).Distinct()];
        return owners.Length > 3 ? FlowWords.MoreOf(owners.Length) : Owners.Joined(owners);
    }

    private static DateOnly? DueOn(RunningInstance instance, string step, IEnumerable<TaskRow> tasks) => instance.Definition?.Step(step) switch
    {
        Step.Wait or Step.Call => instance.State?.OpenRuns.Where(run => string.Equals(run.Step, step, StringComparison.Ordinal)).Min(run => run.DueOn ?? run.WakesOn),
        _ => tasks.Min(task => task.DueOn),
    };
}
