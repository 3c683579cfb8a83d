using System.Text;
using DoubleRandom.Core.Workflows.Checks;
using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Writes a definition as a Mermaid flowchart.</summary>
internal sealed class MermaidText(StepGraph graph, string language)
{
    private readonly StringBuilder _text = new();

    public string Write(HashSet<string> open)
    {
        _text.Append("flowchart TD\n");
        Region(-1, "  ");
        foreach (var (action, to) in graph.Definition.Actions.Where(action => graph.Number(action.To ?? "") >= 0).Select(action => (action, action.To!)))
            _text.Append($"  {Id(action.Id, "a")}([\"{Escaped(action.Name)}\"]) -.-> {Id(to)}\n");
        foreach (var step in graph.Steps)
            Ways(step);
        foreach (var step in graph.Steps.Where(step => open.Contains(step.Id)))
            _text.Append($"  class {Id(step.Id)} open\n");
        return _text.Append("  classDef open stroke-width:4px\n").ToString();
    }

    /// <summary>The steps of a for-each stand in a frame of their own, those outside in none.</summary>
    private void Region(int each, string indent)
    {
        var begin = each < 0 ? "begin" : Id(graph.Steps[each].Id, "b");
        _text.Append($"{indent}{begin}(( ))\n");
        for (var i = 0; i < graph.Steps.Count; i++)
            if ((graph.Places[i]?.Each ?? -1) == each)
                Node(i, indent);
        var first = each < 0 ? graph.Number(graph.Definition.First) : graph.Bodies[each];
        if (first >= 0)
            _text.Append($"{indent}{begin} --> {Id(graph.Steps[first].Id)}\n");
    }

    private void Node(int number, string indent)
    {
        var step = graph.Steps[number];
        if (step is not Step.ForEach)
        {
            _text.Append($"{indent}{Id(step.Id)}{Shape(step)}\n");
            return;
        }

        _text.Append($"{indent}subgraph {Id(step.Id)} [\"{Label(step)}\"]\n");
        Region(number, indent + "  ");
        _text.Append($"{indent}end\n");
    }

    private void Ways(Step step)
    {
        foreach (var way in step.Ways.Where(way => graph.Number(way.To) >= 0))
            _text.Append(way.Id is Way.Done && step.Ways.Count == 1
                ? $"  {Id(step.Id)} --> {Id(way.To)}\n"
                : $"  {Id(step.Id)} {(way.IsBack ? "-.->" : "-->")}|\"{Escaped(way.Name)}\"| {Id(way.To)}\n");
    }

    private string Shape(Step step) => step switch
    {
        Step.Decision => $"{{\"{Label(step)}\"}}",
        Step.Fork or Step.Join => $"[/\"{Label(step)}\"\\]",
        Step.Wait => $"{{{{\"{Label(step)}\"}}}}",
        Step.End => $"(((\"{Label(step)}\")))",
        Step.Call => $"[[\"{Label(step)}\"]]",
        Step.Notify or Step.Publish => $">\"{Label(step)}\"]",
        _ => $"[\"{Label(step)}\"]",
    };

    private string Label(Step step) => step.Owner is null ? Escaped(step.Name) : $"{Escaped(step.Name)}<br/>{Escaped(OwnerWords.Of(step.Owner))}";

    /// <summary>Ids get a letter in front: <c>end</c> is a word of Mermaid's own.</summary>
    private static string Id(string id, string letter = "s") => $"{letter}_{id.Replace('-', '_')}";

    private string Escaped(Bilingual text) => text.In(language)
        .Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
