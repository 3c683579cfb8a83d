using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Checks;

/// <summary>What is part of something is not due after it. Only times that count from an opening can be compared beforehand.</summary>
internal static class DueChecks
{
    public static IEnumerable<Diagnostic> Of(StepGraph graph)
    {
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            if (graph.Places[i] is not { } place || graph.Steps[i].Due is not { } due)
                continue;
            var parent = place.Each >= 0 ? graph.Steps[place.Each].Due : null;
            if ((parent ?? graph.Definition.Due) is { } outer && Least(due) > Most(outer))
                yield return WorkflowFaults.DueOutside(graph.Steps[i], parent is null ? graph.Definition.Name : graph.Steps[place.Each].Name);
        }

        foreach (var each in graph.Steps.OfType<Step.ForEach>().Where(each => each.Due is not null && graph.Definition.Due is not null))
            if (Least(each.Due!) > Most(graph.Definition.Due!))
                yield return WorkflowFaults.DueOutside(each, graph.Definition.Name);
    }

    /// <summary>The fewest calendar days that a period can take; none for a time that does not count from the opening.</summary>
    private static int Least(Due due) => Days(due, span => span.Unit switch
    {
        SpanUnit.Months => 28,
        SpanUnit.Years => 365,
        _ => 1,
    }, 0, 0);

    /// <summary>The most calendar days that a period can take: five working days a week, and the longest holidays with the weekends beside them.</summary>
    private static int Most(Due due) => Days(due, span => span.Unit switch
    {
        SpanUnit.WorkingDays => 2,
        SpanUnit.Months => 31,
        SpanUnit.Years => 366,
        _ => 1,
    }, 16, int.MaxValue);

    private static int Days(Due due, Func<Packs.Model.Span, int> each, int spare, int otherwise)
    {
        if (due.When.Entries.Any(entry => entry.Value is not When.After { EventIds: [Due.Opening] }))
            return otherwise;
        return due.When.Entries.Select(entry => ((When.After)entry.Value).Length).Max(span => (span.Length.Entries.Max(value => value.Value) * each(span)) + spare);
    }
}
