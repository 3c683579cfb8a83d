using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Turns steps and ways into the boxes and arrows of a chart.</summary>
/// <param name="graph">The definition.</param>
/// <param name="language"><c>zh</c> or <c>en</c>.</param>
/// <param name="owners">What owners are called.</param>
/// <param name="states">What is known of the steps of a running instance, by id.</param>
internal sealed class ChartBoxes(StepGraph graph, string language, Func<Owner, Bilingual> owners, IReadOnlyDictionary<string, DrawnStep> states)
{
    private const int MostWidth = 190;

    /// <summary>The chart of what lies in a for-each, or outside of all (-1).</summary>
    public Chart Of(int each)
    {
        var inside = Enumerable.Range(0, graph.Steps.Count).Where(i => (graph.Places[i]?.Each ?? -1) == each).ToArray();
        var first = each < 0 ? graph.Definition.First : ((Step.ForEach)graph.Steps[each]).Do;
        var begin = $"begin-{(each < 0 ? "" : graph.Steps[each].Id)}";
        Box[] boxes = [new(begin, [], "begin"), .. each < 0 ? Begun() : [], .. inside.Select(Box)];
        var known = boxes.Select(box => box.Id).ToHashSet(StringComparer.Ordinal);
        Line[] lines = [new(begin, first, "", false), .. each < 0 ? BegunLines() : [], .. inside.SelectMany(i => Lines(graph.Steps[i]))];
        // A way out of the chart is a fault of the definition; it cannot be drawn, and the checks report it.
        return new(boxes, [.. lines.Where(line => known.Contains(line.To))]);
    }

    private IEnumerable<WorkflowAction> Acting() => graph.Definition.Actions.Where(action => action.To is not null);

    private IEnumerable<Box> Begun() => Acting().Select(action => new Box($"action-{action.Id}", Letters.Wrapped(action.Name.In(language), MostWidth), "action"));

    private IEnumerable<Line> BegunLines() => Acting().Select(action => new Line($"action-{action.Id}", action.To!, "", false));

    private Box Box(int number)
    {
        var step = graph.Steps[number];
        var state = states.GetValueOrDefault(step.Id);
        var name = state?.Note is { } note ? $"{step.Name.In(language)} ({note})" : step.Name.In(language);
        IEnumerable<string> owner = step.Owner is null ? [] : Letters.Wrapped(owners(step.Owner).In(language), MostWidth);
        return new(step.Id, [.. Letters.Wrapped(name, MostWidth), .. owner], Kind(step)) { Inside = step is Step.ForEach ? Of(number) : null, State = state };
    }

    private IEnumerable<Line> Lines(Step step) =>
        step.Ways.Select(way => new Line(step.Id, way.To, way.Id is Way.Done && step.Ways.Count == 1 ? "" : way.Name.In(language), way.IsBack));

    private static string Kind(Step step) => step switch
    {
        Step.Decision => "decision",
        Step.Draw => "draw",
        Step.Publish => "publish",
        Step.Notify => "notify",
        Step.Wait => "wait",
        Step.ForEach => "each",
        Step.Call => "call",
        Step.Fork => "fork",
        Step.Join => "join",
        Step.End => "end",
        _ => "task",
    };
}
