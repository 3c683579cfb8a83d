using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>What a table looks at.</summary>
/// <param name="Id">Id within the table.</param>
/// <param name="Of">The fact or expression.</param>
/// <param name="Domain">The values that can come at all, for the search for gaps.</param>
/// <param name="Place">Where the pack says so.</param>
internal sealed record TableInput(string Id, RuleExpression Of, Cell Domain, Place Place);

/// <summary>Some values of an input that all rows treat alike.</summary>
/// <param name="Rows">The rows that they fit.</param>
/// <param name="Example">One of them; null when there is none.</param>
internal sealed record ValueClass(ulong[] Rows, string? Example);

/// <summary>One input with the rows that each of its values fits, worked out once: a decision looks its value up and keeps those rows.</summary>
internal abstract class Column(TableInput input, IReadOnlyList<Cell> cells)
{
    private readonly Fact? _fact = input.Of.Term is FactTerm plain ? plain.Fact : null;

    public TableInput Input { get; } = input;

    /// <summary>The rows that do not look at this input.</summary>
    public ulong[] Indifferent { get; } = RowSets.Of(cells.Count, row => cells[row].IsAny);

    /// <summary>The classes into which the cells divide the input's values.</summary>
    public abstract IEnumerable<ValueClass> Classes { get; }

    /// <summary>The rows that the case fits as far as this input goes; null when it is not known.</summary>
    public ulong[]? RowsFor(FactSet facts, out Undetermined? why)
    {
        if (_fact is not null && Direct(facts, _fact.Slot) is { } rows)
        {
            why = null;
            return rows;
        }

        return Input.Of.Evaluate(facts, out why) is { } value ? Rows(value) : null;
    }

    /// <summary>The quick way for an input that is a plain fact; null when it is not known.</summary>
    protected abstract ulong[]? Direct(FactSet facts, int slot);

    protected abstract ulong[] Rows(FactValue value);

    public static Column Of(TableInput input, IReadOnlyList<Cell> cells) => input.Of.Type.Kind switch
    {
        FactKind.Text => new TextColumn(input, cells),
        FactKind.Number => new OrderedColumn(input, cells, isDate: false),
        FactKind.Date => new OrderedColumn(input, cells, isDate: true),
        _ => new CodeColumn(input, cells),
    };
}

/// <summary>Choices and yes/no: a set of rows for each.</summary>
internal sealed class CodeColumn : Column
{
    private readonly ulong[][] _rows;

    public CodeColumn(TableInput input, IReadOnlyList<Cell> cells)
        : base(input, cells)
    {
        var codes = input.Of.Type.Kind == FactKind.Boolean ? 2 : input.Of.Type.Values.Count;
        _rows = [.. Enumerable.Range(0, codes).Select(code => RowSets.Of(cells.Count, row => cells[row].Fits(code)))];
    }

    public override IEnumerable<ValueClass> Classes => _rows.Select((rows, code) => new ValueClass(rows, Input.Domain.Fits(code) ? Example(code) : null));

    protected override ulong[]? Direct(FactSet facts, int slot) => facts.Codes[slot] is var code and not FactSet.Missing ? _rows[code] : null;

    protected override ulong[] Rows(FactValue value) => _rows[value.Code];

    private string Example(int code) => Input.Of.Type.Kind == FactKind.Boolean ? code == 1 ? "true" : "false" : Input.Of.Type.Values[code].Id;
}

/// <summary>Texts: a set of rows for each that is named, and one for all others.</summary>
internal sealed class TextColumn : Column
{
    private readonly Dictionary<string, ulong[]> _rows;
    private readonly ulong[] _others;

    public TextColumn(TableInput input, IReadOnlyList<Cell> cells)
        : base(input, cells)
    {
        _rows = cells.SelectMany(cell => cell.Texts).Distinct(StringComparer.Ordinal)
            .ToDictionary(text => text, text => RowSets.Of(cells.Count, row => cells[row].Fits(text)), StringComparer.Ordinal);
        _others = RowSets.Of(cells.Count, row => cells[row].IsAny || cells[row].IsNot);
    }

    public override IEnumerable<ValueClass> Classes => _rows
        .Select(pair => new ValueClass(pair.Value, Input.Domain.Fits(pair.Key) ? pair.Key : null))
        .Append(new(_others, Input.Domain.IsAny || Input.Domain.IsNot ? "…" : null));

