using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Turns steps and ways into the shapes and arrows of BPMN.</summary>
internal sealed class BpmnShapes(StepGraph graph, string language)
{
    /// <summary>The sheet of what lies in a for-each, or outside of all (-1).</summary>
    public Sheet Of(int each)
    {
        var inside = Enumerable.Range(0, graph.Steps.Count).Where(i => (graph.Places[i]?.Each ?? -1) == each).ToArray();
        var shapes = Starts(each).Concat(inside.SelectMany(Shapes)).ToArray();
        var known = shapes.Select(shape => shape.Id).ToHashSet(StringComparer.Ordinal);
        // A way out of the sheet is a fault of the definition; it cannot be drawn, and the checks report it.
        return new(shapes, [.. StartArrows(each).Concat(inside.SelectMany(i => Arrows(graph.Steps[i]))).Where(arrow => known.Contains(arrow.To))]);
    }

    public static string Id(string step) => $"step-{step}";

    private IEnumerable<Shape> Starts(int each) => each >= 0
        ? [new($"start-{graph.Steps[each].Id}", "startEvent", "")]
        : [new("start", "startEvent", ""), .. Begun().Select(action => new Shape($"action-{action.Id}", "startEvent", action.Name.In(language)))];

    private IEnumerable<Arrow> StartArrows(int each) => each >= 0
        ? [new($"flow-start-{graph.Steps[each].Id}", $"start-{graph.Steps[each].Id}", Id(((Step.ForEach)graph.Steps[each]).Do), "")]
        : [new("flow-start", "start", Id(graph.Definition.First), ""), .. Begun().Select(action => new Arrow($"flow-action-{action.Id}", $"action-{action.Id}", Id(action.To!), ""))];

    private IEnumerable<WorkflowAction> Begun() => graph.Definition.Actions.Where(action => action.To is not null);

    private IEnumerable<Shape> Shapes(int number)
    {
        var step = graph.Steps[number];
        yield return new(Id(step.Id), Element(step), step.Name.In(language))
        {
            Detail = step is Step.End { Whole: true } ? "terminateEventDefinition" : Splits(step) || step is not Step.Wait ? null : Detail(step.Ways.FirstOrDefault()),
            Inside = step is Step.ForEach ? Of(number) : null,
        };
        if (!Splits(step))
            yield break;
        if (step is not Step.Wait)
            yield return new($"out-{step.Id}", "exclusiveGateway", "");
        else
            foreach (var way in step.Ways)
                yield return new($"on-{step.Id}-{way.Id}", "intermediateCatchEvent", way.Name.In(language)) { Detail = Detail(way) };
    }

    private IEnumerable<Arrow> Arrows(Step step)
    {
        var isSplit = Splits(step);
        if (isSplit && step is not Step.Wait)
            yield return new($"flow-{step.Id}", Id(step.Id), $"out-{step.Id}", "");
        foreach (var way in step.Ways)
        {
            var from = !isSplit ? Id(step.Id) : step is Step.Wait ? $"on-{step.Id}-{way.Id}" : $"out-{step.Id}";
            if (isSplit && step is Step.Wait)
                yield return new($"flow-on-{step.Id}-{way.Id}", Id(step.Id), from, "");
            yield return new($"flow-{step.Id}-{way.Id}", from, Id(way.To), step.Ways.Count == 1 ? "" : way.Name.In(language));
        }
    }

    /// <summary>Several arrows out of a task would mean that all are taken; a gateway says that one is.</summary>
    private static bool Splits(Step step) => step.Ways.Count > 1 && step is not Step.Fork;

    private static string? Detail(Way? way) => way is null ? null : way.OnDate is null ? "messageEventDefinition" : "timerEventDefinition";

    private static string Element(Step step) => step switch
    {
        Step.Decision { IsHuman: false } => "businessRuleTask",
        Step.Draw => "serviceTask",
        Step.Publish or Step.Notify => "sendTask",
        Step.Wait when step.Ways.Count > 1 => "eventBasedGateway",
        Step.Wait => "intermediateCatchEvent",
        Step.ForEach => "subProcess",
        Step.Call => "callActivity",
        Step.Fork => step.Ways.Any(way => way.Guards.Count > 0) ? "inclusiveGateway" : "parallelGateway",
        Step.Join { Await.Need: Gathering.All } => "parallelGateway",
        Step.Join => "complexGateway",
        Step.End => "endEvent",
        _ => "userTask",
    };
}
