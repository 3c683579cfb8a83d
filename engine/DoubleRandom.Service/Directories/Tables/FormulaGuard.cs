namespace DoubleRandom.Service.Directories.Tables;

/// <summary>
/// Keeps cells of a CSV file from becoming formulas in a spreadsheet (CSV injection): an apostrophe stands before them, as spreadsheets themselves write it.
/// The writer of <c>CsvHelper</c> does so too, but what it did cannot be told from an apostrophe that was there; this can be undone exactly.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>The cell as it is written.</summary>
    public static string Guarded(string cell) => IsFormula(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    /// <summary>The cell as it was before it was written.</summary>
    public static string Lifted(string cell) => cell is ['\'', ..] && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
