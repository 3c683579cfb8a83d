using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>Workflows that call each other come to an end, and let themselves be called.</summary>
internal static class CallChecks
{
    public static IEnumerable<Diagnostic> Of(WorkflowDefinition definition, WorkflowSurroundings around)
    {
        foreach (var call in definition.Steps.OfType<Step.Call>())
        {
            if (!around.Workflows.TryGetValue(call.Workflow, out var child))
                continue;
            if (!child.StartedBy.OfType<Starter.ByWorkflow>().Any(starter => string.Equals(starter.Workflow, definition.Id, StringComparison.Ordinal)))
                yield return WorkflowFaults.NotCallable(call, definition.Id);
            if (Reaches(child, definition.Id, around))
                yield return WorkflowFaults.CallsItself(call, definition.Id);
        }
    }

    private static bool Reaches(WorkflowDefinition from, string id, WorkflowSurroundings around)
    {
        var (seen, todo) = (new HashSet<string>(StringComparer.Ordinal), new Stack<WorkflowDefinition>([from]));
        while (todo.TryPop(out var at))
        {
            if (string.Equals(at.Id, id, StringComparison.Ordinal))
                return true;
            if (!seen.Add(at.Id))
                continue;
            foreach (var call in at.Steps.OfType<Step.Call>())
                if (around.Workflows.GetValueOrDefault(call.Workflow) is { } next)
                    todo.Push(next);
        }

        return false;
    }
}
