using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>Reads a decision table: its columns, then each row's cells in their order.</summary>
internal sealed class TableReader(Binder binder, ExpressionScope scope)
{
    private readonly FactBinder _types = new(binder);

    public DecisionTable Read(Node node)
    {
        var before = binder.Faults.Count;
        var inputs = (binder.Need(node, "inputs", "table")?.Items ?? []).Select(Input).OfType<TableInput>().ToArray();
        var outputs = (node["outputs"]?.Items ?? []).Select(Output).OfType<(string Id, FactType Type)>().ToArray();
        var isWhole = inputs.Length == (node["inputs"]?.Items.Count ?? 0) && outputs.Length == (node["outputs"]?.Items.Count ?? 0);
        var rows = isWhole ? (node["rows"]?.Items ?? []).Select(row => Row(row, inputs, outputs)).OfType<TableRow>().ToArray() : [];
        var answer = outputs.FirstOrDefault(output => output.Type.Kind is FactKind.Text or FactKind.Choice).Id;
        return new(Hit(Binder.TextOrNull(node, "hit")), inputs, rows, answer, binder.Faults.Count == before);
    }

    private static HitPolicy Hit(string? word) => word switch
    {
        "unique" => HitPolicy.Unique,
        "collect" => HitPolicy.Collect,
        "priority" => HitPolicy.Priority,
        _ => HitPolicy.First,
    };

    private TableInput? Input(Node node)
    {
        var id = binder.Text(node, "id", "input");
        if (binder.Need(node, "of", id) is not { } of || RuleExpression.Parse(of, scope, binder.Faults) is not { } expression)
            return null;
        if (expression.Type.Kind is FactKind.List or FactKind.Record)
        {
            binder.Faults.Add(TableFaults.WrongInput(of.Place, id, expression.Type));
            return null;
        }

        var domain = node["domain"] is { } limits ? new CellText(limits, expression.Type, binder.Faults).Read() : Cell.Any;
        return new(id, expression, domain, node.Place);
    }

    private (string Id, FactType Type)? Output(Node node)
    {
        var id = binder.Text(node, "id", "output");
        if (_types.Type(node, id) is { } type && type.Kind != FactKind.Record && type.Element?.Fields is null)
            return (id, type);
        binder.Faults.Add(FactFaults.NoChoices(node.Place, id));
        return null;
    }

    private TableRow? Row(Node node, TableInput[] inputs, (string Id, FactType Type)[] outputs)
    {
        var id = binder.Text(node, "id", "row");
        var (when, then) = (binder.Need(node, "when", id), binder.Need(node, "then", id));
        if (when is null || then is null || IsUneven(when, inputs.Length, id) || IsUneven(then, outputs.Length, id))
            return null;
        Cell[] cells = [.. inputs.Select((input, at) => new CellText(when.Items[at], input.Of.Type, binder.Faults).Read())];
        TableOutput[] yields = [.. outputs.Select((output, at) => Yield(output, then.Items[at])).OfType<TableOutput>()];
        return new()
        {
            Id = id,
            Place = node.Place,
            Basis = Binder.BasisOrNull(node),
            Cells = cells,
            Yields = yields,
            Priority = node["priority"]?.Integer ?? 0,
            Looks = [.. inputs.Where((_, at) => !cells[at].IsAny).SelectMany(input => input.Of.Facts).Distinct()],
        };
    }

    private bool IsUneven(Node cells, int wanted, string row)
    {
        if (cells.Items.Count == wanted)
            return false;
        binder.Faults.Add(TableFaults.WrongWidth(cells.Place, row, cells.Items.Count, wanted));
        return true;
    }

    private TableOutput? Yield((string Id, FactType Type) output, Node node)
    {
        if (node.Kind == JsonValueKind.Null)
            return null;
        if (node["expression"] is { } text)
            return Computed(output, text);
        if (Written(output.Type, node) is { } value)
            return new(output.Id, value, null);
        binder.Faults.Add(TableFaults.WrongOutput(node.Place, output.Id, output.Type));
        return null;
    }

    private TableOutput? Computed((string Id, FactType Type) output, Node text)
    {
        if (RuleExpression.Parse(text, scope, binder.Faults) is not { } expression)
            return null;
        if (expression.Type.Kind == output.Type.Kind && expression.Type.Element?.Kind == output.Type.Element?.Kind)
            return new(output.Id, null, expression);
        binder.Faults.Add(TableFaults.WrongOutput(text.Place, output.Id, output.Type));
        return null;
    }

    private static FactValue? Written(FactType type, Node node)
    {
        if (!type.IsList)
            return FactReader.Scalar(type, node);
        FactValue?[] items = [.. node.Items.Select(item => FactReader.Scalar(type.Element!, item))];
        return node.IsArray && items.All(item => item is not null) ? FactLists.Of(type, [.. items.Select(item => item!.Value)]) : null;
    }
}
