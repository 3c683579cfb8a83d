using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>What a row yields for one output: a value, or an expression that gives one.</summary>
internal sealed record TableOutput(string Id, FactValue? Value, RuleExpression? Expression);

/// <summary>A row of a decision table.</summary>
internal sealed class TableRow : Rule
{
    // What a row of plain values yields never changes; it is made at the first decision.
    private DecisionOutput[]? _same;

    public required IReadOnlyList<Cell> Cells { get; init; }

    public required IReadOnlyList<TableOutput> Yields { get; init; }

    public required int Priority { get; init; }

    public required IReadOnlyList<Fact> Looks { get; init; }

    public override IReadOnlyList<Fact> Facts => Looks;

    /// <summary>What the row yields for an output; null when it yields nothing.</summary>
    public TableOutput? Output(string output) => Yields.FirstOrDefault(one => string.Equals(one.Id, output, StringComparison.Ordinal));

    public IReadOnlyList<DecisionOutput> Outputs(FactSet facts)
    {
        if (_same is not null)
            return _same;
        DecisionOutput[] outputs = [.. Yields.Select(output => Output(output, facts))];
        if (Yields.All(output => output.Expression is null))
            _same = outputs;
        return outputs;
    }

    private DecisionOutput Output(TableOutput output, FactSet facts)
    {
        if (output.Expression is not { } expression)
            return new(output.Id, output.Value, null, this);
        var value = expression.Evaluate(facts, out var why);
        return new(output.Id, value, why, this);
    }
}
