using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>
/// Looks for what is wrong with a table as a whole. Each column divides its values into classes that all rows treat alike; the table is
/// every combination of classes, walked column by column, and never twice for the same rows left.
/// </summary>
internal sealed class TableAnalysis(RuleSet set, DecisionTable table)
{
    /// <summary>How many steps the walk may take, and the most findings of one kind that are told.</summary>
    private const int MaxSteps = 50_000;
    private const int MaxFindings = 20;

    private readonly ValueClass[][] _classes = [.. table.Columns.Select(column => Possible(column.Classes))];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(int, int)> _pairs = [];
    private readonly bool[] _reached = new bool[table.Table.Count];
    private readonly List<string> _example = [];
    private readonly List<Diagnostic> _gaps = [];
    private readonly List<Diagnostic> _overlaps = [];
    private int _steps;

    public IEnumerable<Diagnostic> Faults()
    {
        // Under collect every case is allowed, also that nothing fits or that much does.
        if (table.Hit != HitPolicy.Collect)
            Walk(0, RowSets.Of(table.Table.Count, _ => true));
        return
        [
            .. _steps > MaxSteps ? new[] { TableFaults.NotAnalysed(set.Place) } : [],
            .. _gaps, .. _overlaps, .. Contradictions().Take(MaxFindings), .. Unreached().Take(MaxFindings), .. UnusedInputs(),
        ];
    }

    private bool OnlyFirst => table.Hit is HitPolicy.First or HitPolicy.Priority;

    /// <summary>One class for all values that fit the same rows.</summary>
    private static ValueClass[] Possible(IEnumerable<ValueClass> classes) =>
        [.. classes.Where(one => one.Example is not null).DistinctBy(one => string.Join(',', one.Rows), StringComparer.Ordinal)];

    private void Walk(int column, ulong[] rows)
    {
        if (++_steps > MaxSteps)
            return;
        var first = RowSets.Next(rows, 0);
        if (first < 0)
        {
            Gap();
        }
        else if (column == _classes.Length || (OnlyFirst && AsksNoMore(first, column)))
        {
            // Whatever follows, the first row left is the one that holds.
            _reached[first] = true;
            if (table.Hit == HitPolicy.Unique && RowSets.Next(rows, first + 1) is var second and >= 0)
                Overlap(first, second);
        }
        else if (_seen.Add($"{column}:{string.Join(',', rows)}"))
        {
            foreach (var one in _classes[column])
                Step(column, rows, one);
        }
    }

    private void Step(int column, ulong[] rows, ValueClass values)
    {
        var left = (ulong[])rows.Clone();
        RowSets.Keep(left, values.Rows);
        _example.Add($"{table.Inputs[column].Of.Text} = {values.Example}");
        Walk(column + 1, left);
        _example.RemoveAt(_example.Count - 1);
    }

    private bool AsksNoMore(int row, int from) => table.Table[row].Cells.Skip(from).All(cell => cell.IsAny);

    private void Gap()
    {
        if (_gaps.Count < MaxFindings)
            _gaps.Add(TableFaults.Gap(set.Place, Example));
    }

    private string Example => _example.Count == 0 ? "…" : string.Join(", ", _example);

    private void Overlap(int earlier, int later)
    {
        if (_overlaps.Count >= MaxFindings || !_pairs.Add((earlier, later)))
            return;
        var (a, b) = (table.Table[earlier], table.Table[later]);
        _overlaps.Add(IsDifferent(a, b) ? TableFaults.Contradiction(b.Place, b.Id, a.Id, Example) : TableFaults.Overlap(b.Place, b.Id, a.Id, Example));
    }

    /// <summary>Rows that ask exactly the same and yield something else; of two that only overlap, the order decides.</summary>
    private IEnumerable<Diagnostic> Contradictions()
    {
        if (!OnlyFirst)
            yield break;
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Table.Count; row++)
            if (!asked.TryAdd(Key(table.Table[row]), row) && asked[Key(table.Table[row])] is var earlier && IsDifferent(table.Table[earlier], table.Table[row]))
                yield return TableFaults.Contradiction(table.Table[row].Place, table.Table[row].Id, table.Table[earlier].Id, Together(earlier, row) ?? "…");
    }

    private static string Key(TableRow row) => string.Join(';', row.Cells.Select(cell =>
        $"{cell.IsAny}{cell.IsNot}{string.Join(',', cell.Texts)}{string.Join(',', cell.Codes)}{string.Join(',', cell.Intervals)}"));

    private static bool IsDifferent(TableRow a, TableRow b) =>
        a.Yields.Any(one => b.Yields.Any(other => string.Equals(one.Id, other.Id, StringComparison.Ordinal) && one.Value is { } x && other.Value is { } y && !x.Equals(y)));

    /// <summary>A case that both rows fit; null when there is none.</summary>
    private string? Together(int one, int other)
    {
        var example = new List<string>();
        for (var column = 0; column < _classes.Length; column++)
        {
            var common = Array.Find(_classes[column], values => RowSets.Has(values.Rows, one) && RowSets.Has(values.Rows, other));
            if (common is null)
                return null;
            example.Add($"{table.Inputs[column].Of.Text} = {common.Example}");
        }

        return string.Join(", ", example);
    }

    private IEnumerable<Diagnostic> Unreached()
    {
        if (_steps > MaxSteps || !OnlyFirst)
            yield break;
        for (var row = 0; row < _reached.Length; row++)
        {
            if (_reached[row])
                continue;
            var by = Enumerable.Range(0, row).FirstOrDefault(earlier => Together(earlier, row) is not null, -1);
            yield return TableFaults.Shadowed(table.Table[row].Place, table.Table[row].Id, by < 0 ? "–" : table.Table[by].Id, by < 0 ? "–" : Together(by, row)!);
        }
    }

    private IEnumerable<Diagnostic> UnusedInputs()
    {
        for (var column = 0; column < table.Columns.Length; column++)
            if (table.Table.Count > 0 && table.Table.All(row => row.Cells[column].IsAny))
                yield return TableFaults.UnusedInput(table.Inputs[column].Place, table.Inputs[column].Id);
    }
}
