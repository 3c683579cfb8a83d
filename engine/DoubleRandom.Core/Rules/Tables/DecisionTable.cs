using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Rules.Tables;

/// <summary>
/// A decision table. Every column knows which rows each of its values fits, so a decision is one look-up per column and the common rows of
/// all: it takes no longer for the last row than for the first.
/// </summary>
internal sealed class DecisionTable(HitPolicy hit, IReadOnlyList<TableInput> inputs, IReadOnlyList<TableRow> rows, string? answer = null, bool isSound = true) : IRuleShape
{
    /// <summary>The most rows and columns.</summary>
    public const int MaxRows = 5_000;

    public const int MaxColumns = 32;

    private readonly TableRow[] _rows = hit == HitPolicy.Priority ? [.. rows.OrderByDescending(row => row.Priority)] : [.. rows];

    public HitPolicy Hit => hit;

    /// <summary>Whether all of it could be read; half a table shows gaps that are none.</summary>
    public bool IsSound => isSound;

    public IReadOnlyList<TableInput> Inputs => inputs;

    public IReadOnlyList<TableRow> Table => _rows;

    public IReadOnlyList<Rule> Rules => _rows;

    public IEnumerable<Fact> Facts => inputs.SelectMany(input => input.Of.Facts);

    /// <summary>A row whose word is worked out by an expression may say anything.</summary>
    public IReadOnlyList<string> Words => field ??= answer is null ? Verdict.Both
        : Array.TrueForAll(_rows, row => row.Output(answer) is not { Value: null }) ? [.. _rows.Select(row => row.Output(answer)?.Value?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)]
        : [];

    public string? Answer => answer;

    public Column[] Columns => field ??= [.. inputs.Select((input, at) => Column.Of(input, [.. _rows.Select(row => row.Cells[at])]))];

    public Decision Decide(RuleSet set, FactSet facts)
    {
        Span<ulong> possible = stackalloc ulong[RowSets.Words(_rows.Length)];
        possible.Fill(ulong.MaxValue);
        uint unknown = 0;
        Undetermined? why = null;
        var columns = Columns;
        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at].RowsFor(facts, out var lost) is { } fitting)
            {
                RowSets.Keep(possible, fitting);
                continue;
            }

            unknown |= 1U << at;
            why ??= lost;
        }

        if (columns.Length == 0)
            RowSets.Keep(possible, RowSets.Of(_rows.Length, _ => true));
        if (unknown == 0 && hit is HitPolicy.First or HitPolicy.Priority)
            return First(set, facts, RowSets.Next(possible, 0));
        return Doubtful(set, facts, possible, unknown, why);
    }

    private Decision First(RuleSet set, FactSet facts, int row) => row < 0 || row >= _rows.Length
        ? new(set, facts, Outcome.False, [], [], null)
        : new(set, facts, Outcome.True, [new(_rows[row], Outcome.True, null)], _rows[row].Outputs(facts), null);

    /// <summary>The general way: some rows may fit that cannot be told to, or several count.</summary>
    private Decision Doubtful(RuleSet set, FactSet facts, ReadOnlySpan<ulong> possible, uint unknown, Undetermined? why)
    {
        Span<ulong> certain = stackalloc ulong[possible.Length];
        possible.CopyTo(certain);
        for (var at = 0; at < Columns.Length; at++)
            if ((unknown & (1U << at)) != 0)
                RowSets.Keep(certain, Columns[at].Indifferent);
        var reasons = new List<Reason>();
        for (var row = RowSets.Next(possible, 0); row >= 0 && row < _rows.Length; row = RowSets.Next(possible, row + 1))
        {
            var holds = RowSets.Has(certain, row);
            reasons.Add(new(_rows[row], holds ? Outcome.True : Outcome.Undetermined, holds ? null : WhyNot(facts, row, unknown) ?? why));
            if (hit is HitPolicy.First or HitPolicy.Priority)
                break; // a later row counts only when this one does not
        }

        return Weighed(set, facts, reasons);
    }

    private Decision Weighed(RuleSet set, FactSet facts, List<Reason> reasons)
    {
        var holding = reasons.Where(reason => reason.Outcome == Outcome.True).ToArray();
        DecisionOutput[] outputs = [.. holding.SelectMany(reason => ((TableRow)reason.Rule).Outputs(facts))];
        if (hit == HitPolicy.Unique && holding.Length > 1)
            return new(set, facts, Outcome.Undetermined, [.. reasons], [], Undetermined.SeveralFit(string.Join(", ", holding.Select(reason => reason.Rule.Id))));
        // When only one can fit and one does, the doubtful ones do not.
        var doubt = hit == HitPolicy.Unique && holding.Length == 1 ? null : reasons.FirstOrDefault(reason => reason.Outcome == Outcome.Undetermined).Why;
        var outcome = doubt is not null ? Outcome.Undetermined : holding.Length > 0 ? Outcome.True : Outcome.False;
        return new(set, facts, outcome, [.. reasons], outputs, doubt);
    }

    /// <summary>What the row asks that is not known.</summary>
    private Undetermined? WhyNot(FactSet facts, int row, uint unknown)
    {
        for (var at = 0; at < Columns.Length; at++)
            if ((unknown & (1U << at)) != 0 && !_rows[row].Cells[at].IsAny)
            {
                Columns[at].RowsFor(facts, out var why);
                return why;
            }

        return null;
    }
}