    protected override ulong[]? Direct(FactSet facts, int slot) => facts.Objects[slot] is string text ? RowsOf(text) : null;

    protected override ulong[] Rows(FactValue value) => RowsOf(value.AsText!);

    private ulong[] RowsOf(string text) => _rows.GetValueOrDefault(text) ?? _others;
}

/// <summary>Numbers and days: the bounds of all cells divide the line; each bound and each stretch between two has its set of rows.</summary>
internal sealed class OrderedColumn : Column
{
    private readonly decimal[] _bounds;
    private readonly ulong[][] _rows;
    private readonly bool _isDate;

    public OrderedColumn(TableInput input, IReadOnlyList<Cell> cells, bool isDate)
        : base(input, cells)
    {
        _isDate = isDate;
        _bounds = [.. cells.Append(input.Domain).SelectMany(cell => cell.Intervals).SelectMany(interval => new[] { interval.From, interval.To }).OfType<decimal>().Distinct().Order()];
        _rows = new ulong[(2 * _bounds.Length) + 1][];
        for (var at = 0; at < _rows.Length; at++)
            _rows[at] = new ulong[RowSets.Words(cells.Count)];
        for (var row = 0; row < cells.Count; row++)
            Enter(row, cells[row]);
        // Many neighbours treat all rows alike; one array serves them all.
        for (var at = 1; at < _rows.Length; at++)
            if (_rows[at].AsSpan().SequenceEqual(_rows[at - 1]))
                _rows[at] = _rows[at - 1];
    }

    /// <summary>Enters a row wherever its cell fits; a cell that names stretches is asked within them only.</summary>
    private void Enter(int row, Cell cell)
    {
        var everywhere = cell.IsAny || cell.IsNot;
        foreach (var interval in everywhere ? [default] : cell.Intervals)
        {
            var from = interval.From is { } low ? PlaceOf(low) : 0;
            var to = interval.To is { } high ? PlaceOf(high) : _rows.Length - 1;
            for (var at = from; at <= to; at++)
                if (cell.Fits(Inside(at)))
                    _rows[at][row / RowSets.Bits] |= 1UL << (row % RowSets.Bits);
        }
    }

    public override IEnumerable<ValueClass> Classes => _rows.Select((rows, at) => new ValueClass(rows, IsReal(at) && Input.Domain.Fits(Inside(at)) ? Example(Inside(at)) : null));

    protected override ulong[]? Direct(FactSet facts, int slot) => _isDate
        ? facts.Codes[slot] is var day and not FactSet.Missing ? RowsOf(day) : null
        : facts.Numbers[slot] is { } number ? RowsOf(number) : null;

    protected override ulong[] Rows(FactValue value) => RowsOf(_isDate ? value.Code : value.AsNumber);

    private ulong[] RowsOf(decimal value) => _rows[PlaceOf(value)];

    /// <summary>Odd for a bound, even for the stretch before it.</summary>
    private int PlaceOf(decimal value)
    {
        var found = Array.BinarySearch(_bounds, value);
        return found >= 0 ? (2 * found) + 1 : 2 * ~found;
    }

    /// <summary>A value of a stretch: odd ones are the bounds themselves.</summary>
    private decimal Inside(int at) =>
        _bounds.Length == 0 ? _isDate ? 730_000 : 0
        : at % 2 == 1 ? _bounds[at / 2]
        : at == 0 ? _bounds[0] - 1
        : at == _rows.Length - 1 ? _bounds[^1] + 1
        : Between(_bounds[(at / 2) - 1], _bounds[at / 2]);

    private decimal Between(decimal low, decimal high) => high - low > 1 ? Math.Floor(low) + 1 : (low + high) / 2;

    /// <summary>Between two days that follow each other lies none.</summary>
    private bool IsReal(int at) => !_isDate || at % 2 == 1 || at == 0 || at == _rows.Length - 1 || _bounds[at / 2] - _bounds[(at / 2) - 1] > 1;

    private string Example(decimal value) => _isDate ? DateOnly.FromDayNumber((int)value).Iso() : FactValue.Of(value).ToString();
}
